"""Dates that name their day, month or year: "20 October 2020", "Sept. 27", "early May", "1994", "the 1990s"."""

import datetime
import re
from dataclasses import replace

from truceline.understand.markers.date_parts.lexicon import code, coded
from truceline.understand.markers.date_parts.nearest import neighbours, year_near, year_of_month
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    Reading,
    at_time,
    by_rule,
    day_or_none,
    in_century,
    in_decade,
    in_half,
    in_month,
    in_year,
    last_of_month,
    months_away,
    on_day,
    one_of,
    partial,
    unresolved,
)
from truceline.understand.markers.date_parts.rule import Rule, rule, year_of
from truceline.understand.markers.date_parts.setting import Direction, Setting


def read_iso(match: re.Match[str], at: Setting) -> Reading | None:
    day = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
    return by_rule(on_day(day), "iso-date", "explicit") if day else None


def read_numeric(match: re.Match[str], at: Setting) -> Reading | None:
    """Dots: day first. Slashes: only where one of the two cannot be a month."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == "." or first > 12 or first == second:
        day = day_or_none(year, second, first)
    elif second > 12:
        day = day_or_none(year, first, second)
    else:
        return replace(partial(f"{year}-XX-XX"), rule="day-and-month-in-doubt")
    return by_rule(on_day(day), "numeric-date", "explicit") if day else None


def read_month_day(match: re.Match[str], at: Setting) -> Reading | None:
    month, day = int(code("month", match["month"])), int(match["day"])
    if (match.groupdict().get("which") or "").lower().strip() == "last" and at.published is not None:
        at = replace(at, direction="past", published=at.published - ONE_DAY)
        return month_day_without_nearness(month, day, at)
    groups = match.groupdict()
    reading = month_day(month, day, groups["year"] or groups.get("later_year"), at)
    part = groups.get("part_before")
    return at_time(reading, code("part", part)) if part and reading else reading


def month_day(month: int, day: int, year: str | None, at: Setting) -> Reading | None:
    if day_or_none(2000, month, day) is None:  # a leap year: 29 February is a day
        return None
    if year is None and at.published is None:
        return replace(partial(f"XXXX-{month:02}-{day:02}"), rule="year-not-stated")
    known = year_of(year) if year else year_near(month, day, published(at), at.direction)
    on = day_or_none(known, month, day)
    if on is None:
        return None
    return by_rule(on_day(on), "full-date" if year else "year-nearest", "explicit" if year else "resolved")


def month_day_without_nearness(month: int, day: int, at: Setting) -> Reading | None:
    """As in "last May 9": the last one, however near the coming one is."""
    year = neighbours(month, day, published(at))[0].year
    on = day_or_none(year, month, day)
    return by_rule(on_day(on), "last-such-day") if on else None


def published(at: Setting) -> datetime.date:
    assert at.published is not None  # noqa: S101 - callers have asked
    return at.published


def read_day_of_month(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "on the 15th", "the 5th of next month": the nearest such day the way its clause looks."""
    day = int(match["day"])
    if at.published is None:
        return replace(unresolved(f"XXXX-XX-{day:02}"), rule="no-publication-date")
    if match["of_month"]:
        month = months_away(at.published, {"last": -1, "this": 0, "next": 1}[match["of_month"].lower()])
        on = day_or_none(month.year, month.month, day)
        return by_rule(on_day(on), "day-of-named-month") if on else None
    near = [months_away(at.published, away) for away in (-1, 0, 1)]
    known = [on for month in near if (on := day_or_none(month.year, month.month, day))]
    if match["weekday"]:
        known = [on for on in known if on.isoweekday() == int(code("weekday", match["weekday"]))]
    return by_rule(on_day(on_side(known, at.published, at.direction)), "day-of-month-nearest") if known else None


def on_side(days: list[datetime.date], published: datetime.date, direction: Direction | None) -> datetime.date:
    """The last of the days up to publication, or the first from it on."""
    past, coming = [day for day in days if day <= published], [day for day in days if day >= published]
    return coming[0] if coming and (direction == "future" or not past) else past[-1]


