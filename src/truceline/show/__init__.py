"""What people look at: the brief and the report page. Nothing new is computed here."""
