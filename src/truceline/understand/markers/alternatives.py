"""Word lists as pieces of regular expressions."""

import re
from collections.abc import Iterable


def alternatives(spellings: Iterable[str]) -> str:
    """One alternative a spelling, longest first; a space matches any run of white space.

    Those of one first letter stand together, so that a word of another letter is left after one look at each letter.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(spellings, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
