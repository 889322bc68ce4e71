"""Holidays by rule: fixed days, days counted from Easter, nth weekdays, days of the Islamic calendar."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from truceline.knowledge.files import words
from truceline.model.when import DateResolution
from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    Reading,
    by_rule,
    in_year,
    on_day,
    one_of,
    unresolved,
)
from truceline.understand.markers.date_parts.rule import Rule, rule, year_of
from truceline.understand.markers.date_parts.setting import Setting

Days = tuple[datetime.date, datetime.date]
NEAR_HOLIDAY = 30  # days in which a holiday is meant whatever the tense
ISLAMIC_EPOCH = 1948440  # Julian day of 1 Muharram 1 AH, civil count
ORDINAL_OF_JULIAN_DAY = 1721425  # Julian day minus Python's proleptic ordinal, at noon
# the year that begins; "by the New Year" is its first day
IN_NEW_YEAR = re.compile(r"\b(?:in|into|of|throughout)\s+the\s+new\s+year$")


@lru_cache(maxsize=1)
def holiday_rules() -> dict[str, str]:
    """Name in lower case to the rule that dates it."""
    return {word.lower(): name for name, spellings in words("holidays").items() for word in spellings}


def read_holiday(match: re.Match[str], at: Setting) -> Reading | None:
    if match.string[: match.start()].rstrip().rpartition(" ")[2].lower() in listed("other_new_years"):
        return None  # "until after the Lunar New Year"
    if at.published is not None and IN_NEW_YEAR.search(match.string, max(0, match.start() - 10), match.end()):
        return by_rule(in_year(nearest_year("fixed 01-01", "", at, at.published)), "coming-or-begun-year")
    how = holiday_rules()[" ".join(match["holiday"].replace("’", "'").lower().split())]
    if match["year"]:
        return holiday_in(how, year_of(match["year"]), "explicit")
    if at.published is None:
        return replace(unresolved(open_value(how)), rule="no-publication-date")
    return holiday_in(how, nearest_year(how, (match["which"] or "").lower().strip(), at, at.published), "resolved")


def open_value(how: str) -> str | None:
    return f"XXXX-{how.removeprefix('fixed ')}" if how.startswith("fixed") else None


def nearest_year(how: str, which: str, at: Setting, published: datetime.date) -> int:
    """Past clauses mean the last one begun, others the one whose first day is nearest."""
    years = [year for year in range(published.year - 1, published.year + 2) if days_of(how, year)]
    near = min(years, key=lambda year: abs((days_of(how, year)[0] - published).days))
    if not which and abs((days_of(how, near)[0] - published).days) <= NEAR_HOLIDAY:
        return near
    begun = [year for year in years if days_of(how, year)[0] <= published]
    coming = [year for year in years if days_of(how, year)[1] >= published]
    if coming and (which == "next" or at.direction == "future"):
        return coming[0]
    if begun and (which == "last" or at.direction == "past"):
        return begun[-1]
    return near


def holiday_in(how: str, year: int, resolution: DateResolution) -> Reading:
    first, last = days_of(how, year)
    kind = how.partition(" ")[0]
    if first == last:
        reading = on_day(first)
    else:
        middle = first + ONE_DAY  # islamic days are widened by one
        timex = f"{middle:%Y-%m}" if (last - first).days > 7 else f"{middle}"
        reading = one_of(timex, first, last)
    given: DateResolution = "resolved" if kind == "islamic" or resolution == "resolved" else "explicit"
    return replace(reading, resolution=given, rule=f"holiday-{kind}")


@lru_cache(maxsize=256)
def days_of(how: str, year: int) -> Days:
    """First and last day of a holiday in a year. Raises KeyError where the rule is not known."""
    kind, *values = how.split()
    return DATING[kind](year, values)


def fixed(year: int, values: list[str]) -> Days:
    month, day = map(int, values[0].split("-"))
    return (datetime.date(year, month, day),) * 2


def from_easter(year: int, values: list[str]) -> Days:
    return (easter(year) + int(values[0]) * ONE_DAY,) * 2


def from_orthodox_easter(year: int, values: list[str]) -> Days:
    return (orthodox_easter(year) + int(values[0]) * ONE_DAY,) * 2


def nth_weekday(year: int, values: list[str]) -> Days:
    month, weekday, nth = map(int, values)
    days = [
        day for day in calendar.Calendar().itermonthdates(year, month)
        if day.month == month and day.isoweekday() == weekday
    ]  # fmt: skip
    return (days[nth - 1 if nth > 0 else nth],) * 2


def islamic(year: int, values: list[str]) -> Days:
    """Days widened by one on both sides, since the moon is sighted. The Islamic year that begins it may be either."""
    (month, first), (last_month, last) = (map(int, value.split("-")) for value in values)
    for islamic_year in range(int((year - 622) * 1.0307) - 1, int((year - 622) * 1.0307) + 3):
        start = islamic_day(islamic_year, month, first)
        if start.year == year:
            return start - ONE_DAY, islamic_day(islamic_year, last_month, last) + ONE_DAY
    return (datetime.date(year, 1, 1),) * 2


def islamic_day(year: int, month: int, day: int) -> datetime.date:
    """Tabular Islamic calendar, civil epoch, 11 leap years in 30 (Dershowitz and Reingold)."""
    julian = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + ISLAMIC_EPOCH - 1
    return datetime.date.fromordinal(julian - ORDINAL_OF_JULIAN_DAY + 0)


def easter(year: int) -> datetime.date:
    """Western Easter Sunday (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year: int) -> datetime.date:
    """Orthodox Easter Sunday in the Gregorian calendar, 1900 to 2099 (Meeus, Julian rule + 13 days)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return datetime.date(year, month, day + 1) + 13 * ONE_DAY


DATING: dict[str, Callable[[int, list[str]], Days]] = {
    "fixed": fixed,
    "easter": from_easter,
    "orthodox-easter": from_orthodox_easter,
    "nth": nth_weekday,
    "islamic": islamic,
}
NAMES = alternatives({form for word in holiday_rules() for form in (word,)})
RULES: tuple[Rule, ...] = (
    rule(
        "holiday",
        "holiday",
        rf"(?:(?P<which>(?i:last|this|next))\s+)?(?P<holiday>(?i:{NAMES}))(?:\s+(?:of\s+)?{{YEAR}})?",
        read_holiday,
        NAMES,
    ),
)
