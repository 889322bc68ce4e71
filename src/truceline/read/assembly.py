"""A text with its story and what is none, made into a Report: both formats end here."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.model.evidence import Span, span_of
from truceline.model.ids import report_id
from truceline.model.missing import Missing
from truceline.model.report import LeftOut, Report
from truceline.read.byline import author_of, is_byline, is_timestamp
from truceline.read.credits import dateline_of, is_caption, wire_of
from truceline.read.fingerprint import fingerprint
from truceline.read.headline import headline_of
from truceline.read.paragraphs import Paragraph
from truceline.read.publisher import publisher_of

FIELDS = ("title", "publisher", "author", "published", "url", "wire", "dateline")
TOP = 6  # paragraphs in which bylines, time stamps and datelines stand
BOTTOM = 3  # paragraphs in which a story ends with its agency's credit


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states of itself; a plain text states nothing. ``captions``: paragraphs known to be some."""

    fields: dict[str, str | None] = field(default_factory=dict)
    headline: Paragraph | None = None
    captions: frozenset[str] = frozenset()


def assemble(
    text: str, story: Sequence[Paragraph], left_out: Sequence[LeftOut], language: str, stated: Stated
) -> Report:
    """``story``: the paragraphs of ``text`` that are not left out."""
    credit_lines = [piece for piece in story[:TOP] if is_byline(piece.text) or is_timestamp(piece.text)]
    captions = [piece for piece in story if piece not in credit_lines and _is_caption(piece.text, stated)]
    body = [piece for piece in story if piece not in credit_lines and piece not in captions]
    headline = stated.headline or headline_of(body)
    found = _found_fields(body, credit_lines, left_out, headline)
    found = {name: stated.fields.get(name) or value for name, value in found.items()}
    return Report(
        id=report_id(text),
        language=language,
        text=text,
        headline=_span(text, headline) if headline else None,
        captions=tuple(_span(text, piece) for piece in captions),
        left_out=tuple(sorted([*left_out, *map(_credit_line, credit_lines)], key=lambda piece: piece.start)),
        fingerprint=fingerprint(piece.text for piece in body if piece != headline),
        missing={name: _NOT_STATED for name in FIELDS if found.get(name) is None},
        **found,
    )


_NOT_STATED: Missing = "not_stated"


def _found_fields(
    body: Sequence[Paragraph],
    credit_lines: Sequence[Paragraph],
    left_out: Sequence[LeftOut],
    headline: Paragraph | None,
) -> dict[str, str | None]:
    """What the words themselves say. The dateline's brackets name the wire first, then credits around the story."""
    datelines = [found for found in (dateline_of(piece.text) for piece in body[:TOP] if piece != headline) if found]
    dateline, wire = datelines[0] if datelines else (None, None)
    places = [piece.text for piece in (*credit_lines, *body[:TOP], *body[-BOTTOM:])] + [
        piece.text for piece in left_out
    ]
    return {
        "title": headline.text if headline else None,
        "publisher": publisher_of(piece.text for piece in left_out),
        "author": next((author_of(piece.text) for piece in credit_lines if is_byline(piece.text)), None),
        "url": None,
        "dateline": dateline,
        "wire": wire or next(filter(None, map(wire_of, places)), None),
    }


def _is_caption(paragraph: str, stated: Stated) -> bool:
    return paragraph in stated.captions or is_caption(paragraph)


def _credit_line(piece: Paragraph) -> LeftOut:
    kind = "author_box" if is_byline(piece.text) else "other"
    return LeftOut(kind=kind, start=piece.start, end=piece.end, text=piece.text)


def _span(text: str, piece: Paragraph) -> Span:
    return span_of(text, piece.start, piece.end)
