"""Parts of the event finder: triggers, who acts on whom, modes, evidence."""
