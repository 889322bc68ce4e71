"""Pieces that are no part of the story: pleas for money, newsletter boxes, "Read more", cookie banners.

Words in quotation marks are the story's: "donors should support us monthly", said by somebody, is news.
"""

import re
from collections.abc import Sequence

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.paragraphs import Paragraph
from truceline.read.plea_words import PleaWords, plea_words
from truceline.read.sentences import sentences, unquoted

SHORT_LINE = 400  # code points; navigation, buttons, notes of an editor are no longer
PLEA_PARAGRAPH = 160  # words; a longer paragraph is judged sentence by sentence
ALONE = ({"outlet", "giving", "reader"}, {"outlet", "giving", "voice", "ease"})  # hint lists that are enough
BUTTON = re.compile(
    r"[$€£]?\d|[A-Z][a-z]+ (?:[$€£]\d|(?:[Tt]he )?[A-Z])"
)  # "$3 monthly", "Give $5", "Support The Post"
BUTTON_WORDS = 6
NEIGHBOUR = 2  # hint lists needed with another plea beside


def left_out_of(text: str, pieces: Sequence[Paragraph]) -> tuple[LeftOut, ...]:
    """The pieces of a text that are no story, in order; neighbours of one kind are one piece."""
    words = plea_words()
    kinds = [whole_kind(piece.text, words) for piece in pieces]
    kinds = _spread_to_neighbours(pieces, kinds, words)
    found: list[LeftOut] = []
    for piece, kind in zip(pieces, kinds, strict=True):
        spans = [(piece.start, piece.end, kind)] if kind else sentence_spans(piece, words)
        for start, end, each in spans:
            _append(found, text, each, start, end)
    return tuple(found)


def whole_kind(paragraph: str, words: PleaWords) -> LeftOutKind | None:
    """What a paragraph is, where all of it is no story."""
    if len(paragraph) <= SHORT_LINE:
        kind = words.kind_of_line(paragraph)
        if kind:
            return kind
    own = unquoted(paragraph)
    if words.speaks_story(own) or len(own.split()) > PLEA_PARAGRAPH:
        return None
    kind = words.kind_of_phrase(own)
    if kind:
        return kind
    hints = words.hints(own)
    return "plea" if any(enough <= hints for enough in ALONE) else None


def _spread_to_neighbours(
    pieces: Sequence[Paragraph], kinds: list[LeftOutKind | None], words: PleaWords
) -> list[LeftOutKind | None]:
    """A paragraph between or beside pleas needs fewer signs of its own."""
    spread = list(kinds)
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for at in order:
            beside = {spread[at - 1] if at else None, spread[at + 1] if at + 1 < len(pieces) else None}
            if spread[at] is None and "plea" in beside and _could_be_plea(pieces[at].text, words):
                spread[at] = "plea"
    return spread


def _could_be_plea(paragraph: str, words: PleaWords) -> bool:
    own = unquoted(paragraph)
    hints = words.hints(own)
    if len(paragraph.split()) <= BUTTON_WORDS and BUTTON.match(paragraph):
        return bool({"giving", "ease"} & hints)
    addressed = bool({"outlet", "reader"} & hints)
    return addressed and len(hints) >= NEIGHBOUR and not words.speaks_story(own)


def sentence_spans(piece: Paragraph, words: PleaWords) -> list[tuple[int, int, LeftOutKind]]:
    """Sentences of a story paragraph that are none of it, such as a plea run on behind the last one."""
    if not words.kind_of_phrase(unquoted(piece.text)):
        return []
    spans: list[tuple[int, int, LeftOutKind]] = []
    for start, end in sentences(piece.text):
        own = unquoted(piece.text[start:end])
        kind = None if words.speaks_story(own) else words.kind_of_phrase(own)
        if kind:
            spans.append((piece.start + start, piece.start + end, kind))
    return spans


def _append(found: list[LeftOut], text: str, kind: LeftOutKind, start: int, end: int) -> None:
    """Join a piece to the one before where only white space is between and both are one thing.

    The button under a plea is part of the plea.
    """
    if found and not text[found[-1].end : start].strip():
        before = found[-1]
        if kind == before.kind or (before.kind == "plea" and kind in ("read_more", "subscription")):
            kind, start = before.kind, found.pop().start
    found.append(LeftOut(kind=kind, start=start, end=end, text=text[start:end]))
