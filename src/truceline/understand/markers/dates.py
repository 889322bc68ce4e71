"""Dates: words that say when, with their TIMEX3 value, EDTF and days, read against the day of publication."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from truceline.model.mark import DateMark
from truceline.understand.markers.date_parts.direction import direction_of
from truceline.understand.markers.date_parts.plausibility import is_no_date
from truceline.understand.markers.date_parts.reading import Reading
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.date_parts.spotting import Spotted, spot_dates
from truceline.understand.parsed_report import ParsedReport


def mark_dates(parsed: ParsedReport) -> list[DateMark]:
    """Each date expression on its own, as TimeML marks them: "Tuesday and Wednesday" are two."""
    return list(dates_in_order(parsed))


def dates_in_order(parsed: ParsedReport) -> Iterator[DateMark]:
    """Later dates can lean on earlier ones: "three days later"."""
    at = Setting(parsed.report.published)
    for spotted in spot_dates(parsed.doc):
        reading = read(parsed, spotted, at)
        if reading is not None:
            at = after_telling(reading, at)
            yield mark_of(parsed, spotted, reading)


def after_telling(reading: Reading, at: Setting) -> Setting:
    """The setting for what follows a date."""
    if reading.earliest is None or reading.timex_type not in {"DATE", "TIME"}:
        return at
    story = reading if reading.precision == "day" else at.story
    is_quarter = "-Q" in (reading.timex or "") and reading.resolution != "inferred"
    return replace(at, story=story, told=reading, quarter=reading if is_quarter else at.quarter)


def read(parsed: ParsedReport, spotted: Spotted, at: Setting) -> Reading | None:
    span = parsed.doc.char_span(spotted.start, spotted.end, alignment_mode="expand")
    if span is None or is_no_date(spotted, span):
        return None
    return spotted.rule.read(spotted.match, replace(at, direction=direction_of(span)))


def mark_of(parsed: ParsedReport, spotted: Spotted, reading: Reading) -> DateMark:
    text = parsed.report.text[spotted.start : spotted.end]
    return DateMark(
        report=parsed.report.id, start=spotted.start, end=spotted.end, text=text, raw=text, **parts_of(reading)
    )


READING = tuple(field.name for field in fields(Reading))


def parts_of(reading: Reading) -> dict[str, Any]:
    return {name: getattr(reading, name) for name in READING}
