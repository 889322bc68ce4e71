"""What understanding needs to know of a language: one folder a language, named by its ISO 639-1 code."""
