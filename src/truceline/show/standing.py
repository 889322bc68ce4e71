"""What the ledger holds, looked up by id: what the brief and the page are written from."""

import datetime
from collections.abc import Iterable
from typing import TypeVar

from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.model.record import AnyRecord
from truceline.model.report import Report
from truceline.show.wording import who

N = TypeVar("N")


class Standing:
    """Reports, claims and records of one ledger, or of one conflict in it (``only`` names its reports)."""

    def __init__(self, ledger: Ledger, only: set[str] | None = None) -> None:
        self.reports: dict[str, Report] = {
            report.id: report for report in ledger.reports() if only is None or report.id in only
        }
        self.claims: dict[str, AnyClaim] = {
            claim.id: claim for claim in ledger.claims() if claim.report in self.reports
        }
        self.records: list[AnyRecord] = [
            record for record in ledger.records() if any(member in self.claims for member in record.members)
        ]

    def publisher(self, claim: AnyClaim) -> str | None:
        report = self.reports.get(claim.report)
        return report.publisher if report else None

    def published(self, claim: AnyClaim) -> datetime.date | None:
        report = self.reports.get(claim.report)
        return report.published if report else None

    def says(self, claim: AnyClaim) -> str:
        return f"{who(claim.claimed_by, self.publisher(claim))} says"

    def of_kind(self, kind: type[N]) -> list[N]:
        """The records or claims of one class."""
        everything: Iterable[AnyRecord | AnyClaim] = (*self.records, *self.claims.values())
        return [noun for noun in everything if isinstance(noun, kind)]

    def days_published(self) -> list[datetime.date]:
        return sorted(report.published for report in self.reports.values() if report.published)
