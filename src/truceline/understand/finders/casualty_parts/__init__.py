"""Parts of the casualties finder: harm words, who is counted, what is told, whose people, silence about figures."""
