"""All markers over one parsed report, in their order, sorted into sentences."""

from collections.abc import Iterable

from truceline.knowledge.conflict_files import conflict_named
from truceline.model.evidence import Span as TextSpan
from truceline.model.report import LeftOut, Report
from truceline.settings import Settings
from truceline.understand.languages.language import language_of, pipeline_of
from truceline.understand.marked_sentence import M, MarkedReport, MarkedSentence, SentenceRole, within
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.parsing import parse
from truceline.understand.tokens import Span


def mark_report(report: Report, settings: Settings, conflict: str | None = None) -> MarkedReport:
    """Parse and mark one report. Later markers see what earlier ones saw."""
    if conflict is not None:
        conflict_named(conflict)  # a name that no file has is refused before any work
    return mark_parsed(parse_report(report, settings, conflict))


def parse_report(report: Report, settings: Settings, conflict: str | None = None) -> ParsedReport:
    doc = parse(report.text, pipeline_of(report.language, settings), language_of(report).grammar)
    return ParsedReport(report, doc, conflict)


def mark_parsed(parsed: ParsedReport) -> MarkedReport:
    """The markers of the report's language alone, in their order."""
    report, mark = parsed.report, language_of(parsed.report).markers
    dates = in_text_order(mark.dates(parsed))
    places = in_text_order(mark.places(parsed))
    actors = in_text_order(mark.actors(parsed, [place for place in places if place.use == "literal"]))
    numbers = in_text_order(mark.numbers(parsed, dates))
    speakers = in_text_order(mark.speakers(parsed, actors))
    modalities = in_text_order(mark.modality(parsed, speakers))
    sentences = tuple(
        MarkedSentence(
            index=index,
            span=span,
            role=role_of(span, report),
            dates=within(dates, span.start_char, span.end_char),
            places=within(places, span.start_char, span.end_char),
            actors=within(actors, span.start_char, span.end_char),
            numbers=within(numbers, span.start_char, span.end_char),
            speakers=within(speakers, span.start_char, span.end_char),
            modalities=within(modalities, span.start_char, span.end_char),
        )
        for index, span in enumerate(parsed.doc.sents)
    )
    return MarkedReport(
        report, parsed.doc, sentences, dates, places, actors, numbers, speakers, modalities, parsed.conflict
    )


def in_text_order(marks: Iterable[M]) -> tuple[M, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def role_of(span: Span, report: Report) -> SentenceRole:
    """What part of the page a sentence stands in."""
    if any(touches(span, piece) for piece in report.left_out):
        return "left_out"
    if any(touches(span, caption) for caption in report.captions):
        return "caption"
    if report.headline is not None and touches(span, report.headline):
        return "headline"
    return "body"


def touches(span: Span, piece: LeftOut | TextSpan) -> bool:
    return span.start_char < piece.end and piece.start < span.end_char
