"""The date words of the knowledge files as look-ups and as pieces of regular expressions."""

from collections.abc import Iterable
from functools import cache

from truceline.knowledge.files import words
from truceline.understand.markers.alternatives import alternatives


@cache
def coded(kind: str) -> dict[str, str]:
    """Spelling to code for one kind: ``coded("month")["sept"]`` is ``"09"``."""
    prefix = f"{kind}-"
    lists = words("dates")
    return {word: name.removeprefix(prefix) for name in lists if name.startswith(prefix) for word in lists[name]}


def code(kind: str, written: str) -> str:
    return coded(kind)[" ".join(written.lower().split()).removesuffix(".")]


def any_case_start(spellings: Iterable[str]) -> str:
    """Alternatives with a capital or in capitals only: "may" is no month."""
    return alternatives({form for word in spellings for form in (word.title(), word.upper())})


@cache
def listed(name: str) -> frozenset[str]:
    return frozenset(words("dates")[name])
