"""Parts of reading a web page: its tree, what it says of itself, its body."""
