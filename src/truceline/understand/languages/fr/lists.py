"""The French word lists, ready for look-up."""

from functools import lru_cache
from typing import TypeVar

from truceline.knowledge.files import words

FRENCH = "fr"
V = TypeVar("V", bound=str)


@lru_cache(maxsize=128)
def word_set(file: str, name: str) -> frozenset[str]:
    return frozenset(words(file, FRENCH).get(name, ()))


@lru_cache(maxsize=32)
def phrases(file: str, *names: str) -> tuple[tuple[str, str], ...]:
    """Phrases of several lists with the list they stand in, the longest first."""
    found = [(phrase, name) for name in names for phrase in words(file, FRENCH).get(name, ())]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=32)
def coded(file: str, prefix: str) -> dict[str, str]:
    """Word to what follows the prefix in its list's name: ``weekday-3: [mercredi]``."""
    lists = words(file, FRENCH)
    return {word: name.removeprefix(prefix) for name in lists if name.startswith(prefix) for word in lists[name]}


def by_value(file: str, values: tuple[V, ...], kind: str) -> dict[str, V]:
    """Word to the value whose list ``<value>_<kind>`` it stands in: ``killed_nouns: [mort]``."""
    lists = words(file, FRENCH)
    return {word: value for value in values for word in lists.get(f"{value}_{kind}", ())}
