"""Where names stand in a French text: capitalised words with the small ones between them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from truceline.understand.languages.fr.names import capitals, countries, own_spellings
from truceline.understand.tokens import Doc, Span

CAPITAL = "[A-ZÀ-ÖØ-ÞŒŠŽŁİŞĞ]"
WORD = rf"(?:{CAPITAL}['’]{CAPITAL}[\w-]*|{CAPITAL}[\w.-]*)"
INNER = r"(?:de |du |des |d['’]|la |le |les |el-|al-|ez-|ash-|es )"
NAME = re.compile(rf"(?<![\w-]){WORD}(?:[ -](?:{INNER}{{0,2}})?{WORD})*")


@lru_cache(maxsize=1)
def listed() -> re.Pattern[str]:
    """Names that the French lists hold: the longest at each place."""
    known = {*countries(), *capitals(), *own_spellings("actor"), *own_spellings("place")}
    either = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def names_in(doc: Doc) -> Iterator[Span]:
    """Listed names, then capitalised words between them; whole words only."""
    taken: list[tuple[int, int]] = []
    for pattern in (listed(), NAME):
        for match in pattern.finditer(doc.text):
            start, end = match.start(), match.start() + len(match[0].rstrip(".'’"))
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            span = doc.char_span(start, end)
            if span is not None and not is_mere_opening(span):
                taken.append((start, end))
                yield span


def is_mere_opening(span: Span) -> bool:
    """ "Selon", "Au", "Trois": capitals that a sentence begins with."""
    word = span[0]
    return len(span) == 1 and word.is_sent_start and word.pos_ not in {"PROPN", "NOUN", "X", "ADJ"}
