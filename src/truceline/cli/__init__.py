"""The command line: one command, one file, named like the rooms. Options in, one function called, rows out."""
