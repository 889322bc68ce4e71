"""Readings of a word, each asked only of the words that it can begin with: of most words none is."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Generic, TypeVar

from truceline.understand.finders.clause_parts.phrases import phrase_book

Reading = TypeVar("Reading", bound=Callable[..., Any])
MOST_KNOWN = 20_000  # words
Listed = tuple[str, tuple[str, ...], frozenset[str]]
_LISTED: dict[Callable[..., Any], Listed] = {}


def begins_with(kind: str, *lists: str, also: Iterable[str] = ()) -> Callable[[Reading], Reading]:
    """Of a reading that finds nothing in a word which neither begins an entry of the lists nor is one of ``also``."""

    def listed(reading: Reading) -> Reading:
        _LISTED[reading] = (kind, lists, frozenset(also))
        return reading

    return listed


class Readings(Generic[Reading]):
    """In the order in which they are tried. One that names no words is asked of every word."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = readings
        self.of = lru_cache(MOST_KNOWN)(self._of)

    def _of(self, base: str) -> tuple[Reading, ...]:
        return tuple(reading for reading in self.readings if may_read(reading, base))


def may_read(reading: Callable[..., Any], base: str) -> bool:
    if reading not in _LISTED:
        return True
    kind, lists, also = _LISTED[reading]
    return base in also or not phrase_book(kind).get(base, {}).keys().isdisjoint(lists)
