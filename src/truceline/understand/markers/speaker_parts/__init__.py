"""Parts of the speakers marker: words, quotations, cues, sources, contents."""
