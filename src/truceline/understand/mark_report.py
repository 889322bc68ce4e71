"""All markers over one parsed report, in their order, sorted into sentences."""

from collections.abc import Iterable

from truceline.knowledge.conflict_files import conflict_named
from truceline.model.evidence import Span as TextSpan
from truceline.model.report import LeftOut, Report
from truceline.settings import Settings
from truceline.understand.languages.language import language_of, pipeline_of
from truceline.understand.marked_sentence import M, MarkedReport, MarkedSentence, SentenceRole, sorted_into
from truceline.understand.markers.actor_parts.quoted import without_own_side
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.parsing import parse
from truceline.understand.tokens import Span


def mark_report(report: Report, settings: Settings, conflict: str | None = None) -> MarkedReport:
    """Parse and mark one report. Later markers see what earlier ones saw."""
    return mark_parsed(parse_report(report, settings, conflict))


def parse_report(report: Report, settings: Settings, conflict: str | None = None) -> ParsedReport:
    if conflict is not None:
        conflict_named(conflict)  # a name that no file has is refused before any work
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
    actors = without_own_side(parsed.doc, actors, speakers)
    modalities = in_text_order(mark.modality(parsed, speakers))
    spans = parsed.doc.sents
    of_dates, of_places, of_actors = sorted_into(dates, spans), sorted_into(places, spans), sorted_into(actors, spans)
    of_numbers, of_speakers = sorted_into(numbers, spans), sorted_into(speakers, spans)
    of_modalities = sorted_into(modalities, spans)
    sentences = tuple(
        MarkedSentence(
            index=index,
            span=span,
            role=role_of(span, report),
            dates=of_dates[index],
            places=of_places[index],
            actors=of_actors[index],
            numbers=of_numbers[index],
            speakers=of_speakers[index],
            modalities=of_modalities[index],
        )
        for index, span in enumerate(spans)
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
