"""How long, how often, how long ago: durations, sets and offsets from publication or from a date of the story."""

import datetime
import re
from dataclasses import replace

from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.date_parts.around_publication import PERIOD_AWAY
from truceline.understand.markers.date_parts.lexicon import code, coded, listed
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    Reading,
    by_rule,
    day_or_none,
    in_quarter,
    in_week,
    lasting,
    months_away,
    on_day,
    repeated,
    unresolved,
)
from truceline.understand.markers.date_parts.rule import Rule, rule, units
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.number_parts.number_words import number_pattern, value_of

WRITTEN = {"MO": "M", "F": "W", "DE": "Y", "CE": "Y"}
FACTOR = {"F": 2, "DE": 10, "CE": 100}
CLOCK_UNITS = {"S", "M", "H"}
HALF = {"M": "30S", "H": "30M", "Y": "6M"}


def period(count: float | None, unit: str) -> str:
    """ISO 8601 duration: 11 hours ``PT11H``, two decades ``P20Y``, several months ``PXM``."""
    written = WRITTEN.get(unit, unit)
    if count is None:
        amount = "X"
        written = {"DE": "DE", "CE": "CE"}.get(unit, written)
    else:
        amount = f"{count * FACTOR.get(unit, 1):g}"
    if count is not None and count >= 1 and count % 1 == 0.5 and unit in HALF:
        return f"{'PT' if unit in CLOCK_UNITS else 'P'}{int(count)}{written}{HALF[unit]}"
    return f"{'PT' if unit in CLOCK_UNITS else 'P'}{amount}{written}"


def count_of(match: re.Match[str]) -> float | None:
    groups = match.groupdict()
    if groups.get("couple"):
        return 2.0
    if groups.get("n") is None:
        return None
    half = 0.5 if groups.get("half") or groups.get("half_figure") else 0.0
    value = value_of(groups["n"])
    return None if value is None else value + half


def read_duration(match: re.Match[str], at: Setting) -> Reading | None:
    return lasting(period(count_of(match), code("unit", match["unit"])))


