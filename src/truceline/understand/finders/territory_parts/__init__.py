"""Parts of the territory finder: what is ground, who has it, which words tell a change."""
