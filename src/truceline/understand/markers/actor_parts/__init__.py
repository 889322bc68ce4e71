"""Parts of the actors marker: known names, noun phrases, the story's own people, what pronouns stand for."""
