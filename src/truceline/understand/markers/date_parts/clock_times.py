"""Times of day: "10:35 a.m.", "0735 GMT", "noon on Saturday", "midnight"."""

import datetime
import re
from dataclasses import replace

from truceline.understand.markers.date_parts import spelled_out
from truceline.understand.markers.date_parts.lexicon import code, coded, listed
from truceline.understand.markers.date_parts.nearest import weekday_near
from truceline.understand.markers.date_parts.reading import ONE_DAY, Reading, at_time, on_day, unresolved
from truceline.understand.markers.date_parts.rule import ONES, Rule, rule
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.number_parts.number_words import value_of

SMALL_HOURS = 6  # up to this hour the night goes on
NOON = 12


def read_clock(match: re.Match[str], at: Setting) -> Reading | None:
    clock = clock_of(match)
    if clock is None:
        return None
    written = f"{clock[0]:02}:{clock[1]:02}"
    if match["date"]:
        on = read_written_day(match["date"], at)
        return at_time(on, written) if on else None
    if match["deictic"] and at.published is not None:
        on = on_day(at.published + int(coded("shift").get(match["deictic"].lower().split()[0], "0")) * ONE_DAY)
        return at_time(replace(on, resolution="resolved", rule="time-on-day-from-publication"), written)
    if at.published is None:
        return replace(unresolved(f"XXXX-XX-XXT{written}", "TIME"), rule="no-publication-date")
    if match["weekday"]:
        day = weekday_of(match, at, at.published)
        return replace(at_time(on_day(day), written), resolution="resolved", rule="time-on-weekday")
    return time_alone(clock[0], written, at, at.published)


def time_alone(hour: int, written: str, at: Setting, published: datetime.date) -> Reading:
    day, rule_name = day_of_time(hour, at, published)
    return replace(at_time(on_day(day), written), resolution="inferred", rule=rule_name)


def day_of_time(hour: int, at: Setting, published: datetime.date) -> tuple[datetime.date, str]:
    """The day the story told last; for a time still ahead a day still ahead, if one was told."""
    told = at.story.earliest if at.story else None
    if at.still_ahead and at.ahead and at.ahead.earliest and (told is None or told < published):
        return at.ahead.earliest, "time-on-day-ahead"
    if told is None or (at.still_ahead and told < published):
        return published, "time-on-publication-day"
    if hour < SMALL_HOURS and is_after_noon_told(at.story) and (told < published or at.still_ahead):
        return told + ONE_DAY, "time-in-night-after-story-date"
    return told, "time-on-story-date"


def is_after_noon_told(story: Reading | None) -> bool:
    """As in "began on Wednesday afternoon and ended at 2 a.m."."""
    time = (story.timex or "").partition("T")[2] if story else ""
    return time in {"AF", "EV", "NI"} or (time[:2].isdigit() and int(time[:2]) >= NOON)


def weekday_of(match: re.Match[str], at: Setting, published: datetime.date) -> datetime.date:
    """In brackets it is the day just told, as another zone calls it: "2 a.m. on Friday (2300 GMT Thursday)"."""
    weekday = int(code("weekday", match["weekday"]))
    told = at.story.earliest if at.story and match.string[match.start() - 1 : match.start()] == "(" else None
    if told is None:
        return weekday_near(weekday, published, at.direction)
    return told + ((weekday - told.isoweekday() + 3) % 7 - 3) * ONE_DAY


def read_written_day(written: str, at: Setting) -> Reading | None:
    matches = ((rule, rule.pattern.fullmatch(written)) for rule in WRITTEN_DAYS)
    return next((rule.read(match, at) for rule, match in matches if match), None)


