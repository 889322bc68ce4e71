"""What a date expression comes to mean, and how days, weeks, months ... are written in TIMEX3 and EDTF."""

import calendar
import datetime
from dataclasses import dataclass, replace

from truceline.model.when import DatePrecision, DateResolution, TimexType

EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}  # ISO 8601-2, sub-year groupings
EDTF_QUARTER = 32  # 33 to 36 are the quarters
SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological seasons of the northern half
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a date but for its words."""

    timex: str | None
    timex_type: TimexType = "DATE"
    edtf: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    precision: DatePrecision | None = None
    resolution: DateResolution = "unresolved"
    rule: str | None = None


def by_rule(reading: Reading | None, rule: str, resolution: DateResolution = "resolved") -> Reading | None:
    return reading and replace(reading, rule=rule, resolution=resolution)


def on_day(day: datetime.date) -> Reading:
    return Reading(day.isoformat(), "DATE", day.isoformat(), day, day, "day", "explicit")


def at_time(reading: Reading, clock: str) -> Reading:
    """A day with a part of the day (``MO AF EV NI``) or a time (``19:15``)."""
    return replace(reading, timex=f"{reading.timex}T{clock}", timex_type="TIME")


def one_of(timex: str, first: datetime.date, last: datetime.date, precision: DatePrecision = "range") -> Reading:
    """Some day or days between two days, both included."""
    return Reading(timex, "DATE", f"[{first}..{last}]", first, last, precision, "explicit")


def in_week(day: datetime.date) -> Reading:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    monday = datetime.date.fromisocalendar(year, week, 1)
    return one_of(f"{year}-W{week:02}", monday, monday + 6 * ONE_DAY, "week")


def in_weekend(day: datetime.date) -> Reading:
    """The weekend of the ISO week of a day."""
    year, week, _ = day.isocalendar()
    saturday = datetime.date.fromisocalendar(year, week, 6)
    return one_of(f"{year}-W{week:02}-WE", saturday, saturday + ONE_DAY)


def in_month(year: int, month: int) -> Reading:
    written = f"{year:04}-{month:02}"
    first = datetime.date(year, month, 1)
    return Reading(written, "DATE", written, first, last_of_month(year, month), "month", "explicit")


def in_quarter(year: int, quarter: int) -> Reading:
    first = datetime.date(year, 3 * quarter - 2, 1)
    edtf = f"{year:04}-{EDTF_QUARTER + quarter}"
    return Reading(f"{year:04}-Q{quarter}", "DATE", edtf, first, last_of_month(year, 3 * quarter), "range", "explicit")


def in_season(year: int, season: str) -> Reading:
    """A winter is named by the year it begins in."""
    start = SEASON_START[season]
    end_year, end = (year + 1, 2) if season == "WI" else (year, start + 2)
    edtf = f"{year:04}-{EDTF_SEASON[season]}"
    first = datetime.date(year, start, 1)
    return Reading(f"{year:04}-{season}", "DATE", edtf, first, last_of_month(end_year, end), "range", "explicit")


def in_year(year: int) -> Reading:
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Reading(f"{year:04}", "DATE", f"{year:04}", first, last, "year", "explicit")


def in_half(year: int, half: int) -> Reading:
    """Half a year: ``2015-H1``. EDTF's semesters are 40 and 41."""
    first = datetime.date(year, 1 if half == 1 else 7, 1)
    last = last_of_month(year, 6 * half)
    return Reading(f"{year:04}-H{half}", "DATE", f"{year:04}-{39 + half}", first, last, "range", "explicit")


def in_decade(year: int) -> Reading:
    """The decade of a year: 1994 gives ``199``."""
    start = year // 10 * 10
    first, last = datetime.date(start, 1, 1), datetime.date(start + 9, 12, 31)
    return Reading(f"{start // 10}", "DATE", f"{start // 10}X", first, last, "decade", "explicit")


def in_century(nth: int) -> Reading:
    start = (nth - 1) * 100
    first, last = datetime.date(max(1, start), 1, 1), datetime.date(start + 99, 12, 31)
    return Reading(f"{nth - 1:02}", "DATE", f"{nth - 1:02}XX", first, last, "range", "explicit")


def partial(timex: str) -> Reading:
    """A date whose year is not known: ``XXXX-09-27``."""
    return Reading(timex, "DATE", timex, resolution="partial")


def unresolved(timex: str | None, timex_type: TimexType = "DATE") -> Reading:
    return Reading(timex, timex_type)


def lasting(timex: str) -> Reading:
    return Reading(timex, "DURATION", resolution="explicit")


def repeated(timex: str) -> Reading:
    return Reading(timex, "SET", resolution="explicit")


def last_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def day_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def months_away(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month that lies so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1)
