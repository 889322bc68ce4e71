"""One page, one file: an address in, what its template shows out."""
