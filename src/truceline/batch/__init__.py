"""The same way over a corpus: in many processes, in pieces that are kept as they are done."""
