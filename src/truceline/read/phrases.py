"""A list of phrases as one pattern, tried only where a text has a word of one of them: most sentences have none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

STAND_INS = {
    r"\{name\}": r"(?-i:(?:the\s+)?[A-ZÀ-Ž][^\s.!?:]*)(?:\s+[^\s.!?:]+){0,5}?",
    r"\{number\}": r"\W{0,2}\d[\d.,]*",
    r"\{any\}": r".*",
}
US = re.compile(r"\bus\b")  # "help us" is a plea, "help US troops" is not
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
WORD = re.compile(r"\w+")
OPEN = "{"
WHOLE = r"(?<!\w)(?:%s)(?!\w)"  # the frame of phrases that stand anywhere between words
Name = TypeVar("Name", bound=str)
Needed = dict[str, tuple[frozenset[str], ...]]
WHOLE_WORD = re.compile(r"(?<![\w{}])\w+(?![\w{}])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with straight quotes and plain spaces, so that one spelling in the lists is enough, and its words."""

    text: str
    words: frozenset[str]


@lru_cache(maxsize=256)
def plain(text: str) -> Plain:
    straight_text = straight(text)
    return Plain(straight_text, frozenset(WORD.findall(straight_text.casefold())))


def straight(text: str) -> str:
    return text.translate(STRAIGHT)


@dataclass(frozen=True, slots=True)
class Phrases:
    """``needed``: of each entry all words that a match holds, by the longest of them; null where an entry has none.
    ``alone``: the entries that are one whole word, wherever it stands.
    """

    pattern: re.Pattern[str]
    needed: Needed | None
    alone: frozenset[str] = frozenset()

    def may_be_in(self, words: frozenset[str]) -> bool:
        if self.needed is None:
            return True
        return any(entry <= words for longest in self.needed.keys() & words for entry in self.needed[longest])

    def stand_in(self, asked: Plain) -> bool:
        if not self.alone.isdisjoint(asked.words):
            return True
        return self.may_be_in(asked.words) and bool(self.pattern.search(asked.text))


class PhraseLists(Generic[Name]):
    """Several lists, in order, asked at once: by one look at each word of a text, which of them may stand in it."""

    def __init__(self, lists: Mapping[Name, Phrases]) -> None:
        self.lists = lists
        self.anywhere = frozenset(name for name, listed in lists.items() if listed.needed is None)
        self.entries: dict[str, list[tuple[Name, frozenset[str]]]] = {}
        for name, listed in lists.items():
            for longest, entries in (listed.needed or {}).items():
                self.entries.setdefault(longest, []).extend((name, entry) for entry in entries)

    def likely(self, words: frozenset[str]) -> list[tuple[Name, Phrases]]:
        held = [pair for word in self.entries.keys() & words for pair in self.entries[word]]
        names = self.anywhere.union(name for name, entry in held if entry <= words)
        return [(name, listed) for name, listed in self.lists.items() if name in names] if names else []

    def standing(self, asked: Plain) -> Iterator[Name]:
        return (name for name, listed in self.likely(asked.words) if listed.stand_in(asked))


def phrases(entries: Iterable[str], frame: str, open_end: bool = False) -> Phrases:
    """``frame`` has a place for the alternatives and ends them where words end, save with an ``open_end``."""
    listed = tuple(entries)
    pattern = re.compile(frame % "|".join(map(alternative, listed)), re.IGNORECASE)
    needed = needed_of(entry + OPEN if open_end else entry for entry in listed)
    return Phrases(pattern, needed, frozenset(filter(is_word, listed)) if frame == WHOLE else frozenset())


def is_word(entry: str) -> bool:
    """Not "us": as a word it may be the country."""
    return bool(WORD.fullmatch(entry)) and entry == entry.casefold() and entry != "us"


def needed_of(entries: Iterable[str]) -> Needed | None:
    """Of each entry the words that a match holds as a whole."""
    needed: dict[str, set[frozenset[str]]] = {}
    for entry in entries:
        held = WHOLE_WORD.findall(entry.casefold())
        if not held:
            return None
        needed.setdefault(max(held, key=len), set()).add(frozenset(held))
    return {longest: tuple(sets) for longest, sets in needed.items()}


def alternative(entry: str) -> str:
    escaped = re.escape(entry).replace(r"\ ", r"\s+")
    for stand_in, pattern in STAND_INS.items():
        escaped = escaped.replace(stand_in, pattern)
    return US.sub("(?-i:[Uu]s)", escaped)
