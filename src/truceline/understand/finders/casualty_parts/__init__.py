"""Parts of the casualties finder: harm words, who is counted, whose people, silence about figures."""
