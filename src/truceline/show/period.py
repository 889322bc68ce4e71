"""What one day or week brought: changed tolls, truces, talks ahead, contradictions, each line with its source."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim, Casualties, Position, Talks, Territory
from truceline.model.record import CeasefireProcess, Contradiction, TalksRound, TollPoint, TollSeries
from truceline.show.standing import Standing, standing_of
from truceline.show.wording import counted, day, figure, names, when, where, who

AHEAD = {"planned", "proposed", "postponed"}


@dataclass(frozen=True)
class Line:
    """One line of a brief: what is said, by which outlet, where to read it, in which words."""

    text: str
    source: str = ""
    url: str | None = None
    words: str = ""


@dataclass(frozen=True)
class Section:
    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True)
class Brief:
    title: str
    lead: str
    sections: tuple[Section, ...]


def brief_of(ledger: Ledger, *, days: int, until: datetime.date | None = None) -> Brief:
    """The brief of ``days`` days up to ``until``; without it up to the last day that a report was published."""
    standing = standing_of(ledger)
    last = until or max(standing.days_published(), default=None)
    if last is None:
        return Brief("Brief", "No report in this ledger has a day of publication.", ())
    return PeriodBrief(standing, last - datetime.timedelta(days=days - 1), last).brief()


class PeriodBrief:
    """The claims of reports published from ``first`` to ``last``, both included."""

    def __init__(self, standing: Standing, first: datetime.date, last: datetime.date) -> None:
        self.standing, self.first, self.last = standing, first, last
        self.fresh = {claim.id for claim in standing.claims.values() if self._is_fresh(claim)}

    def _is_fresh(self, claim: AnyClaim) -> bool:
        published = self.standing.published(claim)
        return published is not None and self.first <= published <= self.last

    def brief(self) -> Brief:
        span = day(self.last) if self.first == self.last else f"{day(self.first)} to {day(self.last)}"
        return Brief(f"Brief, {span}", self._lead(), tuple(self._sections()))

    def _lead(self) -> str:
        reports = [
            report for report in self.standing.reports.values()
            if report.published and self.first <= report.published <= self.last
        ]  # fmt: skip
        outlets = len({report.publisher for report in reports if report.publisher})
        undated = sum(report.published is None for report in self.standing.reports.values())
        lead = (
            f"{counted(len(reports), 'report')} of {counted(outlets, 'outlet')}, {counted(len(self.fresh), 'claim')}."
        )
        return f"{lead} {counted(undated, 'report')} without a day of publication is left aside." if undated else lead

    def _sections(self) -> Iterator[Section]:
        yield Section("Cannot both hold", merged(self._contradictions()), "Nothing new contradicts.")
        yield Section("Truces", merged(self._truces()), "Nothing new on truces.")
        yield Section("Talks", merged(self._talks()), "No talks are told of.")
        yield Section("Ahead", merged(self._ahead()), "Nothing is announced.")
        yield Section("Tolls by claimant, never added up", merged(self._tolls()), "No new figures.")
        yield Section("Who is said to hold what", merged(self._territory()), "No change is claimed.")
        yield Section("Positions", merged(self._positions()), "No new position.")

    def line(self, text: str, claim: AnyClaim) -> Line:
        report = self.standing.reports.get(claim.report)
        published = f", {day(report.published, weekday=False)}" if report and report.published else ""
        outlet = (report.publisher if report else None) or "outlet not known"
        return Line(text, outlet + published, report.url if report else None, " ".join(claim.evidence.exact.split()))

    def _claims(self, ids: Iterable[str]) -> Iterator[AnyClaim]:
        """The claims of this period among the members of a record."""
        return (self.standing.claims[id_] for id_ in ids if id_ in self.fresh)

    def _contradictions(self) -> Iterator[Line]:
        for made in self.standing.of_kind(Contradiction):
            for claim in list(self._claims(made.members))[:1]:
                yield self.line(made.why, claim)

    def _truces(self) -> Iterator[Line]:
        for process in self.standing.of_kind(CeasefireProcess):
            for step in process.steps:
                for claim in self._claims([step.claim]):
                    stage = step.stage.replace("_", " ")
                    yield self.line(f"{process.title}: {stage}, {when(step.date)}, {self.standing.says(claim)}", claim)

    def _talks(self) -> Iterator[Line]:
        for made in self.standing.of_kind(TalksRound):
            for step in made.steps:
                if step.status not in AHEAD:
                    for claim in self._claims([step.claim]):
                        yield self.line(f"{made.title}: {step.status.replace('_', ' ')}, {when(step.date)}", claim)

    def _ahead(self) -> Iterator[Line]:
        """Meetings that are announced and whose day is not over, or not known."""
        for claim in self.standing.of_kind(Talks):
            past = claim.date is not None and claim.date.latest is not None and claim.date.latest < self.last
            if claim.id in self.fresh and claim.status in AHEAD and not past:
                both = names((*claim.participants, *claim.mediators))
                yield self.line(f"{claim.status}: {both}, {where(claim.place)}, {when(claim.date)}", claim)

    def _tolls(self) -> Iterator[Line]:
        for series in self.standing.of_kind(TollSeries):
            before: TollPoint | None = None
            for point in series.points:
                claim = self.standing.claims.get(point.claim)
                if isinstance(claim, Casualties) and claim.id in self.fresh:
                    yield self.line(f"{series.title}: {figure(claim)}{self._change(before, point)}", claim)
                before = point

    def _change(self, before: TollPoint | None, now: TollPoint) -> str:
        """What the same claimant said before, if it said something else."""
        claim = self.standing.claims.get(before.claim) if before else None
        if not isinstance(claim, Casualties) or before is None or (before.low, before.high) == (now.low, now.high):
            return ""
        return f" ({'revised, ' if now.flag == 'revision' else ''}before: {figure(claim)})"

    def _territory(self) -> Iterator[Line]:
        for claim in self.standing.of_kind(Territory):
            if claim.id in self.fresh:
                change = claim.change.replace("_", " ")
                says = self.standing.says(claim)
                yield self.line(f"{says}: {who(claim.controller)} {change} {where(claim.place)}", claim)

    def _positions(self) -> Iterator[Line]:
        for claim in self.standing.of_kind(Position):
            if claim.id in self.fresh:
                yield self.line(f"{who(claim.holder)}, {claim.stance}: {' '.join(claim.content.split())}", claim)


def merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same words in several outlets are one line that names them all: a copy is no second voice."""
    kept: dict[str, Line] = {}
    for line in lines:
        first = kept.get(line.words)
        kept[line.words] = replace(first, source=f"{first.source}; {line.source}") if first else line
    return tuple(kept.values())