def read_week_of_month(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the last week of January": written as its month, with the seven days that are meant."""
    month, which = int(code("month", match["month"])), match["nth"].lower()
    if match["year"] is None and at.published is None:
        return replace(partial(f"XXXX-{month:02}"), rule="year-not-stated")
    year = year_of(match["year"]) if match["year"] else year_of_month(month, published(at), at.direction)
    end = last_of_month(year, month)
    first = (
        end - 6 * ONE_DAY
        if which in {"last", "final"}
        else datetime.date(year, month, 7 * int(code("ordinal", which)) - 6)
    )
    reading = one_of(f"{year}-{month:02}", first, min(end, first + 6 * ONE_DAY), "week")
    return by_rule(reading, "week-of-month", "explicit" if match["year"] else "resolved")


def read_month_year(match: re.Match[str], at: Setting) -> Reading | None:
    return by_rule(in_month(year_of(match["year"]), int(code("month", match["month"]))), "month-and-year", "explicit")


def read_month(match: re.Match[str], at: Setting) -> Reading | None:
    month = int(code("month", match["month"]))
    if match["later_year"]:
        return by_rule(in_month(int(match["later_year"]), month), "month-and-year", "explicit")
    if at.published is None:
        return replace(partial(f"XXXX-{month:02}"), rule="year-not-stated")
    return by_rule(in_month(year_of_named_month(match, month, at), month), "year-nearest")


def year_of_named_month(match: re.Match[str], month: int, at: Setting) -> int:
    day = published(at)
    which = (match["which"] or match["of_year"] or "").lower().split()[:1]
    if match["of_year"]:
        return day.year + {"last": -1, "this": 0, "next": 1}[which[0]]
    if which == ["that"] and at.told is not None and at.told.earliest is not None:
        return at.told.earliest.year
    if which == ["last"]:
        return day.year if month < day.month else day.year - 1
    if which == ["this"]:
        return day.year
    if which == ["next"]:
        return day.year if month > day.month else day.year + 1
    return year_of_month(month, day, at.direction)


def read_year(match: re.Match[str], at: Setting) -> Reading | None:
    phase = " ".join((match["phase"] or "").lower().split())
    if "half of" in phase:
        return by_rule(in_half(year_of(match["year"]), 1 if "first" in phase else 2), "half-of-year", "explicit")
    return by_rule(in_year(year_of(match["year"])), "year", "explicit")


def read_short_year(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the 1992-95 war": the last year, written short."""
    first, last = int(match["first"]), int(match["short"])
    return by_rule(in_year(first // 100 * 100 + last), "year", "explicit") if last > first % 100 else None


def read_decade(match: re.Match[str], at: Setting) -> Reading | None:
    digit = match["digit"] or coded("decade").get((match["word"] or "").lower())
    start = year_of(match["year"]) if match["year"] else 1900 + 10 * int(digit or 0)
    if match["year"] and start % 100 == 0 and start < 2000:
        return by_rule(in_century(start // 100 + 1), "century", "explicit")  # "the late 1800s"
    return by_rule(in_decade(start), "decade" if match["year"] else "decade-of-the-20th-century", "explicit")


def read_century(match: re.Match[str], at: Setting) -> Reading | None:
    return by_rule(in_century(int(match["nth"])), "century", "explicit")


LINK = r"(?:\s*[-–]\s*|\s+(?i:and|or|to|until|till|through)\s+)"
A_YEAR = r"\d{4}|eighteen|nineteen|thousand"
WEEKDAY_BEFORE = (
    r"(?:(?i:the\s+)?(?P<part_before>(?i:morning|afternoon|evening|night))\s+of\s+)?"
    r"(?:(?:{WEEKDAY}),?\s+(?:\(|the\s+)?)?"
)
NO_CLOCK = "".join(rf"(?<!\bat\s{about})" for about in ("", r"about\s", r"around\s", r"approximately\s"))  # "at 1620"
RULES: tuple[Rule, ...] = (
    rule("iso-date", "year", r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", read_iso, r"\d-\d"),
    rule(
        "numeric-date",
        "pointed",
        r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)",
        read_numeric,
        r"\d[./]\d",
    ),
    rule(
        "month-day",
        "month",
        WEEKDAY_BEFORE + r"{PHASE}?(?P<which>(?i:last)\s+)?{MONTH}\s+(?:the\s+)?{DAY}(?:(?:,|\s+of)?\s+{YEAR}"
        r"|(?=" + LINK + r"(?:{MONTH_NAME}\s+)?\d{1,2},?\s+{LATER_YEAR}))?",
        read_month_day,
        r"\d",
    ),
    rule(
        "day-month",
        "month",
        WEEKDAY_BEFORE + r"{PHASE}?(?:the\s+)?{DAY}\s+(?:of\s+)?{MONTH}"
        r"(?:,?\s+{YEAR}|(?=" + LINK + r"\d{1,2}\s+{MONTH_NAME},?\s+{LATER_YEAR}))?",
        read_month_day,
        r"\d",
    ),
    rule(
        "day-before-list",
        "month",
        r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?=(?:,\s+\d{1,2}(?:st|nd|rd|th)?){0,3}{AND}(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?)",
        read_month_day,
        r"\d",
    ),
    rule(
        "day-after-list",
        "month",
        r"{MONTH}\s+\d{1,2}(?:st|nd|rd|th)?(?P<link>{AND})(?P<self>{DAY}(?:,?\s+{YEAR})?)",
        read_month_day,
        r"\d",
    ),
    rule(
        "day-of-month",
        "ordinal",
        r"(?:{WEEKDAY},?\s+)?(?:(?i:the)\s+)(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?:\s+(?i:of)\s+(?P<of_month>(?i:last|this|next))\s+(?i:month))?",
        read_day_of_month,
        r"\d(?:st|nd|rd|th)",
    ),
    rule(
        "week-of-month",
        "month",
        r"(?i:the)\s+(?P<nth>(?i:first|second|third|fourth|last|final))\s+(?:(?i:full)\s+)?(?i:week\s+(?:of|in))\s+{MONTH}(?:,?\s+{YEAR})?",
        read_week_of_month,
        "week",
    ),
    rule("month-year", "month", r"{PHASE}?{MONTH}(?:,|\s+of)?\s+{YEAR}", read_month_year, A_YEAR),
    rule(
        "month",
        "lone-month",
        r"{PHASE}?(?P<which>(?i:this\s+past|this\s+coming|last|this|next|that)\s+)?{MONTH}"
        r"(?:\s+(?:of\s+)?(?P<of_year>(?i:last|this|next))\s+(?i:year)|(?=" + LINK + r"{MONTH_NAME}\s+{LATER_YEAR}))?",
        read_month,
    ),
    rule(
        "year",
        "digit",
        NO_CLOCK + r"{PHASE}?(?:(?i:the\s+year|fiscal(?:\s+year)?)\s+)?{YEAR}(?![.,:]\d|\s?%|/)",
        read_year,
        A_YEAR,
    ),
    rule("year", "year-word", r"{PHASE}?(?:(?i:the\s+year)\s+)?(?=[a-zA-Z]){YEAR}", read_year),
    rule(
        "short-year",
        "year",
        r"(?P<first>(?:1[5-9]|20)\d\d)[-–](?P<self>(?P<short>\d\d))(?![-–]\d)",
        read_short_year,
        r"\d[-–]\d",
    ),
    rule(
        "decade",
        "decade",
        r"(?:the\s+)?(?:(?i:early|mid|late)(?:\s+to\s+(?i:mid|late))?[\s-]+)?"
        r"(?:{YEAR}['’]?s|['’](?P<digit>\d)0s|(?<=the\s)(?P<word>{DECADE_WORD}))",
        read_decade,
    ),
    rule(
        "decade",
        "decade",
        r"(?i:the)\s+(?:(?i:early|mid|late)[\s-]+)(?P<word>{DECADE_WORD})(?P<year>)(?P<digit>)",
        read_decade,
    ),
    rule(
        "century",
        "unit",
        r"(?:the\s+)?(?:(?i:early|mid|late)[\s-]+)?(?P<nth>\d\d?)(?:st|nd|rd|th)[\s-]+century",
        read_century,
        "century",
    ),
)
