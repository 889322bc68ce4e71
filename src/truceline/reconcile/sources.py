"""Which reports speak independently: copies of one text, and what one wire wrote, count once."""

import datetime
from collections.abc import Iterable

from truceline.model.claims import AnyClaim
from truceline.model.report import Report


class Sources:
    """What is known of the reports: their outlet, their day, and which of them share one origin."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports: dict[str, Report] = {}
        self._outlets: dict[str, set[str]] = {}
        for report in reports:
            self._reports.setdefault(report.id, report)
            if report.publisher:
                self._outlets.setdefault(report.id, set()).add(report.publisher)

    def published(self, claim: AnyClaim) -> datetime.date | None:
        report = self._reports.get(claim.report)
        return report.published if report else None

    def origin(self, report_id: str) -> str:
        """A name that is equal for reports of one origin: the wire with the day, the first copy, the text itself."""
        report = self._reports.get(report_id)
        if report is None:
            return report_id
        if report.wire and report.published:
            return f"{report.wire} {report.published}"
        return report.copy_of or report.fingerprint or report.id

    def independent(self, claims: Iterable[AnyClaim]) -> int:
        return len({self.origin(claim.report) for claim in claims})

    def outlets(self, claims: Iterable[AnyClaim]) -> tuple[str, ...]:
        return tuple(sorted({outlet for claim in claims for outlet in self._outlets.get(claim.report, ())}))
