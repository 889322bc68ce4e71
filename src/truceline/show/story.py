"""A report's text with all its claims marked, and what was left out folded where it stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from truceline.model.claims import AnyClaim
from truceline.model.report import LeftOut, Report
from truceline.show.sentences import PARAGRAPH


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the claims that were read from them, the closest one first; ``start`` counts code points."""

    text: str
    claims: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    pieces: list[Piece]
    left_out: list[LeftOut]


def story_of(report: Report, claims: Sequence[AnyClaim]) -> list[Paragraph]:
    """Paragraphs in order. Pieces left out stand before the paragraph that followed them."""
    folded = sorted(report.left_out, key=lambda piece: piece.start)
    made: list[Paragraph] = []
    for start, end in paragraphs_of(report.text):
        before = [piece for piece in folded if piece.start <= start]
        folded = folded[len(before) :]
        inside = next((piece for piece in before if piece.start <= start and end <= piece.end), None)
        pieces = [] if inside else pieces_of(report.text, start, end, claims)
        made.append(Paragraph(pieces, before))
    if folded:
        made.append(Paragraph([], folded))
    return [paragraph for paragraph in made if paragraph.pieces or paragraph.left_out]


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    edges = [0]
    for match in PARAGRAPH.finditer(text):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if text[edges[i] : edges[i + 1]].strip()]


def pieces_of(text: str, start: int, end: int, claims: Sequence[AnyClaim]) -> list[Piece]:
    """Cut at every edge of evidence; the shortest evidence is the closest to what the words say."""
    here = [c for c in claims if c.evidence.start < end and c.evidence.end > start]
    spans = sorted(here, key=lambda c: (c.evidence.end - c.evidence.start, c.kind))
    edges = {start, end}
    for claim in here:
        edges |= {max(start, claim.evidence.start), min(end, claim.evidence.end)}
    made: list[Piece] = []
    for first, last in pairwise(sorted(edges)):
        over = tuple(c.id for c in spans if c.evidence.start <= first and last <= c.evidence.end)
        made.append(Piece(text[first:last], over, first))
    return made