def clock_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour (0 to 24) and minute."""
    found = match.groupdict("")
    if word := found.get("word"):
        return int(code("clock", word)), 0
    if military := found.get("military"):
        hour, minute = int(military[:2]), int(military[2:])
    else:
        hour, minute = int(value_of(found["hour"]) or 0), int(found["minute"] or 0)
    half = (
        (found.get("half") or half_by_day(found.get("deictic") or "", hour)).lower().replace(".", "").replace(" ", "")
    )
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if is_after_noon(half, hour) else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def half_by_day(deictic: str, hour: int) -> str:
    """As in "4 o'clock this afternoon", "9:30 tonight"."""
    part = deictic.lower().split()[-1] if deictic else ""
    return {"afternoon": "pm", "evening": "pm", "tonight": "pm"}.get(part, "") if 0 < hour < 12 else ""


def is_after_noon(half: str, hour: int) -> bool:
    """As in "pm", "in the evening", "at night" where the hour is not a small one."""
    return half == "pm" or half.endswith(("noon", "evening")) or (half.endswith("night") and 5 < hour < 12)


WRITTEN = {"month-day", "day-month", "iso-date", "numeric-date"}
WRITTEN_DAYS = [rule for rule in spelled_out.RULES if rule.name in WRITTEN]
DAY = (
    r"(?:(?:(?:{WEEKDAY_NAME}),?\s+)?(?P<date>(?:(?:{MONTH_NAME}\s+\d{1,2}|\d{1,2}\s+{MONTH_NAME})(?:,?\s+(?:19|20)\d\d)?"
    r"|\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{4}))(?!\d)"
    r"|{WEEKDAY}"
    r"|(?P<deictic>(?i:today|yesterday|tomorrow|tonight|this\s+(?:morning|afternoon|evening))))"
)
ZONE_NAME = r"(?:(?i:local\s+time|gmt|utc|est|edt|cet|cest|eet|eest|msk|ist|et|bst)\b(?:[+-]\d+)?|[A-Z]\w+\s+time\b)"
OTHER_ZONE = (
    r"(?:\s*\(\d{1,2}(?:[:.]?[0-5]\d)?\s*(?i:[ap]\.?m\.?\s*)?(?:" + ZONE_NAME + r")\))?"
)  # "3:40 a.m. (0140 GMT)"
ZONE = r"(?:\s*" + ZONE_NAME + r"|\s*\(" + ZONE_NAME + r"\))?" + OTHER_ZONE
HALF = r"(?P<half>(?i:[ap]\.\s?m\.|[ap]m|in\s+the\s+(?:morning|afternoon|evening)|at\s+night))"
ON_DAY = r"(?:,?\s+(?:on\s+)?" + DAY + OTHER_ZONE + r")?"
OCLOCK = r"(?:\s*(?i:o['’]clock))"
MILITARY = r"(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:hours|hrs|h\b|GMT|UTC|local\s+time))(?:\s*(?:hours|hrs|h))?"
CLOCK = (
    r"(?:(?P<hour>[01]?\d|2[0-4])(?=[:.h][0-5]\d|\s*(?i:[ap]\.?\s?m|o['’]clock|in\s+the\s|at\s+night))"
    r"(?:[:.h](?P<minute>[0-5]\d))?" + OCLOCK + r"?(?:\s*" + HALF + r")?"
    r"|" + MILITARY + r"|(?P<word>(?i:noon|midday|midnight)))"
)
HOUR_IN_WORDS = rf"(?:{ONES}|(?i:ten|eleven|twelve))"
CUE = "(?:" + "|".join(rf"(?<=\b(?i:{word})\s)" for word in sorted(listed("clock_cues") - {"about"})) + ")"
SAID_AS_CLOCK = r"\d\s*(?:[ap]\.?\s?m|o['’]|in\s|at\s)|noon|midday|midnight|\d{4}\s*(?:h|gmt|utc|local)"
RULES: tuple[Rule, ...] = (
    rule(
        "clock",
        "clock",
        r"(?:{ABOUT})?(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?(?:"
        + OCLOCK
        + r"?\s*"
        + HALF
        + r"|"
        + OCLOCK
        + r")"
        r"|" + MILITARY + r"|(?P<word>(?i:noon|midday|midnight)))" + ZONE + ON_DAY,
        read_clock,
        SAID_AS_CLOCK,
    ),
    rule(
        "clock-24",
        "hour",
        r"(?:{ABOUT})?(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d)" + ZONE + ON_DAY,
        read_clock,
        r"\d[:h]\d",
    ),
    rule(
        "hour-in-words",
        "part",
        CUE + r"(?P<hour>" + HOUR_IN_WORDS + r")(?P<minute>)" + OCLOCK + r"?\s+" + HALF + ON_DAY,
        read_clock,
        "in the|at night",
    ),
    *(
        rule(
            "hour-of-part",
            trigger,
            CUE + r"(?P<hour>1[0-2]|[1-9]|" + HOUR_IN_WORDS + r")(?P<minute>)(?P<date>)(?P<weekday>)" + OCLOCK + r"?\s+"
            rf"(?P<deictic>(?i:{day}))",
            read_clock,
            needs,
        )
        for trigger, day, needs in (
            ("part", r"(?:this|yesterday|tomorrow)\s+(?:morning|afternoon|evening)", "this|yesterday|tomorrow"),
            ("deictic", "tonight", "tonight"),
        )
    ),
    rule(
        "day-clock",
        "clock",
        DAY + r"(?:\s+(?i:at)\s+|,\s+(?=\d\d?[:h]\d\d))(?:{ABOUT})?" + CLOCK + ZONE,
        read_clock,
        rf"\d[:.h]\d|{SAID_AS_CLOCK}",
    ),
)
