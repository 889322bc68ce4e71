"""English: all seven kinds of claims."""
