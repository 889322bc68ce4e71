"""Parts of the places marker: which words are a place, and which place they mean."""
