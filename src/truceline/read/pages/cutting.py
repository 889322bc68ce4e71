"""The page's text: headline and story paragraphs, with what is no story cut out and kept for audit."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from truceline.model.report import LeftOut, LeftOutKind
from truceline.read.boilerplate import NOWHERE_ELSE, left_out_of
from truceline.read.byline import is_byline, is_timestamp
from truceline.read.paragraphs import Paragraph
from truceline.read.standing import Standing

BETWEEN = "\n\n"
TOP = 6  # paragraphs in which bylines and time stamps stand


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece taken out; ``after`` counts the paragraphs that stay and stood before it."""

    kind: LeftOutKind
    text: str
    after: int


def cut(
    found: Sequence[str],
    publisher: str | None = None,
    linked: Container[str] = (),
    standing: Mapping[str, Standing] = NOWHERE_ELSE,
) -> tuple[list[str], list[Cut]]:
    """Paragraphs that stay, and the pieces that do not. ``linked``: paragraphs that are nothing but a link;
    ``standing``: where those stand that are laid out unlike the others.
    """
    draft, pieces = joined(found)
    outs = left_out_of(draft, pieces, publisher, standing)
    stay: list[str] = []
    cuts: list[Cut] = []
    for number, piece in enumerate(pieces):
        is_edge = number < TOP or number == len(pieces) - 1
        kind = (_credit_kind(piece.text) if is_edge else None) or ("related" if piece.text in linked else None)
        spans = [(piece.start, piece.end, kind)] if kind else list(_spans_in(piece, outs))
        cuts += [Cut(each, draft[start:end], len(stay)) for start, end, each in spans]
        rest = _without(draft, piece, [(start, end) for start, end, _ in spans])
        if rest:
            stay.append(rest)
    return stay, cuts


def _credit_kind(line: str) -> LeftOutKind | None:
    if is_byline(line):
        return "author_box"
    return "other" if is_timestamp(line) else None


def _spans_in(piece: Paragraph, outs: Iterable[LeftOut]) -> Iterator[tuple[int, int, LeftOutKind]]:
    for out in outs:
        start, end = max(out.start, piece.start), min(out.end, piece.end)
        if start < end:
            yield start, end, out.kind


def _without(draft: str, piece: Paragraph, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = [], piece.start
    for start, end in spans:
        kept.append(draft[at:start].strip())
        at = end
    kept.append(draft[at : piece.end].strip())
    return " ".join(filter(None, kept))


def joined(paragraphs: Iterable[str]) -> tuple[str, list[Paragraph]]:
    """One text of them with a blank line between, and the place of each."""
    placed: list[Paragraph] = []
    at = 0
    for paragraph in paragraphs:
        placed.append(Paragraph(at, at + len(paragraph), paragraph))
        at += len(paragraph) + len(BETWEEN)
    return BETWEEN.join(piece.text for piece in placed), placed


def placed_cuts(cuts: Iterable[Cut], stay: Sequence[Paragraph], skip: int) -> tuple[LeftOut, ...]:
    """Each cut at the end of the paragraph it stood behind; ``skip``: paragraphs, such as the headline, put before."""
    found: list[LeftOut] = []
    for piece in sorted(cuts, key=lambda piece: piece.after):
        behind = piece.after + skip
        at = stay[behind - 1].end if behind else 0
        if found and (found[-1].kind, found[-1].start) == (piece.kind, at):
            found[-1] = found[-1].model_copy(update={"text": f"{found[-1].text}\n{piece.text}"})
        else:
            found.append(LeftOut(kind=piece.kind, start=at, end=at, text=piece.text))
    return tuple(found)
