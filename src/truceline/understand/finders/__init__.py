"""Finders read marked sentences and write findings, one kind of claim a file."""
