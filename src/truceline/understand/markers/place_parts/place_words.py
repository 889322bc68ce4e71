"""The word lists around places."""

from functools import cache

from truceline.knowledge.files import words


@cache
def place_words(name: str) -> frozenset[str]:
    return frozenset(words("places")[name])


@cache
def coded(kind: str) -> dict[str, frozenset[str]]:
    """Word to its codes: ``coded("feature")["Mountains"]`` is ``{"MTS", "MT"}``."""
    prefix = f"{kind}-"
    lists = {name.removeprefix(prefix): listed for name, listed in words("places").items() if name.startswith(prefix)}
    named = {word for listed in lists.values() for word in listed}
    return {word: frozenset(code for code, listed in lists.items() if word in listed) for word in named}
