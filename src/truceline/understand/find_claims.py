"""The room's door: one report in, its claims out."""

from collections.abc import Iterator

from truceline.model.claims import AnyClaim
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand import mark_report as marking
from truceline.understand.assembly import assemble
from truceline.understand.finding import Finding
from truceline.understand.languages.language import language_of
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.repetition import without_repetition


def find_claims(report: Report, *, conflict: str | None = None, settings: Settings | None = None) -> list[AnyClaim]:
    """Every claim that one report makes, in text order. The same report gives the same claims."""
    return claims_in(marking.parse_report(report, settings or Settings(), conflict))


def claims_in(parsed: ParsedReport) -> list[AnyClaim]:
    """For a report that is parsed already; the parse is spent by it."""
    claims = claims_of(marking.mark_parsed(parsed))
    parsed.doc.release()
    return claims


def claims_of(marked: MarkedReport) -> list[AnyClaim]:
    return without_repetition(marked, assemble(marked, findings_in(marked)))


def findings_in(marked: MarkedReport) -> Iterator[Finding]:
    """What the finders of the report's language find, kind by kind."""
    for finder in language_of(marked.report).finders:
        yield from finder(marked)
