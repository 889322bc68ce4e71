"""One attribution while it is being read: pieces as token ranges, end exclusive."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from truceline.model.claims.statements import StatementFunction

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
    while start < end and (doc[start].is_space or doc[start].text in TRAILING - {"…"}):
        start += 1
    return (start, end) if end > start else None


def is_loose_end(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1]
    if last.is_space or last.text in TRAILING:
        return True
    return last.text == ")" and not any(token.text == "(" for token in doc[start:end])


def tidied(doc: Doc, *pieces: Piece) -> Pieces:
    kept = (tidy(doc, start, end) for start, end in pieces)
    return tuple(sorted(piece for piece in kept if piece is not None))
