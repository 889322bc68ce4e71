"""How much of their words two texts share."""

import hashlib
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
FEW = 3  # words in a row


def words_in(text: str) -> list[str]:
    return WORD.findall(text.casefold().replace("’", "'"))


def likeness_of_words(first: str, second: str) -> float:
    """0 to 1, whatever the order of the words."""
    return float(token_set_ratio(" ".join(words_in(first)), " ".join(words_in(second)))) / 100


def sketch(text: str, most: int = 4) -> Iterator[str]:
    """A few runs of three words that a text with the same wording picks too."""
    words = words_in(text)
    runs = {" ".join(words[i : i + FEW]) for i in range(max(1, len(words) - FEW + 1))}
    yield from sorted(hashlib.blake2b(run.encode(), digest_size=6).hexdigest() for run in runs)[:most]
