"""Judging claims: which fields can be set, how what a person types becomes a value, what is written."""
