"""Weekdays and words like "yesterday": days that only the day of publication can place."""

import datetime
import re
from dataclasses import replace

from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.date_parts.lexicon import any_case_start, code, coded, listed
from truceline.understand.markers.date_parts.nearest import weekday_near
from truceline.understand.markers.date_parts.reading import (
    ONE_DAY,
    Reading,
    at_time,
    on_day,
    unresolved,
)
from truceline.understand.markers.date_parts.rule import Rule, rule
from truceline.understand.markers.date_parts.setting import Setting


def read_weekday(match: re.Match[str], at: Setting) -> Reading | None:
    reading = weekday_reading(match, at)
    parts = [match.group(name) for name in ("part", "part_before") if match.group(name)]
    return at_time(reading, code("part", parts[0])) if parts else reading


def weekday_reading(match: re.Match[str], at: Setting) -> Reading:
    weekday = int(code("weekday", match["weekday"]))
    which = " ".join((match["which"] or match["week"] or "").lower().split())
    if which in {"the previous", "the following"} and at.story and at.story.earliest:
        return from_story(weekday, which, at.story.earliest)
    if at.published is None:
        return replace(unresolved(f"XXXX-WXX-{weekday}"), rule="no-publication-date")
    day, rule_name = weekday_day(weekday, which, bool(match["week"]), at, at.published)
    return replace(on_day(day), resolution="resolved", rule=rule_name)


def from_story(weekday: int, which: str, day: datetime.date) -> Reading:
    if which == "the previous":
        on = weekday_near(weekday, day - ONE_DAY, "past")
    else:
        on = weekday_near(weekday, day + ONE_DAY, "future")
    return replace(on_day(on), resolution="inferred", rule="weekday-from-story-date")


def weekday_day(
    weekday: int, which: str, week: bool, at: Setting, published: datetime.date
) -> tuple[datetime.date, str]:
    if week or which == "next":
        shift = {"last": -1, "this": 0, "next": 1}[which]
        year, number, _ = (published + 7 * shift * ONE_DAY).isocalendar()
        return datetime.date.fromisocalendar(year, number, weekday), "weekday-of-named-week"
    if which in {"last", "this past", "the previous"}:
        return weekday_near(weekday, published - ONE_DAY, "past"), "weekday-last"
    if which in {"this coming", "the coming", "the following"} or (which == "this" and at.direction != "past"):
        return weekday_near(weekday, published, "future"), "weekday-coming"
    day = weekday_near(weekday, published, at.direction)
    ahead = at.direction == "future" or day > published
    return day, "weekday-ahead" if ahead else "weekday-last-or-same"


def read_weekdays(match: re.Match[str], at: Setting) -> Reading | None:
    return Reading(f"XXXX-WXX-{code('weekday', match['weekdays'][:-1])}", "SET", resolution="explicit")


def read_deictic(match: re.Match[str], at: Setting) -> Reading | None:
    word = " ".join(match["word"].lower().split())
    written = match["part"] or match["part_before"]
    part = "NI" if word == "tonight" else code("part", written) if written else None
    return shifted(int(code("shift", word)), part, at)


def shifted(days: int, part: str | None, at: Setting) -> Reading:
    if at.published is None:
        timex = "XXXX-XX-XX" + (f"T{part}" if part else "")
        return replace(unresolved(timex, "TIME" if part else "DATE"), rule="no-publication-date")
    reading = replace(on_day(at.published + days * ONE_DAY), resolution="resolved", rule="day-from-publication")
    return at_time(reading, part) if part else reading


def read_this_part(match: re.Match[str], at: Setting) -> Reading | None:
    which = match["which"].lower()
    part = code("part", match["part"])
    if which in {"the next", "the following"}:
        return story_part(1, part, at)
    if which in {"that", "the same"}:
        return story_part(0, part, at)
    return shifted(-1 if which == "last" else 0, part, at)


def story_part(days: int, part: str, at: Setting) -> Reading:
    if at.story is None or at.story.precision != "day" or at.story.earliest is None:
        return unresolved(f"XXXX-XX-XXT{part}", "TIME")
    on = on_day(at.story.earliest + days * ONE_DAY)
    return at_time(replace(on, resolution="inferred", rule="day-from-story-date"), part)


