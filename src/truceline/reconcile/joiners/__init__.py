"""One kind of record, one file."""
