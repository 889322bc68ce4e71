"""The ledger in other formats, one format a file."""
