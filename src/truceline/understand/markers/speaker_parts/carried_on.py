"""Quotations that go on for several paragraphs: who spoke last speaks a paragraph that is quoted from end to end."""

from collections.abc import Iterator, Sequence

from truceline.understand.markers.speaker_parts.attribution import Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.tokens import Doc

RULE = "carried-on"


def read_carried_on(doc: Doc, quotations: Quotations, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Only right behind a paragraph that ends with what somebody says and quotes him."""
    whole = [piece for piece in paragraphs(doc) if is_all_quoted(doc, piece, quotations)] if quotations.pieces else []
    told = {index for one in found for start, end in one.content for index in range(start, end)} if whole else set()
    last: Attribution | None = None
    for piece in paragraphs(doc) if whole else ():
        if piece not in whole:
            last = last_quoted(doc, piece, quotations, found)
        elif last is not None and told.isdisjoint(range(*piece)):
            content = tidied(doc, piece)
            if content:
                yield Attribution(last.cue, content, last.source, last.verb, last.speaker, RULE)


def paragraphs(doc: Doc) -> list[Piece]:
    """The token ranges between line breaks."""
    breaks = [token.i for token in doc if token.is_space and "\n" in token.text]
    edges = zip([-1, *breaks], [*breaks, len(doc)], strict=True)
    return [(before + 1, after) for before, after in edges if after > before + 1]


def is_all_quoted(doc: Doc, paragraph: Piece, quotations: Quotations) -> bool:
    """One quotation behind the other; a comma at the end promises a speaker, a dash names him."""
    here, end = paragraph
    while here < end:
        quoted = quotations.starting_at(here)
        if quoted is None or doc[quoted[1] - 2].text == ",":
            return False
        here = quoted[1]
        while here < end and doc[here].is_space:
            here += 1
    return True


def last_quoted(doc: Doc, paragraph: Piece, quotations: Quotations, found: Sequence[Attribution]) -> Attribution | None:
    """Who is quoted at the end of the paragraph."""
    start, end = paragraph
    own = [one for one in found if start <= one.verb.i < end and one.source and one.function == "statement"]
    last = max(own, key=reach, default=None)
    if last is None or reach(last) <= doc[end - 1].sent.start:
        return None
    return last if any(quotations.touches(*piece) for piece in last.content) else None


def reach(one: Attribution) -> int:
    """The last word that belongs to it."""
    return max(one.verb.i, *(end - 1 for _, end in one.content))
