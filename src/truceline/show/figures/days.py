"""How much was told and read on the days of a figure: counted from the claims at hand, where no catalogue does it."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import FIGHTING, gaps_between
from truceline.model.claims import Event
from truceline.model.when import Date
from truceline.show.standing import DayCount, Days, Standing

BLIND = 2  # days between reports that are no gap


@dataclass(frozen=True, slots=True)
class ClaimDays:
    """See ``Days``. All days, whatever the window: claims at hand are few."""

    standing: Standing

    def fighting(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]:
        events = self.standing.of_kind(Event)
        told = [event for event in events if event.event == FIGHTING and event.aux_mode is None]
        return counted_by_day((single_day(event.date), event.id) for event in told)

    def reports(self, first: datetime.date, last: datetime.date) -> dict[datetime.date, DayCount]:
        return counted_by_day((report.published, report.id) for report in self.standing.reports.values())

    def gaps(self, first: datetime.date, last: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
        return gaps_between(self.standing.days_published(), BLIND)


def counted_by_day(told: Iterable[tuple[datetime.date | None, str]]) -> dict[datetime.date, DayCount]:
    """How many things there are of each day that is known, with the first of them."""
    by_day: dict[datetime.date, DayCount] = {}
    for day, one in told:
        if day is not None:
            number, first = by_day.get(day, (0, one))
            by_day[day] = (number + 1, first)
    return by_day


def single_day(date: Date | None) -> datetime.date | None:
    return date.earliest if date is not None and date.earliest == date.latest else None


def days_of(standing: Standing) -> Days:
    return standing.days or ClaimDays(standing)
