"""Plain text: the text stays as it is; what is no story is marked where it stands."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

from truceline.errors import CannotRead, NothingToRead, NotText, TooLarge
from truceline.model.report import LeftOut, Report
from truceline.read.assembly import TOP, Stated, assemble
from truceline.read.boilerplate import left_out_of
from truceline.read.byline import is_timestamp
from truceline.read.decoding import decode
from truceline.read.headline import has_sentence
from truceline.read.language import DEFAULT, language_of
from truceline.read.pages.publication_date import days_over
from truceline.read.paragraphs import Paragraph, paragraphs
from truceline.read.publication import with_stated_days
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source
from truceline.settings import Settings

FOR_MACHINES = re.compile(r"[{}>]$|[)\"'\]];$")
SAMPLE = 20_000  # code points


def read_text(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    text = decode(source)
    if "\0" in text:
        raise NotText(source.name, "this is binary data, not text")
    if is_for_machines(text):
        raise NotText(source.name, "this is markup or a program, not text")
    check_length(source.name, text, options.settings)
    yield in_its_language(source.name, text_report(source.name, text), options.language)


def is_for_machines(text: str) -> bool:
    """Most lines end as those of style sheets, scripts and data do."""
    ended = [line.rstrip() for line in text[:SAMPLE].splitlines() if line.strip()]
    return sum(bool(FOR_MACHINES.search(line)) for line in ended) > len(ended) / 2


def in_its_language(name: str, report: Report, wanted: str | None) -> Report:
    """Raises LanguageNotSupported where its story is in another language than the wanted, or in one not supported."""
    language = language_of(name, story_text(report), wanted)
    return report if language == report.language else report.model_copy(update={"language": language})


def check_length(name: str, text: str, settings: Settings) -> None:
    if len(text) > settings.longest_text:
        raise TooLarge(name, f"{len(text):,} characters of text; a report has at most {settings.longest_text:,}")


def text_report(name: str, text: str) -> Report:
    """A Report whose text is the given one, character for character."""
    pieces = paragraphs(text)
    left_out = left_out_of(text, pieces)
    story = outside(pieces, left_out)
    if not story:
        raise NothingToRead(name, "there is no story in it")
    return with_days_over(assemble(text, story, left_out, DEFAULT, Stated()))


def with_days_over(report: Report) -> Report:
    """The day in a line of its own over the story, and the one in the dateline."""
    lines = [piece.text for piece in paragraphs(report.text)[:TOP]]
    over = chain(lines[:1], takewhile(lambda line: is_timestamp(line) or not has_sentence(line), lines[1:]))
    return with_stated_days(report, days_over(over, report.dateline))


def outside(pieces: Sequence[Paragraph], left_out: Sequence[LeftOut]) -> list[Paragraph]:
    """The paragraphs that are not left out as a whole."""
    waiting = list(left_out)
    story: list[Paragraph] = []
    for piece in pieces:
        while waiting and waiting[0].end <= piece.start:
            waiting.pop(0)
        if not (waiting and waiting[0].start <= piece.start and piece.end <= waiting[0].end):
            story.append(piece)
    return story


def story_text(report: Report) -> str:
    """The text without what was left out."""
    kept, at = [], 0
    for piece in report.left_out:
        kept.append(report.text[at : piece.start])
        at = piece.end
    return "".join([*kept, report.text[at:]])
