"""Weeks, months, years ... told from the day of publication or from a date of the story."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from truceline.understand.markers.date_parts.lexicon import code
from truceline.understand.markers.date_parts.nearest import year_near, year_of_month
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    SEASON_START,
    Reading,
    by_rule,
    day_or_none,
    in_century,
    in_decade,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_weekend,
    in_year,
    lasting,
    months_away,
    on_day,
    unresolved,
)
from truceline.understand.markers.date_parts.rule import Rule, rule, year_of
from truceline.understand.markers.date_parts.setting import Setting

OPEN_VALUE = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "MO": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
}


def quarter_of(day: datetime.date) -> int:
    return (day.month + 2) // 3


def quarter_away(day: datetime.date, count: int) -> Reading:
    there = months_away(day, 3 * count)
    return in_quarter(there.year, quarter_of(there))


PERIOD_AWAY: dict[str, Callable[[datetime.date, int], Reading]] = {
    "D": lambda day, count: on_day(day + count * ONE_DAY),
    "W": lambda day, count: in_week(day + 7 * count * ONE_DAY),
    "F": lambda day, count: in_week(day + 14 * count * ONE_DAY),
    "WE": lambda day, count: in_weekend(day + 7 * count * ONE_DAY),
    "MO": lambda day, count: in_month(months_away(day, count).year, months_away(day, count).month),
    "Q": quarter_away,
    "Y": lambda day, count: in_year(day.year + count),
    "DE": lambda day, count: in_decade(day.year + 10 * count),
    "CE": lambda day, count: in_century(day.year // 100 + 1 + count),
}


def read_period(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "earlier this month", "last week", "the following year"."""
    which = match["which"].lower().split()[-1]
    unit = code("unit", match["unit"])
    if unit not in PERIOD_AWAY:
        return None
    if unit == "D" and which in {"last", "this", "past"}:
        return None
    if which == "next" and match["which"].lower().startswith("the") and leans_on_story(unit, at):
        return from_story(unit, 1, at)
    if which == "previous" and unit == "D" and at.story is None and at.published is not None:
        return by_rule(on_day(at.published - ONE_DAY), "day-before-publication", "inferred")
    if which in {"that", "same", "following", "previous"} and (which != "previous" or unit == "D"):
        return from_story(unit, int(code("step", which)), at)
    return near_publication(unit, int(code("step", which)), match["phase"], at)


def leans_on_story(unit: str, at: Setting) -> bool:
    """ "The next day" always does; "the next week" where it is past."""
    return (at.direction == "past" and at.told is not None) or (unit == "D" and at.story is not None)


def from_story(unit: str, count: int, at: Setting) -> Reading:
    told = at.story if unit == "D" else at.told
    if told is None or told.earliest is None:
        return replace(unresolved(OPEN_VALUE.get(unit)), rule="no-date-in-the-story")
    reading = PERIOD_AWAY[unit](told.earliest, count)
    return replace(reading, resolution="inferred", rule="period-from-story-date")


def near_publication(unit: str, count: int, phase: str | None, at: Setting) -> Reading:
    if at.published is None:
        return replace(unresolved(OPEN_VALUE.get(unit)), rule="no-publication-date")
    part = " ".join((phase or "").lower().split())
    if unit == "Y" and part.endswith("half of"):
        half = in_half(at.published.year + count, 1 if "first" in part else 2)
        return replace(half, resolution="resolved", rule="half-of-year-from-publication")
    reading = replace(PERIOD_AWAY[unit](at.published, count), resolution="resolved", rule="period-from-publication")
    return cut_at_publication(reading, part, at.published) if count == 0 else reading


def cut_at_publication(reading: Reading, phase: str, published: datetime.date) -> Reading:
    """As in "earlier this month" ends the day before publication, "later this month" begins the day after."""
    first, last = reading.earliest, reading.latest
    if first is None or last is None:
        return reading
    if phase.startswith("earlier"):
        last = max(first, published - ONE_DAY)
    elif phase.startswith("later") or phase.endswith("rest of"):
        first = min(last, published + ONE_DAY)
    else:
        return reading
    return replace(reading, edtf=f"[{first}..{last}]", earliest=first, latest=last, precision="range",
                   rule="part-of-period-around-publication")  # fmt: skip


