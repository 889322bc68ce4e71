"""Many claims in, records out: copies, joiners, contradictions. No text is read again, no claim dropped."""
