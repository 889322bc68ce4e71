"""One attribution while it is being read: pieces as token ranges, end exclusive."""

from dataclasses import dataclass

from truceline.model.claims.statements import StatementFunction
from truceline.understand.tokens import Doc, Token

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]
TRAILING = frozenset({".", ",", ";", ":", "-", "–", "—", "--", "?", "!", "(", "…"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»", "„"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """``speaker`` is the head word of the source, ``verb`` the head word of the cue.

    ``further_cues``: tokens that go on in the name of the same speaker ("..., adding that ...").
    """

    cue: Piece
    content: Pieces
    source: Pieces
    verb: Token
    speaker: Token | None
    rule: str
    function: StatementFunction = "statement"
    medium: str | None = None
    further_cues: tuple[int, ...] = ()


def tidy(doc: Doc, start: int, end: int) -> Piece | None:
    """A piece without surrounding spaces and punctuation that is not quoted with it; null when nothing is left."""
    while end > start and is_loose_end(doc, start, end):
        end -= 1
    while start < end and is_loose_start(doc, start):
        start += 1
    return (start, end) if end > start else None


def is_loose_end(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1]
    if last.is_space or last.text in TRAILING:
        return True
    if last.text in QUOTES and end - 2 >= start and (doc[end - 2].is_space or doc[end - 2].whitespace_):
        return True  # it opens what comes next
    return last.text == ")" and not any(token.text == "(" for token in doc[start:end])


def is_loose_start(doc: Doc, start: int) -> bool:
    first = doc[start]
    if first.is_space or first.text in TRAILING - {"…"}:
        return True
    return first.text in QUOTES and bool(first.whitespace_) and start > 0 and not doc[start - 1].whitespace_


def tidied(doc: Doc, *pieces: Piece) -> Pieces:
    kept = (tidy(doc, start, end) for start, end in pieces)
    return tuple(sorted(piece for piece in kept if piece is not None))
