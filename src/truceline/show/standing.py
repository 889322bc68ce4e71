"""What the ledger holds, looked up by id: what the brief and the page are written from."""

import copy
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol, Self, TypeVar

from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import judged_claims
from truceline.model.record import AnyRecord
from truceline.model.report import Report
from truceline.show.wording import who

N = TypeVar("N")


DayCount = tuple[int, str]  # how many, and one of them where it is at hand


class Days(Protocol):
    """What is counted by day, or by week or month where a figure of these days can show no more."""

    def fighting(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]: ...
    def reports(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]: ...
    def gaps(self, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
        """Days with reports between which some days have none."""


class Standing:
    """Reports, claims and records that belong together: of one ledger, one conflict, or one window of its days.

    ``window`` bounds the days that figures draw; ``days`` counts what is told of them, where the claims themselves
    were too many to be looked at one by one. Reports may come without their text.
    """

    def __init__(
        self,
        reports: Iterable[Report],
        claims: Iterable[AnyClaim],
        records: Iterable[AnyRecord],
        *,
        window: tuple[datetime.date, datetime.date] | None = None,
        days: Days | None = None,
    ) -> None:
        self.reports = {report.id: report for report in reports}
        self.claims = {claim.id: claim for claim in claims if claim.report in self.reports}
        self.records = [record for record in map(self._without_gone, records) if record is not None and record.members]
        self.window = window
        self.days = days
        self._facts: dict[str, Any] = {}

    def within(self, window: tuple[datetime.date, datetime.date] | None, days: Days) -> Self:
        """The same over another window; what was worked out without regard to windows is shared."""
        made = copy.copy(self)
        made.window, made.days = window, days
        return made

    def kept(self, name: str, make: Callable[[], N]) -> N:
        """What follows from these records and claims whatever the window, worked out once."""
        if name not in self._facts:
            self._facts[name] = make()
        found: N = self._facts[name]
        return found

    def _without_gone(self, record: AnyRecord) -> AnyRecord | None:
        """Members that were rejected, or belong to another conflict, leave the record with their steps."""
        if all(member in self.claims for member in record.members):
            return record
        changes: dict[str, object] = {"members": tuple(m for m in record.members if m in self.claims)}
        for field in ("steps", "points"):
            if hasattr(record, field):
                changes[field] = tuple(step for step in getattr(record, field) if step.claim in self.claims)
        return record.model_copy(update=changes)

    def publisher(self, claim: AnyClaim) -> str | None:
        report = self.reports.get(claim.report)
        return report.publisher if report else None

    def published(self, claim: AnyClaim) -> datetime.date | None:
        report = self.reports.get(claim.report)
        return report.published if report else None

    def says(self, claim: AnyClaim) -> str:
        name = who(claim.claimed_by, self.publisher(claim))
        return f"{name} {'say' if is_plural(name) else 'says'}"

    def of_kind(self, kind: type[N]) -> list[N]:
        """The records or claims of one class."""
        found: list[N] = self._by_kind.get(kind, [])  # type: ignore[assignment]  # a list holds one class
        return found

    @property
    def _by_kind(self) -> dict[type, list[AnyRecord | AnyClaim]]:
        return self.kept("by kind", self._sorted_by_kind)

    def _sorted_by_kind(self) -> dict[type, list[AnyRecord | AnyClaim]]:
        made: dict[type, list[AnyRecord | AnyClaim]] = defaultdict(list)
        for noun in (*self.records, *self.claims.values()):
            made[type(noun)].append(noun)
        return made

    def days_published(self) -> list[datetime.date]:
        """Each day once."""
        return sorted({report.published for report in self.reports.values() if report.published})


def standing_of(ledger: Ledger, only: set[str] | None = None) -> Standing:
    """The whole ledger, or one conflict in it (``only`` names its reports), after what people decided."""
    reports = [report for report in ledger.reports() if only is None or report.id in only]
    claims = judged_claims(ledger.claims(), ledger.judgements())
    return Standing(reports, claims, ledger.records())


def is_plural(name: str) -> bool:
    """ "Residents", "Armenian officials"; the proper name of a body is one: "the United Nations says"."""
    *_, last = ("", *name.split())
    return last[:1].islower() and last.endswith("s") and not last.endswith("ss")
