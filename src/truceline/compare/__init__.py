"""A human-coded table beside ours: what is in both, only here, only there, and which figures differ."""
