"""What is known before any report is read: files that an analyst can correct, and their checked loaders."""
