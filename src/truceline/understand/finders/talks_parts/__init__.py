"""Parts of the talks finder: which words are a meeting, its status and format, who takes part."""