def read_part_alone(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "by nightfall", "in the morning": of the day told last, else of publication."""
    part = code("part", match["part"])
    if at.story is not None and at.story.precision == "day":
        return story_part(0, part, at)
    reading = shifted(0, part, at)
    return reading if at.published is None else replace(reading, resolution="inferred", rule="part-of-publication-day")


def read_overnight(match: re.Match[str], at: Setting) -> Reading | None:
    """The night up to the day of publication."""
    if at.published is None:
        return replace(unresolved("XXXX-XX-XXTNI", "TIME"), rule="no-publication-date")
    reading = shifted(0, "NI", at)
    first = at.published - ONE_DAY
    return replace(reading, edtf=f"[{first}..{at.published}]", earliest=first, precision="range", rule="overnight")


def read_weekday_night(match: re.Match[str], at: Setting) -> Reading | None:
    """As in "overnight Saturday to Sunday": the night that begins on the first of the two days."""
    weekday = int(code("weekday", match["weekday"]))
    if at.published is None:
        return replace(unresolved(f"XXXX-WXX-{weekday}TNI", "TIME"), rule="no-publication-date")
    day = weekday_near(weekday, at.published, at.direction)
    first = day - ONE_DAY if match.re.groupindex.get("into") else day
    last = first + ONE_DAY
    reading = replace(at_time(on_day(first), "NI"), resolution="resolved", rule="night-between-weekdays")
    return replace(reading, edtf=f"[{first}..{last}]", latest=last, precision="range")


def read_weekday_nights(match: re.Match[str], at: Setting) -> Reading | None:
    part = code("part", match["parts"][:-1])
    return Reading(f"XXXX-WXX-{code('weekday', match['weekday'])}T{part}", "SET", resolution="explicit")


# "Overnight from 21 to 22 April": the days are told behind it.
CALENDAR_DAY = (
    r"\s+(?:(?i:from|between|on|of|to|into)\s+)?(?i:the\s+)?"
    rf"(?:\d{{1,2}}\b|(?:{any_case_start(coded('month'))})\.?\s+\d)"
)
SUN = [word for word in coded("part") if word not in listed("plain_parts")]
WEEKDAY_FORMS = "|".join(form for word in coded("weekday") if word.endswith("day") for form in (word.title() + "s",))
RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        "weekday",
        r"(?:(?:(?i:the)\s+)?(?P<part_before>(?i:morning|afternoon|evening|night)(?=\s+(?i:of|on))"
        rf"|(?:{alternatives(SUN)})(?=\s))\s+(?:(?i:of|on)\s+)?)?"
        r"{PHASE}?(?P<which>(?i:this\s+past|this\s+coming|the\s+(?:previous|following|coming)|last|this|next)(?=\s))?\s*"
        r"{WEEKDAY}(?:\s+(?:(?i:early|late|mid)\s+)?{PART})?(?:,?\s+(?i:of\s+)?(?P<week>(?i:last|this|next))\s+(?i:week))?",
        read_weekday,
    ),
    rule(
        "weekdays",
        "weekday",
        rf"(?:(?i:on|every|most)\s+)?(?P<weekdays>{WEEKDAY_FORMS})(?!['’])",
        read_weekdays,
        "days",
    ),
    rule(
        "deictic",
        "deictic",
        r"(?:(?i:(?:the\s+)?(?:mid|early|late)[\s-]+)?"
        rf"(?P<part_before>(?i:morning|afternoon|evening|night)|{alternatives(SUN)})\s+(?:of\s+|on\s+)?)?"
        r"{PHASE}?(?P<word>(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight))"
        r"(?:\s+(?:(?i:early|late)\s+)?{PART})?",
        read_deictic,
    ),
    rule(
        "this-morning",
        "part",
        r"{PHASE}?(?P<which>(?i:this|last|the\s+next|the\s+following|that|the\s+same))\s+(?:(?i:early|late)\s+)?{PART}",
        read_this_part,
    ),
    rule(
        "part-alone",
        "part",
        r"(?:(?i:the\s+)?(?i:mid|early|late)[\s-]+|(?<=\s)the\s+)(?P<part>(?i:morning|afternoon|evening))(?!\s+(?i:of|on|after|before)\b|['’-])",
        read_part_alone,
    ),
    rule(
        "part-alone",
        "part",
        r"(?:(?<=\b(?i:at|by)\s)|(?<=\b(?i:until|since|after)\s)|(?<=\b(?i:before|around)\s))"
        rf"(?P<part>{alternatives([*SUN, 'evening'])})(?!-|['’]|\s+(?i:to|of|on|raids?|attacks?)\b)",
        read_part_alone,
    ),
    rule("overnight", "part", rf"(?i:overnight)(?!{CALENDAR_DAY})", read_overnight, "overnight"),
    rule(
        "overnight-between",
        "part",
        r"(?i:overnight|the\s+night)\s+(?i:(?:from|between|of)\s+)?{WEEKDAY}(?:\s+(?i:to|into|and)\s+|\s*[-–/]\s*)"
        rf"(?:{any_case_start(coded('weekday'))})",
        read_weekday_night,
    ),
    rule("overnight-into", "part", r"(?P<into>(?i:overnight\s+(?:in)?to))\s+{WEEKDAY}", read_weekday_night),
    rule("overnight-of", "part", r"(?i:overnight)\s+(?i:on\s+|from\s+)?{WEEKDAY}", read_weekday_night),
    rule(
        "weekday-nights",
        "weekday",
        r"{WEEKDAY}\s+(?P<parts>(?i:mornings|afternoons|evenings|nights))",
        read_weekday_nights,
        "(?:morning|afternoon|evening|night)s",
    ),
)
