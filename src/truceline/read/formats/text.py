"""Plain text: the text stays as it is; what is no story is marked where it stands."""

from collections.abc import Iterator, Sequence

from truceline.errors import CannotRead, NothingToRead, TooLarge
from truceline.model.evidence import Span, span_of
from truceline.model.ids import report_id
from truceline.model.missing import Missing
from truceline.model.report import LeftOut, Report
from truceline.read.boilerplate import left_out_of
from truceline.read.byline import author_of, is_byline, is_timestamp
from truceline.read.credits import dateline_of, is_caption, wire_of
from truceline.read.decoding import decode
from truceline.read.fingerprint import fingerprint
from truceline.read.headline import headline_of
from truceline.read.language import check_language
from truceline.read.paragraphs import Paragraph, paragraphs
from truceline.read.publisher import publisher_of
from truceline.read.sources import Source
from truceline.settings import Settings

FIELDS = ("title", "publisher", "author", "published", "url", "wire", "dateline")
TOP = 6  # paragraphs in which bylines, time stamps and datelines stand


def read_text(source: Source, language: str, settings: Settings) -> Iterator[Report | CannotRead]:
    text = decode(source)
    check_length(source.name, text, settings)
    report = text_report(source.name, text, language)
    check_language(source.name, story_text(report), language)
    yield report


def check_length(name: str, text: str, settings: Settings) -> None:
    if len(text) > settings.longest_text:
        raise TooLarge(name, f"{len(text):,} characters of text; a report has at most {settings.longest_text:,}")


def text_report(name: str, text: str, language: str) -> Report:
    """A Report whose text is the given one, character for character."""
    pieces = paragraphs(text)
    left_out = left_out_of(text, pieces)
    story = [piece for piece in pieces if not _is_inside(piece, left_out)]
    if not story:
        raise NothingToRead(name, "there is no story in it")
    return assemble(text, story, left_out, language)


def assemble(text: str, story: Sequence[Paragraph], left_out: Sequence[LeftOut], language: str) -> Report:
    credits = [piece for piece in story[:TOP] if is_byline(piece.text) or is_timestamp(piece.text)]
    captions = [piece for piece in story if piece not in credits and is_caption(piece.text)]
    body = [piece for piece in story if piece not in credits and piece not in captions]
    headline = headline_of(body)
    found: dict[str, str | None] = {
        "title": headline.text if headline else None,
        "publisher": publisher_of(piece.text for piece in left_out),
        "author": next((author_of(piece.text) for piece in credits if is_byline(piece.text)), None),
        **agency_credit(body, credits, left_out),
    }
    return Report(
        id=report_id(text),
        language=language,
        text=text,
        headline=_span(text, headline) if headline else None,
        captions=tuple(_span(text, piece) for piece in captions),
        left_out=tuple(sorted([*left_out, *map(_credit_line, credits)], key=lambda piece: piece.start)),
        fingerprint=fingerprint(piece.text for piece in body),
        missing=missing_of(found),
        **found,
    )


def agency_credit(
    body: Sequence[Paragraph], credits: Sequence[Paragraph], left_out: Sequence[LeftOut]
) -> dict[str, str | None]:
    """Dateline and wire: the dateline's brackets first, then credits at the story's end and in its notices."""
    datelines = [found for found in (dateline_of(piece.text) for piece in body[:TOP]) if found]
    dateline, wire = datelines[0] if datelines else (None, None)
    places = [*credits, *body[:TOP], *body[-3:], *left_out]
    return {"dateline": dateline, "wire": wire or next(filter(None, (wire_of(place.text) for place in places)), None)}


def missing_of(found: dict[str, str | None]) -> dict[str, Missing]:
    return {field: "not_stated" for field in FIELDS if found.get(field) is None}


def story_text(report: Report) -> str:
    """The text without what was left out."""
    kept, at = [], 0
    for piece in report.left_out:
        kept.append(report.text[at : piece.start])
        at = piece.end
    return "".join([*kept, report.text[at:]])


def _is_inside(piece: Paragraph, left_out: Sequence[LeftOut]) -> bool:
    return any(out.start <= piece.start and piece.end <= out.end for out in left_out)


def _credit_line(piece: Paragraph) -> LeftOut:
    kind = "author_box" if is_byline(piece.text) else "other"
    return LeftOut(kind=kind, start=piece.start, end=piece.end, text=piece.text)


def _span(text: str, piece: Paragraph) -> Span:
    return span_of(text, piece.start, piece.end)
