"""What is known of the reports: outlet, day, conflict, and which of them speak independently."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from truceline.model.claims import AnyClaim
from truceline.model.report import Report
from truceline.reconcile.theatres import Theatre, theatre_of

T = TypeVar("T")
NOWHERE = Theatre(None, frozenset())


class Sources:
    """Reports by id, with the claims of each: copies of one text, and what one wire wrote, count once."""

    def __init__(
        self,
        reports: Iterable[Report] = (),
        *,
        claims: Iterable[AnyClaim] = (),
        conflicts: Mapping[str, str | None] | None = None,
        copies: Mapping[str, str] | None = None,
    ) -> None:
        self._reports: dict[str, Report] = {}
        self._outlets: dict[str, set[str]] = {}
        self._copies: dict[str, str] = {}
        self._theatres: dict[str, Theatre] = {}
        self._kept: dict[tuple[str, str], object] = {}
        self.learn(reports, claims=claims, conflicts=conflicts, copies=copies)

    def learn(
        self,
        reports: Iterable[Report],
        *,
        claims: Iterable[AnyClaim] = (),
        conflicts: Mapping[str, str | None] | None = None,
        copies: Mapping[str, str] | None = None,
    ) -> None:
        """Add reports, each with all of its claims at once."""
        for report in reports:
            self._reports.setdefault(report.id, report)
            if report.publisher:
                self._outlets.setdefault(report.id, set()).add(report.publisher)
        self._copies |= copies or {}
        self._theatres |= self._theatres_of(claims, conflicts or {})

    def _theatres_of(self, claims: Iterable[AnyClaim], conflicts: Mapping[str, str | None]) -> dict[str, Theatre]:
        by_report: dict[str, list[AnyClaim]] = {}
        for claim in claims:
            by_report.setdefault(claim.report, []).append(claim)
        return {
            id_: theatre_of(told, conflicts.get(id_), report.text if (report := self.report(id_)) else "")
            for id_, told in by_report.items()
        }

    def report(self, id_: str) -> Report | None:
        return self._reports.get(id_)

    def published(self, claim: AnyClaim) -> datetime.date | None:
        report = self._reports.get(claim.report)
        return report.published if report else None

    def theatre(self, claim: AnyClaim) -> Theatre:
        """Which war the claim's report tells of, as far as its own claims say."""
        return self._theatres.get(claim.report, NOWHERE)

    def origins(self, claims: Iterable[AnyClaim]) -> dict[str, str]:
        """The reports of the claims, with a name that is equal for those of one origin: one wire, one text."""
        named: dict[str, str] = {}
        groups: list[tuple[set[str], set[str]]] = []
        for report in sorted({claim.report for claim in claims}):
            reports, marks = {report}, set(self._marks(report))
            for group in [one for one in groups if one[1] & marks]:
                groups.remove(group)
                reports, marks = reports | group[0], marks | group[1]
            groups.append((reports, marks))
        for reports, _ in groups:
            named |= dict.fromkeys(reports, min(reports))
        return named

    def _marks(self, report_id: str) -> frozenset[str]:
        """What reports of one origin share: the wire, the first of its copies, the text itself."""
        report = self._reports.get(report_id)
        if report is None:
            return frozenset({report_id})
        first = self._copies.get(report_id) or report.copy_of or report.id
        return frozenset(filter(None, (report.wire, first, report.fingerprint)))

    def are_of_one_origin(self, first: str, second: str) -> bool:
        return first == second or bool(self._marks(first) & self._marks(second))

    def independent(self, claims: Iterable[AnyClaim]) -> int:
        return len(set(self.origins(claims).values()))

    def outlets(self, claims: Iterable[AnyClaim]) -> tuple[str, ...]:
        return tuple(sorted({outlet for claim in claims for outlet in self._outlets.get(claim.report, ())}))

    def once(self, claim: AnyClaim, make: Callable[[AnyClaim, "Sources"], T]) -> T:
        """What ``make`` says of the claim, worked out once: pairs are compared often."""
        key = (make.__module__, claim.id)
        if key not in self._kept:
            self._kept[key] = make(claim, self)
        return self._kept[key]  # type: ignore[return-value]  # one maker a module
