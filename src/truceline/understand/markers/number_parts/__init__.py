"""The parts of the number marker."""
