"""Parts of the positions finder: cues of a stand, what it is about, its terms."""
