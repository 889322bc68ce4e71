"""JSON: Reports, as ``truceline read`` prints them, or objects whose fields are named as columns are; one a line, or
in one list.
"""

import json
from collections.abc import Iterator

from pydantic import ValidationError

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.model.evidence import Span
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.formats.rows import columns_of, row_report
from truceline.read.language import check_supported
from truceline.read.lines import lines_at_most
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, opened_as_utf8

OURS = {"id", "text", "language"}  # every Report has these; another's rows hardly have all


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """One report a line; a wrong line is refused by its number and the next one is read."""
    for number, line in lines_at_most(opened_as_utf8(source), options.settings.largest_source):
        name = f"{source.name}, line {number}"
        if line is None:
            yield TooLarge(name, f"this line is longer than {options.settings.largest_source:,} bytes")
        elif line.strip():
            yield from reports_of(line, name, options)


def read_json(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """One document: a list of objects, or one that holds such a list."""
    yield from reports_of(source.content, source.name, options)


def reports_of(document: bytes, name: str, options: ReadOptions) -> Iterator[Report | CannotRead]:
    try:
        found = json.loads(document)
    except (ValueError, RecursionError) as error:
        yield NotText(name, f"this is no JSON ({error})")
        return
    rows = rows_in(found, options)
    if rows is None:
        yield report_of(found, document, name, options)
        return
    for number, row in enumerate(rows, start=1):
        yield report_of(row, json.dumps(row).encode(), f"{name}, item {number}", options)


def rows_in(found: object, options: ReadOptions) -> list[object] | None:
    """A list of objects: all that there is, or the only one in an object that has no text itself."""
    if isinstance(found, list):
        return found if any(isinstance(item, dict) for item in found) else None
    if not isinstance(found, dict) or "text" in columns_of(found, options.columns):
        return None
    lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return lists[0] if len(lists) == 1 else None


def report_of(row: object, written: bytes, name: str, options: ReadOptions) -> Report | CannotRead:
    if not isinstance(row, dict):
        return NotText(name, "this is no object with fields")
    if row.keys() >= OURS and not options.columns:
        return own_report(written, name, options.settings.longest_text)
    return row_report(name, row, options)


def own_report(line: bytes, name: str, longest: int) -> Report | CannotRead:
    try:
        report = Report.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return NotText(name, f"this is no report as 'truceline read' writes it: {where or 'the line'}: {first['msg']}")
    try:
        check_supported(name, report.language)
    except CannotRead as error:
        return error
    if len(report.text) > longest:
        return TooLarge(name, f"{len(report.text):,} characters of text; a report has at most {longest:,}")
    return report if is_sound(report) else NotText(name, "its id or its spans do not fit its text")


def is_sound(report: Report) -> bool:
    """The id is that of the text, and every span holds the words it names."""
    spans: list[Span] = [*([report.headline] if report.headline else []), *report.captions]
    return report.id == report_id(report.text) and all(
        report.text[span.start : span.end] == span.exact for span in spans
    )
