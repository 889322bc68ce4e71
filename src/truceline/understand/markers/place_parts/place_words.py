"""The word lists around places."""

from functools import cache

from truceline.knowledge.files import words


@cache
def place_words(name: str) -> frozenset[str]:
    return frozenset(words("places")[name])
