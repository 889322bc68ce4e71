"""How much was told and read on the days of a figure: counted from the claims at hand, where no catalogue does it."""

import datetime
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import FIGHTING, gaps_between
from truceline.model.claims import Event
from truceline.show.standing import DayCount, Days, Standing

BLIND = 2  # days between reports that are no gap


@dataclass(frozen=True, slots=True)
class ClaimDays:
    """See ``Days``. All days, whatever the window: claims at hand are few."""

    standing: Standing

    def fighting(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]:
        by_day: dict[datetime.date, DayCount] = {}
        for event in self.standing.of_kind(Event):
            date = event.date
            if event.event != FIGHTING or event.aux_mode is not None or date is None or date.earliest is None:
                continue
            if date.earliest == date.latest:
                number, claim = by_day.get(date.earliest, (0, event.id))
                by_day[date.earliest] = (number + 1, claim)
        return by_day

    def reports(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]:
        by_day: dict[datetime.date, DayCount] = {}
        for report in self.standing.reports.values():
            if report.published is not None:
                number, one = by_day.get(report.published, (0, report.id))
                by_day[report.published] = (number + 1, one)
        return by_day

    def gaps(self, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
        return gaps_between(self.standing.days_published(), BLIND)


def days_of(standing: Standing) -> Days:
    return standing.days or ClaimDays(standing)
