"""Pages fetched by their address: politely, within limits, and never from this machine's own network."""
