"""The word lists around places."""

from functools import lru_cache

from truceline.knowledge.files import words


@lru_cache(maxsize=32)
def place_words(name: str) -> frozenset[str]:
    return frozenset(words("places")[name])
