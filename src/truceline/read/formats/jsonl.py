"""JSON: Reports, as ``truceline read`` prints them, or objects whose fields are named as columns are; one a line, or
in one list.
"""

import json
import re
from collections import deque
from collections.abc import Iterator

from pydantic import ValidationError

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.model.evidence import Span
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.containers import as_utf8
from truceline.read.formats.rows import columns_of, row_report
from truceline.read.language import check_supported
from truceline.read.lines import lines_at_most
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, opened_as_utf8

DECODER = json.JSONDecoder()
BETWEEN = re.compile(r"[\s,]*")  # items of a list
OURS = {"id", "text", "language"}  # every Report has these; another's rows hardly have all


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """One report a line; a wrong line is refused by its number and the next one is read."""
    for number, line in lines_at_most(opened_as_utf8(source), options.settings.largest_source):
        name = f"{source.name}, line {number}"
        if line is None:
            yield TooLarge(name, f"this line is longer than {options.settings.largest_source:,} bytes")
        elif line.strip():
            yield from reports_of(line, name, options)


def is_json(source: Source) -> bool:
    """A whole document in JSON, whatever it holds."""
    content = as_utf8(source.content).removeprefix(b"\xef\xbb\xbf").strip()
    if content[:1] + content[-1:] not in (b"[]", b"{}"):
        return False
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def read_json(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """One document: a list of objects, or one that holds such a list."""
    yield from reports_of(source.content, source.name, options)


def reports_of(document: bytes, name: str, options: ReadOptions) -> Iterator[Report | CannotRead]:
    broken: CannotRead | None = None
    try:
        found = json.loads(document)
    except (ValueError, RecursionError) as error:
        found, is_whole = values_in(as_utf8(document).decode("utf-8-sig", "replace"))
        broken = None if is_whole else NotText(name, f"this is no JSON ({error})")
    rows = rows_in(found, options)
    if rows is not None:
        yield from (
            report_of(row, json.dumps(row).encode(), f"{name}, item {number}", options)
            for number, row in enumerate(rows, start=1)
        )
    elif broken is None:
        yield report_of(found, document, name, options)
    if broken is not None:
        yield broken


def values_in(text: str) -> tuple[list[object], bool]:
    """The values that stand in a row without being a list, and whether that is all; of a list that breaks off the
    whole items.
    """
    for begin in (0, text.find("[") + 1):
        found, end = values_from(text, begin)
        if found:
            return found, end == len(text)
    return [], False


def values_from(text: str, at: int) -> tuple[list[object], int]:
    """Up to where none follows."""
    found: list[object] = []
    while True:
        gap = BETWEEN.match(text, at)
        at = gap.end() if gap else at
        try:
            value, at = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return found, at
        found.append(value)


def rows_in(found: object, options: ReadOptions) -> list[object] | None:
    """A list of objects: from the outside in the first of which one has a text, else all that there is. Null for an
    object that has a text itself, and where there is no such list.
    """
    lists = [each for each in lists_in(found, options) if any(isinstance(item, dict) for item in each)]
    told = (each for each in lists if any(has_text(item, options) for item in each))
    return next(told, lists[0] if len(lists) == 1 or lists[:1] == [found] else None)


def lists_in(found: object, options: ReadOptions) -> Iterator[list[object]]:
    """Outer ones first; not those within what has a text."""
    waiting = deque([found])
    while waiting:
        each = waiting.popleft()
        if isinstance(each, list):
            yield each
            waiting += each
        elif isinstance(each, dict) and not has_text(each, options):
            waiting += each.values()


def has_text(item: object, options: ReadOptions) -> bool:
    return isinstance(item, dict) and "text" in columns_of(flat(item, options), options.columns)


def flat(row: dict[str, object], options: ReadOptions) -> dict[str, object]:
    """With what stands in an object within it (``_source``, ``fields``), where only that has the text."""
    if "text" in columns_of(row, options.columns):
        return row
    inner = (each for each in row.values() if isinstance(each, dict) and "text" in columns_of(each, options.columns))
    return {**row, **next(inner, {})}


def report_of(row: object, written: bytes, name: str, options: ReadOptions) -> Report | CannotRead:
    if not isinstance(row, dict):
        return NotText(name, "this is no object with fields")
    if row.keys() >= OURS and not options.columns:
        return own_report(written, name, options.settings.longest_text)
    return row_report(name, flat(row, options), options)


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