def read_period_end(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "by year-end", "at month's end": the period that ends, as fine as it is said."""
    return near_publication(code("unit", match["unit"]), 0, None, at)


def read_beside(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the day before", "the year after": beside the date that the story told last."""
    return from_story(code("unit", match["unit"]), 1 if match["way"].lower() == "after" else -1, at)


def read_week_of(match: re.Match[str], at: Setting) -> Reading | None:
    if at.published is None:
        return replace(unresolved("XXXX-WXX"), rule="no-publication-date")
    month, number = int(code("month", match["month"])), int(match["day"])
    day = day_or_none(year_near(month, number, at.published, at.direction), month, number)
    return replace(in_week(day), resolution="resolved", rule="week-of-day") if day else None


def read_weekend(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the weekend": the last one, or the coming one where the clause looks ahead."""
    if at.published is None:
        return replace(unresolved("XXXX-WXX-WE"), rule="no-publication-date")
    back = at.published.isoweekday() < 6 and at.direction != "future"
    return near_publication("WE", -1 if back else 0, None, at)


def read_past_unit(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the past week" lasts up to now; "the past year" is the last one in the usage of the TIMEX corpora."""
    unit = code("unit", match["unit"])
    if unit == "Y":
        return near_publication("Y", -1, None, at)
    return lasting({"D": "P1D", "W": "P1W", "MO": "P1M", "DE": "P10Y", "H": "PT1H", "Q": "P3M"}.get(unit, f"P1{unit}"))


def read_quarter(match: re.Match[str], at: Setting) -> Reading | None:
    quarter = int(code("ordinal", match["ordinal"]))
    if match["year"] or match["year_after"]:
        return replace(in_quarter(year_of(match["year"] or match["year_after"]), quarter), rule="quarter-of-year")
    if at.published is None:
        return unresolved(f"XXXX-Q{quarter}")
    year = at.published.year
    if match["of_year"]:
        year += int(code("step", match["of_year"]))
    elif at.direction != "future" and quarter > quarter_of(at.published) + 1:
        year -= 1
    elif at.direction == "future" and quarter < quarter_of(at.published) - 1:
        year += 1
    return replace(in_quarter(year, quarter), resolution="resolved", rule="quarter-nearest")


def read_season(match: re.Match[str], at: Setting) -> Reading | None:
    season = code("season", match["season"])
    if match["year"]:
        return replace(in_season(year_of(match["year"]), season), rule="season-of-year")
    if at.published is None:
        return unresolved(f"XXXX-{season}")
    year = season_year(season, (match["which"] or "").lower().split()[:1], at, at.published)
    if match["of_year"]:
        year = at.published.year + int(code("step", match["of_year"]))
    return replace(in_season(year, season), resolution="resolved", rule="season-nearest")


def season_year(season: str, which: list[str], at: Setting, published: datetime.date) -> int:
    start = SEASON_START[season]
    if which == ["that"] and at.told is not None and at.told.earliest is not None:
        return at.told.earliest.year
    if which == ["this"]:
        return published.year
    if which == ["last"]:
        return published.year if start + 2 < published.month else published.year - 1
    if which == ["next"]:
        return published.year if start > published.month else published.year + 1
    return year_of_month(start, published, at.direction)


def read_whole(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "later in the week", "the end of the month": the period of publication; for a quarter the one told of."""
    unit = code("unit", match["unit"])
    if unit == "WE":
        return read_weekend(match, at)
    if match["ended"] is not None and unit != "Q":
        return lasting(f"P1{'M' if unit == 'MO' else unit}") if unit in {"W", "MO", "Y"} else None
    if unit == "Q":
        return quarter_told(at)
    if unit == "D":
        return day_told(match["phase"], at)
    return near_publication(unit, 0, match["phase"], at) if unit in {"W", "MO", "Y", "DE"} else None


def day_told(phase: str | None, at: Setting) -> Reading | None:
    """As in "earlier in the day": the day the story told last, else that of publication."""
    if at.published is None or not (phase or "").lower().startswith(("earlier", "later", "late", "early")):
        return None
    day = at.story.earliest if at.story and at.story.earliest else at.published
    return by_rule(on_day(day), "day-told", "inferred")


def read_after_next(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the week after next", "the year before last"."""
    return near_publication(code("unit", match["unit"]), 2 if match["way"].lower() == "next" else -2, None, at)


def quarter_told(at: Setting) -> Reading | None:
    """As in "the quarter" of a company report is the one told of, else the last one that is over."""
    if at.quarter is not None or at.published is None:
        return at.quarter and replace(at.quarter, resolution="inferred", rule="quarter-told")
    return replace(quarter_away(at.published, -1), resolution="inferred", rule="last-quarter")


WHICH = (
    r"(?P<which>(?i:(?:the\s+|this\s+)?(?:current|previous|following|coming)|the\s+(?:next|same)|this|last|next|that"
    r"|(?:this|the|that)\s+same))"
)
RULES: tuple[Rule, ...] = (
    rule(
        "period",
        "unit",
        r"{PHASE}?"
        + WHICH
        + r"\s+(?:(?i:fiscal|calendar|whole|entire)\s+)?{ONE_UNIT}(?!['’]s\s+(?i:first|second|third|fourth))",
        read_period,
    ),
    rule(
        "whole-period",
        "unit",
        r"(?:(?P<phase>(?i:earlier|later|(?:the\s+)?(?:end|start|beginning|middle|rest|(?:first|second)\s+half)\s+of|late|early))\s+"
        r"(?:(?i:in|on)\s+)?)?(?i:the)\s+(?:(?i:full|fiscal|whole|entire|latest)\s+)?{ONE_UNIT}(?P<ended>(?=\s+(?i:ended|ending|since|to\s)))?"
        r"(?!(?<=quarter)\s+of\s+[A-Z])",  # of a town
        read_whole,
        "the",
    ),
    rule(
        "period-end",
        "unit",
        r"(?:(?i:the)\s+)?(?P<unit>(?i:year|month|quarter|decade))(?:['’]s?\s+|-|\s+(?=(?i:end)\b))(?i:end)",
        read_period_end,
        "end",
    ),
    rule(
        "beside",
        "beside",
        r"(?i:the)\s+(?P<unit>(?i:day|week|month|year))\s+(?P<way>(?i:before|after))(?=\s*(?:[,.;:)!?\n]|$|and\b|but\b))",
        read_beside,
        r"(?:day|week|month|year)\s+(?:before|after)",
    ),
    rule(
        "after-next",
        "unit",
        r"(?i:the)\s+(?P<unit>(?i:week|weekend|month|year|quarter))\s+(?i:after\s+(?=next)|before\s+(?=last))(?P<way>(?i:next|last))",
        read_after_next,
        r"after\s+next|before\s+last",
    ),
    rule("week-of", "month", r"(?i:the\s+week\s+(?:of|beginning|starting))\s+{MONTH}\s+{DAY}", read_week_of, "week"),
    rule("weekend", "unit", r"(?:(?i:over|at)\s+)?(?i:the\s+weekend)", read_weekend, "weekend"),
    rule(
        "past-unit",
        "unit",
        r"(?i:the\s+(?:past|last)|this\s+past)\s+(?:(?i:full|whole|entire)\s+)?{ONE_UNIT}",
        read_past_unit,
        "past|last",
    ),
    rule(
        "quarter",
        "unit",
        r"(?:(?i:the)\s+)?(?:{YEAR}\s+|(?P<of_year>(?i:last|this|next))\s+year['’]s\s+)?(?:(?i:fiscal)[\s-]+)?"
        r"{ORDINAL}[\s-]+(?i:quarter)(?:\s+(?:of\s+)?(?P<year_after>(?:19|20)\d\d))?",
        read_quarter,
        "quarter",
    ),
    rule(
        "season",
        "season",
        r"{PHASE}?(?:(?P<which>(?i:this\s+past|this\s+coming|last|this|next|the|that|in))\s+)(?:(?i:early|late|mid)[\s-]+)?(?:the\s+)?{SEASON}(?:\s+(?:of\s+)?(?:{YEAR}|(?P<of_year>(?i:last|this|next))\s+year))?",
        read_season,
    ),
    rule(
        "season",
        "season",
        r"{PHASE}?{SEASON}\s+(?:of\s+)?(?:{YEAR}|(?P<of_year>(?i:last|this|next))\s+year)(?P<which>)",
        read_season,
    ),
    rule(
        "season-described",
        "season",
        r"(?:(?P<which>(?i:this|last|the))|(?<=\b(?:a|A)\s)|(?<=\b(?:an|An)\s))\s*(?P<how>[a-z-]+(?:,?\s+[a-z-]+)?)\s+{SEASON}"
        r"(?P<year>)(?P<of_year>)",
        read_season,
    ),
)
