"""A list of phrases as one pattern, tried only where a text has a word of one of them: most sentences have none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

STAND_INS = {
    r"\{name\}": r"(?-i:(?:the\s+)?[A-ZÀ-Ž][^\s.!?:]*)(?:\s+[^\s.!?:]+){0,5}?",
    r"\{number\}": r"\W{0,2}\d[\d.,]*",
    r"\{any\}": r".*",
}
US = re.compile(r"\bus\b")  # "help us" is a plea, "help US troops" is not
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
WORD = re.compile(r"\w+")
OPEN = "{"
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
    """``needed``: without one of these words nothing matches; null where that cannot be told."""

    pattern: re.Pattern[str]
    needed: frozenset[str] | None

    def may_be_in(self, words: frozenset[str]) -> bool:
        return self.needed is None or not self.needed.isdisjoint(words)

    def stand_in(self, asked: Plain) -> bool:
        return self.may_be_in(asked.words) and bool(self.pattern.search(asked.text))


def phrases(entries: Iterable[str], frame: str, open_end: bool = False) -> Phrases:
    """``frame`` has a place for the alternatives and ends them where words end, save with an ``open_end``."""
    listed = tuple(entries)
    pattern = re.compile(frame % "|".join(map(alternative, listed)), re.IGNORECASE)
    return Phrases(pattern, needed_of(entry + OPEN if open_end else entry for entry in listed))


def needed_of(entries: Iterable[str]) -> frozenset[str] | None:
    """Of each entry the longest word that a match holds as a whole."""
    longest = [max(WHOLE_WORD.findall(entry.casefold()), key=len, default="") for entry in entries]
    return frozenset(longest) if all(longest) else None


def alternative(entry: str) -> str:
    escaped = re.escape(entry).replace(r"\ ", r"\s+")
    for stand_in, pattern in STAND_INS.items():
        escaped = escaped.replace(stand_in, pattern)
    return US.sub("(?-i:[Uu]s)", escaped)
