"""The room's door: one report in, its claims out."""

from collections.abc import Callable, Iterator

from truceline.model.claims import AnyClaim
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.assembly import assemble
from truceline.understand.finders.casualties import find_casualties
from truceline.understand.finders.ceasefires import find_ceasefires
from truceline.understand.finders.events import find_events
from truceline.understand.finders.positions import find_positions
from truceline.understand.finders.statements import find_statements
from truceline.understand.finders.talks import find_talks
from truceline.understand.finders.territory import find_territory
from truceline.understand.finding import Finding
from truceline.understand.mark_report import mark_report
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.repetition import without_repetition

Finder = Callable[[MarkedReport], Iterator[Finding]]
FINDERS: tuple[Finder, ...] = (
    find_statements,
    find_events,
    find_casualties,
    find_ceasefires,
    find_talks,
    find_territory,
    find_positions,
)


def find_claims(report: Report, *, conflict: str | None = None, settings: Settings | None = None) -> list[AnyClaim]:
    """Every claim that one report makes, in text order. The same report gives the same claims."""
    return claims_of(mark_report(report, settings or Settings(), conflict))


def claims_of(marked: MarkedReport) -> list[AnyClaim]:
    findings = (found for finder in FINDERS for found in finder(marked))
    return without_repetition(marked, assemble(marked, findings))
