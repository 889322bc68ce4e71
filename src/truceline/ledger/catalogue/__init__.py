"""The ledger's catalogue: what stands now, by what a reader looks for. Made from the ledger, thrown away at will."""
