"""Dates: words that say when, with their TIMEX3 value, EDTF and days, read against the day of publication."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.model.mark import DateMark
from truceline.understand.markers.date_parts.direction import (
    direction_of,
    is_day_of_saying,
    is_still_ahead,
    is_told_in_present,
)
from truceline.understand.markers.date_parts.plausibility import is_no_date
from truceline.understand.markers.date_parts.reading import Reading
from truceline.understand.markers.date_parts.setting import Setting
from truceline.understand.markers.date_parts.spotting import Spotted, spot_dates
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Span


def mark_dates(parsed: ParsedReport) -> list[DateMark]:
    """Each date expression on its own, as TimeML marks them: "Tuesday and Wednesday" are two."""
    marks = list(dates_in_order(parsed))
    pairs = zip(marks, [*marks[1:], None], strict=False)  # the first list ends first, and where there are none
    return [on_day_behind(mark, behind, parsed.report.text) for mark, behind in pairs]


def on_day_behind(hour: DateMark, day: DateMark | None, text: str) -> DateMark:
    """ "Took effect at noon the following day": at noon of that day, whatever day was told before."""
    if day is None or hour.timex_type != "TIME" or day.timex_type != "DATE" or day.precision != "day":
        return hour
    date, t, clock = (hour.timex or "").partition("T")
    if text[hour.end : day.start].strip() or not t or len(date) != len("2024-11-04") or day.timex is None:
        return hour
    told = {"timex": f"{day.timex}T{clock}", "edtf": day.edtf, "earliest": day.earliest, "latest": day.latest}
    return hour.model_copy(update={**told, "resolution": day.resolution})


def dates_in_order(parsed: ParsedReport) -> Iterator[DateMark]:
    """Later dates can lean on earlier ones: "three days later"."""
    at = Setting(parsed.report.published)
    for spotted in spot_dates(parsed.doc):
        span = parsed.doc.char_span(spotted.start, spotted.end, alignment_mode="expand")
        reading = None if span is None or is_no_date(spotted, span) else read(parsed, spotted, span, at)
        if span is not None and reading is not None:
            at = after_telling(reading, span, at)
            yield mark_of(parsed, spotted, reading)


def after_telling(reading: Reading, span: Span, at: Setting) -> Setting:
    """The setting for what follows a date."""
    if reading.earliest is None or reading.timex_type not in {"DATE", "TIME"}:
        return at
    if reading.precision != "day":
        told = at.told if is_year_of_thing(reading, span) else reading
        return replace(at, told=told, quarter=quarter_in(reading) or at.quarter)
    is_ahead = at.published is not None and reading.earliest > at.published
    is_said = reading.timex_type == "TIME" and is_day_of_saying(span)
    story = replace(reading, timex=reading.earliest.isoformat()) if is_said else reading
    if is_ahead:
        return replace(at, story=story, told=reading, ahead=story)
    return replace(at, story=story, told=reading, behind=story)


def quarter_in(reading: Reading) -> Reading | None:
    return reading if "-Q" in (reading.timex or "") and reading.resolution != "inferred" else None


def is_year_of_thing(reading: Reading, span: Span) -> bool:
    """As in "the 2004 constitution": it dates nothing that is told."""
    return reading.precision == "year" and span[-1].dep_ in {"nummod", "compound"} and span[-1].head.i >= span.end


def read(parsed: ParsedReport, spotted: Spotted, span: Span, at: Setting) -> Reading | None:
    direction = direction_of(span)
    if direction == "future" and is_in_caption(parsed, spotted) and is_told_in_present(span):
        direction = None  # a picture shows what was
    still_ahead = spotted.rule.trigger == "clock" and direction == "future" and is_still_ahead(span)
    at = at.for_past() if direction == "past" else at
    return spotted.rule.read(spotted.match, replace(at, direction=direction, still_ahead=still_ahead))


def is_in_caption(parsed: ParsedReport, spotted: Spotted) -> bool:
    return any(caption.start <= spotted.start < caption.end for caption in parsed.report.captions)


def mark_of(parsed: ParsedReport, spotted: Spotted, reading: Reading) -> DateMark:
    text = parsed.report.text[spotted.start : spotted.end]
    return DateMark(
        report=parsed.report.id,
        start=spotted.start,
        end=spotted.end,
        text=text,
        raw=text,
        timex=reading.timex,
        timex_type=reading.timex_type,
        edtf=reading.edtf,
        earliest=reading.earliest,
        latest=reading.latest,
        precision=reading.precision,
        resolution=reading.resolution,
        rule=reading.rule,
    )
