"""Bytes in, Reports out: one source at a time, nothing interpreted."""
