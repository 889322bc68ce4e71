"""Whether a report may speak of a conflict at all: told by words alone, a hundred times faster than a parse."""

import re
from collections.abc import Iterable
from functools import lru_cache

from truceline.knowledge.files import words

SHORT = 100  # words; a shorter report is quickly parsed, and has too few words to be judged by
SURE = 2  # points for a sure word; a likely one counts one
LEAST = 2  # points that a short report needs
WORDS_A_POINT = 250  # a longer report needs a point more for each of these: it holds any word by chance
MOST = 6


def is_relevant(text: str, language: str = "en") -> bool:
    """False only where a report of some length has fewer words of conflict than chance would bring."""
    length = len(text.split())
    if length < SHORT:
        return True
    need = min(MOST, LEAST + length // WORDS_A_POINT)
    lower = text.lower()
    points = 0
    for pattern, worth in zip(_patterns(language), (SURE, 1), strict=True):
        found: set[str] = set()
        for match in pattern.finditer(lower):
            if match[0] not in found:
                found.add(match[0])
                points += worth
                if points >= need:
                    return True
    return False


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = words("relevance", language)
    return _pattern(lists["sure"]), _pattern(lists["likely"])


def _pattern(stems: Iterable[str]) -> re.Pattern[str]:
    any_stem = "|".join(_stem(stem) for stem in sorted(stems, key=len, reverse=True))
    return re.compile(rf"\b(?:{any_stem})")


def _stem(stem: str) -> str:
    """A blank behind a word ends it."""
    escaped = re.escape(stem.strip()).replace(r"\ ", r"[\s-]+")
    return escaped + (r"\b" if stem.endswith(" ") else "")