def read_compound(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "51 minutes 33 seconds", "two hours and 15 minutes", "three years and two months"."""
    lengths = [period(value_of(number), code("unit", unit)) for number, unit in PIECE.findall(match[0])]
    days = "".join(length[1:] for length in lengths if not length.startswith("PT"))
    hours = "".join(length[2:] for length in lengths if length.startswith("PT"))
    return lasting(f"P{days}" + (f"T{hours}" if hours else ""))


def read_age(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "the week-old truce", "an 8-month-old deal", "years-old"; the corpora leave "a 26-year-old war" out."""
    bare = not (match["n"] or match["vague"] or match["couple"])
    count = 1.0 if bare and not match["unit"].lower().endswith("s") else count_of(match)
    return lasting(period(count, code("unit", match["unit"])))


def read_half(match: re.Match[str], at: Setting) -> Reading | None:
    return lasting(
        {"H": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(code("unit", match["unit"]), "PX")
    )


def read_ago(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "three days ago", "a year ago": as fine as the unit is."""
    count, unit = count_of(match), code("unit", match["unit"])
    if count is None:
        return Reading("PAST_REF", resolution="explicit", rule="vague-past")
    if at.published is None:
        return replace(unresolved(period(count, unit)), rule="no-publication-date")
    if match["today"] and unit in {"MO", "Y"}:
        return same_day_ago(at.published, round(count * (12 if unit == "Y" else 1)))
    if at.quarter is not None and (count, unit) == (1, "Y"):
        return year_before_quarter(at.quarter)
    if unit == "DE":
        return decades_ago(at.published, count)
    return replace(away(at.published, unit, -count), resolution="resolved", rule="offset-from-publication")


def same_day_ago(published: datetime.date, months: int) -> Reading | None:
    """As in "a month ago today"."""
    there = months_away(published, -months)
    day = day_or_none(there.year, there.month, published.day)
    return by_rule(on_day(day), "same-day-before-publication") if day else None


def decades_ago(published: datetime.date, count: float) -> Reading:
    """As in "two decades ago": about that year, five years either way."""
    year = published.year - round(10 * count)
    first, last = datetime.date(year - 5, 1, 1), datetime.date(year + 5, 12, 31)
    return Reading(f"{year}", "DATE", f"{year}~", first, last, "decade", "resolved", "decades-before-publication")


def away(day: datetime.date, unit: str, count: float) -> Reading:
    if unit in CLOCK_UNITS:
        hours = count if unit == "H" else 0
        return on_day(day + int(hours / 24) * ONE_DAY)
    if unit == "W" and count % 1:
        return in_week(day + round(7 * count) * ONE_DAY)
    step = FACTOR[unit] if unit == "CE" else 1
    return PERIOD_AWAY["DE" if unit == "CE" else unit](day, round(count * step / (10 if unit == "CE" else 1)))


def read_offset(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "three days later": from the last day that the story told; without one it is a length of time."""
    count, unit = count_of(match), code("unit", match["unit"])
    sign = 1 if match["way"].lower().startswith(("later", "after", "on", "hence")) else -1
    day = day_told(unit, at)
    if at.quarter is not None and (unit, sign, count) == ("Y", -1, 1):
        return year_before_quarter(at.quarter)
    if count is None or day is None or is_part_of_day(count, unit) or (unit == "Y" and sign < 0):
        return year_earlier(count, unit, sign, at)
    return replace(away(day, unit, sign * count), resolution="inferred", rule="offset-from-story-date")


def day_told(unit: str, at: Setting) -> datetime.date | None:
    """The day that an offset counts from. Days count from a day; a month or year told after it blurs it, unless that
    lies ahead ("signed on Friday, promising elections by December. A day later ...").
    """
    if at.told is None or at.told.earliest is None:
        return None
    if unit in {"MO", "Y", "DE"} or at.told.precision == "day":
        return at.told.earliest
    lies_ahead = at.published is not None and at.told.earliest > at.published
    return at.story.earliest if lies_ahead and at.story else None


def is_part_of_day(count: float, unit: str) -> bool:
    """As in "two hours later", but not "24 hours later"."""
    return unit in CLOCK_UNITS and (unit != "H" or count % 24 != 0)


def year_earlier(count: float | None, unit: str, sign: int, at: Setting) -> Reading:
    if sign < 0 and unit == "Y" and count is not None and at.published is not None:
        return replace(away(at.published, unit, -count), resolution="inferred", rule="offset-from-publication")
    return replace(lasting(period(count, unit)), rule="offset-without-a-date")


def year_before_quarter(quarter: Reading) -> Reading:
    """In a report on a company's quarter, "a year earlier" is the same quarter of the year before."""
    year, number = (quarter.timex or "").split("-Q")
    return replace(in_quarter(int(year) - 1, int(number)), resolution="inferred", rule="quarter-a-year-before")


def read_year_earlier(match: re.Match[str], at: Setting) -> Reading | None:
    if at.quarter is not None:
        return year_before_quarter(at.quarter)
    if at.published is None:
        return replace(unresolved("XXXX"), rule="no-publication-date")
    return replace(PERIOD_AWAY["Y"](at.published, -1), resolution="inferred", rule="offset-from-publication")


def read_from_now(match: re.Match[str], at: Setting) -> Reading | None:
    count, unit = count_of(match), code("unit", match["unit"])
    if count is None:
        return Reading("FUTURE_REF", resolution="explicit", rule="vague-future")
    if at.published is None:
        return replace(unresolved(period(count, unit)), rule="no-publication-date")
    return replace(away(at.published, unit, count), resolution="resolved", rule="offset-from-publication")


def read_every(match: re.Match[str], at: Setting) -> Reading | None:
    if match["weekday"]:
        return repeated(f"XXXX-WXX-{code('weekday', match['weekday'])}")
    if match["month"]:
        return repeated(f"XXXX-{code('month', match['month'])}")
    if match["part"]:
        return repeated(f"XXXX-XX-XXT{code('part', match['part'])}")
    return repeated(period((count_of(match) or 1.0) * (2 if match["other"] else 1), code("unit", match["unit"])))


def read_frequency(match: re.Match[str], at: Setting) -> Reading | None:
    unit = code("frequency", match["often"])
    return repeated("P3M" if unit == "Q" else period(1.0, unit))


def read_rate(match: re.Match[str], at: Setting) -> Reading | None:
    return repeated(period(1.0, code("unit", match["unit"])))


NOT_AN_AGE = r"(?![\s-]+(?i:old|olds|of\s+age)\b)(?<![-\s]second)(?<!e-quarters)(?<!e\squarters)"
MANY = units("D", "W", "MO", "Q", "Y", "DE", "CE", "H", "M", "F", "WE", "S")
BEFORE = (
    r"(?:(?i:the|these|those|this|her|his|its|their|another|an?)\s+)?"
    r"(?:(?i:last|past|next|first|coming|following|previous|recent|latest|final|additional|further|full|remaining|early)\s+)?"
)
COUNT = r"(?:{COUPLE}|{VAGUE}|{N}(?P<half>\s+(?i:and\s+a\s+half))?(?:\s+(?i:or|to)\s+\S+(?=\s))?)"
ADJECTIVE = (
    r"(?:(?i:more|full|consecutive|straight|further|additional|long|whole|trading|working|business|successive|solid"
    r"|extra)[\s-]+)?"
)
PLURAL = (
    "(?P<unit>(?i:"
    + "|".join(word for word in coded("unit") if word.endswith("s") and word not in listed("loose_units"))
    + "))"
)
OFTEN = f"(?P<often>(?i:{alternatives(coded('frequency'))}))"
FINER = {"Y": ("MO", "W", "D"), "MO": ("W", "D"), "W": ("D",), "D": ("H",), "H": ("M",), "M": ("S",)}
AND_ALSO = r"(?:,?\s+and\s+|,?\s+)"
A_NUMBER = f"(?:(?i:an?)|{number_pattern()})"
PIECE = re.compile(rf"({A_NUMBER})\s+({units()})\b")
THEN_FINER = "|".join(rf"{units(unit)}(?={AND_ALSO}[\w-]+\s+{units(*finer)}\b)" for unit, finer in FINER.items())
RULES: tuple[Rule, ...] = (
    rule(
        "ago",
        "ago",
        r"{ABOUT}?" + COUNT + r"?\s*{UNIT}(?:\s+(?i:or\s+so|or\s+more))?\s+(?i:ago(?P<today>\s+today)?|back(?=[,.]))",
        read_ago,
    ),
    rule(
        "offset",
        "beside",
        r"{ABOUT}?"
        + COUNT
        + r"\s+"
        + ADJECTIVE
        + r"{UNIT}\s+(?P<way>(?i:(?:later|earlier)(?!\s+than)|before(?=[,.])|previously|afterwards?|beforehand"
        r"|after(?=[,.])))",
        read_offset,
        alternatives(coded("unit")),
    ),
    rule(
        "year-earlier",
        "unit",
        r"(?:(?i:the|a)\s+)?(?:(?i:comparable|corresponding)\s+)?(?i:year-(?:earlier|ago))(?:\s+(?i:quarter|period))?",
        read_year_earlier,
        "year-earlier|year-ago",
    ),
    rule(
        "from-now",
        "from-now",
        r"{ABOUT}?" + COUNT + r"\s+{UNIT}\s+(?i:from\s+(?:now|today)|hence)",
        read_from_now,
        r"from\s+(?:now|today)|hence",
    ),
    rule(
        "duration",
        "unit",
        BEFORE
        + r"{ABOUT}?"
        + COUNT
        + r"[\s-]+"
        + ADJECTIVE
        + rf"(?P<unit>{MANY})(?:[\s-](?i:long)|\s+(?i:or\s+so|or\s+more))?"
        + NOT_AN_AGE,
        read_duration,
    ),
    rule(
        "compound-duration",
        "units",
        rf"{{ABOUT}}?(?:{A_NUMBER}\s+(?:{THEN_FINER}){AND_ALSO}){{1,2}}{A_NUMBER}\s+{units()}"
        r"(?!\s+(?i:ago|later|earlier|longer|shorter|more|less|an?|per|each|every)\b)" + NOT_AN_AGE,
        read_compound,
        rf"(?:{alternatives(coded('unit'))}),?\s+(?:and\s+)?[\w-]+\s+(?:{alternatives(coded('unit'))})\b",
    ),
    rule(
        "age-of-thing",
        "unit",
        r"(?:(?i:the)\s+)?{ABOUT}?(?:(?:{COUPLE}|{VAGUE}|{N})[\s-]+)?(?P<unit>(?i:(?:hour|day|week|month)s?|years|decades|centuries))-(?i:old)",
        read_age,
        "-old",
    ),
    rule(
        "unit-and-a-half",
        "unit",
        r"(?P<n>(?i:an?|one))\s+(?P<unit>(?i:hour|day|week|month|year|decade|minute))(?P<half>\s+(?i:and\s+a\s+half))",
        read_duration,
        "half",
    ),
    rule(
        "half",
        "unit",
        r"{ABOUT}?(?i:half[\s-]+(?:an?[\s-]+)?)(?P<unit>(?i:hour|day|year|decade|century|month|week))(?:[\s-](?i:long))?",
        read_half,
        "half",
    ),
    rule(
        "units",
        "unit",
        r"(?:(?i:the|these|those)\s+)?(?:(?i:recent|coming|past|early|last|next|previous|following|few|many)\s+)?"
        + PLURAL
        + r"(?:[\s-](?i:long))?"
        + NOT_AN_AGE,
        read_duration,
    ),
    rule(
        "every",
        "every",
        r"(?i:every|each)\s+(?:(?P<other>(?i:other|second))\s+|{N}\s+)?(?:{UNIT}|{WEEKDAY}|{MONTH}|{PART})",
        read_every,
        "every|each",
    ),
    rule("frequency", "frequency", OFTEN, read_frequency),
    rule("rate", "unit", r"(?<=once\s|wice\s|imes\s)(?i:an?|every|per)\s+{UNIT}", read_rate, "once|wice|imes"),
    rule(
        "day-long",
        "unit",
        r"(?P<unit>(?i:hour|day|week|month|year|decade))s?-(?i:long)",
        lambda match, at: lasting(period(None if "s-" in match[0] else 1.0, code("unit", match["unit"]))),
        "-long",
    ),
)
