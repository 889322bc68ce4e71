"""What tells one truce from another: its days, its number, its name, its sides."""
