"""One report in, claims out: grammar, then markers, then finders, then assembly."""
