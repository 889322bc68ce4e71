"""Figures and number words as values: "1,200", "1.2 million", "twenty-two", "two hundred and five"."""

import re
from functools import cache, lru_cache

from truceline.knowledge.files import words
from truceline.understand.markers.alternatives import alternatives

LARGE = 100  # a word from here on multiplies what stands before it
SPACED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=000\b)")  # "300 000"
FIGURE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$")


@cache
def number_words(name: str) -> frozenset[str]:
    return frozenset(words("numbers")[name])


@lru_cache(maxsize=1)
def value_words() -> dict[str, int]:
    """As in "twelve" to 12, "hundred" to 100."""
    return {word: int(name) for name, spellings in words("numbers").items() if name.isdigit() for word in spellings}


@lru_cache(maxsize=4096)
def value_of(text: str) -> float | None:
    """The value of a figure or of number words; None where the text is no number. "a" and "an" are 1."""
    pieces = [piece for piece in re.split(r"[\s-]+", SPACED.sub("", text.lower())) if piece and piece != "and"]
    total, group = 0.0, None
    for piece in pieces:
        value = piece_value(piece)
        if value is None:
            return None
        if value >= LARGE and not piece[0].isdigit():
            group = (1.0 if group is None else group) * value
            if value > LARGE:
                total, group = total + group, None
        else:
            group = value if group is None else group + value
    return total + (group or 0.0) if pieces else None


def piece_value(piece: str) -> float | None:
    figure = FIGURE.match(piece)
    if figure:
        return float(figure[1].replace(",", "") + "." + (figure[2] or "0"))
    return 1.0 if piece in {"a", "an"} else value_words().get(piece)


@lru_cache(maxsize=1)
def number_pattern() -> str:
    """A regular expression for a figure ("1.2 million") or a run of number words."""
    word = alternatives(value_words())
    large = "|".join(word for word, value in value_words().items() if value >= LARGE)
    figure = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:[ \u00a0\u202f]000)+(?!\d)|\d+(?:\.\d+)?)(?:[\s-]+(?:{large}))?"
    return rf"(?:{figure}|(?:{word})(?:[\s-]+(?:and\s+)?(?:{word}))*)"
