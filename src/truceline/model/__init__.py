"""The nouns: what data is when it rests. They import no room and never change once made."""
