"""What a sentence shows of a plea or of a report: its words and pairs of words, how it opens and ends, its signs."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from truceline.read.phrases import straight

TOKEN = re.compile(
    r"(?P<link>https?://\S+|\S+@\S+\.\w+|@\w+|#\w+|(?:\w+\.)+\w+/\S+)"
    r"|(?P<money>[$€£₴₽¥]\s?\d[\d.,]*|\d[\d.,]*\s?[€£])|(?P<number>\d[\d.,:/]*)|(?P<word>[^\W\d_]+)|(?P<mark>[!?:|;])"
)
ENDINGS = re.compile(r"(?<=..[^s])s$|(?<=...)(?:ies|ing|ed|ly)$")
LENGTHS = (3, 6, 12, 20, 30)  # words


def features(own: str, signs: frozenset[str]) -> set[str]:
    """``own``: words of a sentence outside quotation marks; ``signs``: the hint lists that it holds a word of."""
    tokens = list(_tokens(straight(own).strip()))
    found = {f"w {token}" for token in tokens}
    found |= {f"b {one} {two}" for one, two in pairwise(tokens)}
    found |= {f"h {sign}" for sign in signs}
    found |= {f"h {one}+{two}" for one in signs for two in signs if one < two}
    found |= set(_shape(own.strip(), tokens))
    return found


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A rough one: "gifts" as "gift", "donating" as "donat"."""
    return ENDINGS.sub("", word.lower())


def _tokens(own: str) -> Iterator[str]:
    for number, match in enumerate(TOKEN.finditer(own)):
        if match.lastgroup == "word":
            if number and match[0][0].isupper() and not match[0].isupper():
                yield "<name>"
            yield stem(match[0])
        else:
            yield match[0] if match.lastgroup == "mark" else f"<{match.lastgroup}>"


def _shape(own: str, tokens: Sequence[str]) -> Iterator[str]:
    yield f"long {sum(len(tokens) > length for length in LENGTHS)}"
    yield f"ends {own[-1:] if own[-1:] in '.!?:' else 'word'}"
    if tokens:
        yield f"opens {tokens[0]}"
        yield f"opens {' '.join(tokens[:2])}"
        yield f"closes {tokens[-1]}"
