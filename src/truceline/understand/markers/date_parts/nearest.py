"""The year, week or day that a date without one belongs to, seen from the day of publication."""

import datetime

from truceline.understand.markers.date_parts.reading import ONE_DAY, day_or_none
from truceline.understand.markers.date_parts.setting import Direction

# A reporter leaves the year out only where none could be in doubt: a day this near wins against the tense.
NEAR = 75
FAR = 200
DAYS_AHEAD_STILL_NEAR = 4
MONTHS_NEXT = 11  # so many months back is the coming month, which would else be called "last"


def weekday_near(weekday: int, published: datetime.date, direction: Direction | None) -> datetime.date:
    """The last such weekday up to publication, or the first from it on. The day of publication serves both ways."""
    if direction == "nearest":
        direction = "future" if (weekday - published.isoweekday()) % 7 < DAYS_AHEAD_STILL_NEAR else "past"
    if direction == "future":
        return published + (weekday - published.isoweekday()) % 7 * ONE_DAY
    return published - (published.isoweekday() - weekday) % 7 * ONE_DAY


def year_near(month: int, day: int, published: datetime.date, direction: Direction | None) -> int:
    """The year that puts a day of the calendar next to publication, in the direction of its clause."""
    before, after = neighbours(month, day, published)
    to_before, to_after = (published - before).days, (after - published).days
    if to_before <= NEAR and to_after > FAR:
        return before.year
    if to_after <= NEAR and to_before > FAR:
        return after.year
    if direction in {None, "nearest"}:
        return before.year if to_before <= to_after else after.year
    return after.year if direction == "future" else before.year


def neighbours(month: int, day: int, published: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The last such day up to publication and the first from it on."""
    days = [on for year in range(published.year - 4, published.year + 5) if (on := day_or_none(year, month, day))]
    return max(on for on in days if on <= published), min(on for on in days if on >= published)


def year_of_month(month: int, published: datetime.date, direction: Direction | None) -> int:
    """As ``year_near``; the month of publication is its own neighbour."""
    if month == published.month:
        return published.year
    back = (published.month - month) % 12
    if back == MONTHS_NEXT:
        return published.year + (month < published.month)
    if direction in {None, "nearest"}:
        return published.year - (month > published.month) if back <= 6 else published.year + (month < published.month)
    if direction == "future":
        return published.year + (month < published.month)
    return published.year - (month > published.month)
