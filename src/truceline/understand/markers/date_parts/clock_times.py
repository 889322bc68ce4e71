"""Times of day: "10:35 a.m.", "0735 GMT", "noon on Saturday", "midnight"."""

import re
from dataclasses import replace

from truceline.understand.markers.date_parts import spelled_out
from truceline.understand.markers.date_parts.lexicon import code
from truceline.understand.markers.date_parts.nearest import weekday_near
from truceline.understand.markers.date_parts.reading import ONE_DAY, Reading, at_time, on_day, unresolved
from truceline.understand.markers.date_parts.rule import rule
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.date_parts.spelled_out import read_month_day
from truceline.understand.markers.date_parts.weekdays import SHIFTS

WORDS = {"noon": (12, 0), "midday": (12, 0), "midnight": (24, 0)}


def read_clock(match: re.Match[str], at: Setting) -> Reading | None:
    clock = clock_of(match)
    if clock is None:
        return None
    written = f"{clock[0]:02}:{clock[1]:02}"
    if match["date"]:
        on = read_written_day(match["date"], at)
        return at_time(on, written) if on else None
    if match["deictic"] and at.published is not None:
        on = on_day(at.published + SHIFTS[match["deictic"].lower()] * ONE_DAY)
        return at_time(replace(on, resolution="resolved", rule="time-on-day-from-publication"), written)
    if at.published is None:
        return replace(unresolved(f"XXXX-XX-XXT{written}", "TIME"), rule="no-publication-date")
    if match["weekday"]:
        day = weekday_near(int(code("weekday", match["weekday"])), at.published, at.direction)
        return replace(at_time(on_day(day), written), resolution="resolved", rule="time-on-weekday")
    if at.story is not None and at.story.precision == "day" and at.story.earliest is not None:
        return replace(at_time(on_day(at.story.earliest), written), resolution="inferred", rule="time-on-story-date")
    return replace(at_time(on_day(at.published), written), resolution="inferred", rule="time-on-publication-day")


def read_written_day(written: str, at: Setting) -> Reading | None:
    matches = (rule.pattern.fullmatch(written) for rule in WRITTEN_DAYS)
    return next((read_month_day(match, at) for match in matches if match), None)


def clock_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Hour (0 to 24) and minute."""
    found = match.groupdict("")
    if word := found.get("word"):
        return WORDS[word.lower()]
    if military := found.get("military"):
        hour, minute = int(military[:2]), int(military[2:])
    else:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found.get("half", "").lower().replace(".", "").replace(" ", "")
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


WRITTEN_DAYS = [rule for rule in spelled_out.RULES if rule.name in {"month-day", "day-month"}]
DAY_AFTER = (
    r"(?:,?\s+(?:on\s+)?(?:(?<!\)\s){WEEKDAY}"
    r"|(?P<deictic>(?i:today|yesterday|tomorrow))"
    r"|(?P<date>(?:{MONTH_NAME}\s+\d{1,2}|\d{1,2}\s+{MONTH_NAME})(?:,?\s+(?:19|20)\d\d)?)(?!\d)))?"
)
ZONE = r"(?:\s*\(?(?i:local\s+time|gmt|utc|est|edt|cet|cest|eet|eest|msk|ist)\b(?:[+-]\d+)?\)?)?"
HALF = r"(?P<half>(?i:[ap]\.\s?m\.|[ap]m))"
RULES = (
    rule(
        "clock",
        "clock",
        r"(?:{ABOUT})?(?:"
        r"(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s*"
        + HALF
        + r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:hours|hrs|h\b|GMT|UTC|local\s+time))(?:\s*(?:hours|hrs|h))?"
        r"|(?P<word>(?i:noon|midday|midnight)))" + ZONE + DAY_AFTER,
        read_clock,
    ),
    rule(
        "clock-24",
        "clock",
        r"(?:{ABOUT})?(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)" + ZONE + DAY_AFTER,
        read_clock,
    ),
)
