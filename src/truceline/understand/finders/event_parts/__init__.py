"""Parts of the event finder: triggers, what is real, who acts on whom, modes, evidence."""
