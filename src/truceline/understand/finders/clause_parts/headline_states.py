"""Headlines without a verb: "Talks off after raid", "Truce over in Aceh", "Talks with rebels on verge of collapse"."""

from functools import cache

from truceline.knowledge.files import words
from truceline.understand.tokens import Token

COMPANY = frozenset({"with", "between", "in"})
LONGEST = 4  # words
FULL_STOPS = frozenset({".", "?", "!"})


@cache
def phrases(kind: str, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in words(kind)[name])


def state_behind(noun: Token, kind: str, names: tuple[str, ...]) -> str | None:
    """Which of the lists has what stands right behind the noun, or behind with whom it is; null in a full sentence."""
    if ends_with_stop(noun):
        return None
    behind = [noun.i + 1, *(child.right_edge.i + 1 for child in noun.rights if child.lower_ in COMPANY)]
    for start in behind:
        said = tuple(word.lower_ for word in noun.doc.tokens[start : start + LONGEST])
        name = next((name for name in names if any(said[: len(one)] == one for one in phrases(kind, name))), None)
        if name is not None:
            return name
    return None


def ends_with_stop(noun: Token) -> bool:
    last = next((word for word in reversed(list(noun.sent)) if not word.is_space), noun)
    return last.text in FULL_STOPS
