"""The parts of the date marker."""
