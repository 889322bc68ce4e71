"""The other way to find claims: a language model at an address, every claim checked against the text."""
