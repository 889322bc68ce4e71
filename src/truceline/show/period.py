"""What one day or week brought, from what the ledger holds."""

import datetime
from collections.abc import Iterable, Iterator
from functools import cached_property

from truceline.errors import UnknownConflict
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.show.brief_lines import Brief, Line, Quote, Section, Source
from truceline.show.period_sections import sections
from truceline.show.standing import Standing, standing_of
from truceline.show.wording import counted, day


def brief_of(ledger: Ledger, *, days: int, until: datetime.date | None = None, conflict: str | None = None) -> Brief:
    """The brief of ``days`` days up to ``until``; without it up to the last day that a report was published.

    ``conflict``: only reports that were read under this conflict file; ``other`` for those of none. Raises
    UnknownConflict where there is none.
    """
    standing = standing_of(ledger, of_conflict(ledger, conflict) if conflict else None)
    last = until or max(standing.days_published(), default=None)
    if last is None:
        return Brief("Brief", "No report in this ledger has a day of publication.", ())
    period = Period(standing, last - datetime.timedelta(days=days - 1), last)
    made = tuple(sections(period))
    return Brief(f"Brief, {period.span}", f"{period.lead} {news(made)}", made)


def of_conflict(ledger: Ledger, conflict: str) -> set[str]:
    """Raises UnknownConflict where no report was read under it."""
    read_under = {report: key or "other" for report, key in ledger.conflicts().items()}
    found = {report for report, key in read_under.items() if key == conflict}
    if not found:
        there = ", ".join(sorted(set(read_under.values()))) or "none"
        raise UnknownConflict(f"--conflict {conflict}: no report was read under it; this ledger has {there}")
    return found


def news(made: Iterable[Section]) -> str:
    """How many lines each section has: what is new at one glance."""
    told = [f"{len(section.lines)} {section.about}" for section in made if section.lines]
    return f"New: {', '.join(told)}." if told else "Nothing new."


class Period:
    """The claims of reports published from ``first`` to ``last``, both included."""

    def __init__(self, standing: Standing, first: datetime.date, last: datetime.date) -> None:
        self.standing, self.first, self.last = standing, first, last

    @cached_property
    def fresh(self) -> set[str]:
        return {claim.id for claim in self.standing.claims.values() if self._is_in(self.standing.published(claim))}

    def _is_in(self, published: datetime.date | None) -> bool:
        return published is not None and self.first <= published <= self.last

    def is_told(self, id_: str) -> bool:
        """Whether it was known at the end of the period."""
        published = self.standing.published(self.standing.claims[id_])
        return published is None or published <= self.last

    @property
    def span(self) -> str:
        return day(self.last) if self.first == self.last else f"{day(self.first)} to {day(self.last)}"

    @property
    def lead(self) -> str:
        reports = [report for report in self.standing.reports.values() if self._is_in(report.published)]
        outlets = len({report.publisher for report in reports if report.publisher})
        undated = sum(report.published is None for report in self.standing.reports.values())
        lead = (
            f"{counted(len(reports), 'report')} of {counted(outlets, 'outlet')}, {counted(len(self.fresh), 'claim')}."
        )
        aside = (
            f" {counted(undated, 'report')} without a day of publication {'is' if undated == 1 else 'are'} left aside."
        )
        return lead + (aside if undated else "")

    def claims(self, ids: Iterable[str]) -> Iterator[AnyClaim]:
        """Those of this period, of a record's members."""
        return (self.standing.claims[id_] for id_ in ids if id_ in self.fresh)

    def line(self, text: str, *claims: AnyClaim) -> Line:
        """Each wording once."""
        quotes = {quote.words: quote for quote in map(self.quote, claims)}
        return Line(text, tuple(quotes.values()))

    def quote(self, claim: AnyClaim) -> Quote:
        report = self.standing.reports.get(claim.report)
        published = f", {day(report.published, weekday=False)}" if report and report.published else ""
        outlet = (report.publisher if report else None) or "outlet not known"
        source = Source(outlet + published, report.url if report else None)
        return Quote(" ".join(claim.evidence.exact.split()), (source,))
