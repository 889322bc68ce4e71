"""Parts of the modality marker: what makes a clause planned, conditional, denied, doubted or long past."""
