"""JSON lines of Reports, as ``truceline read`` prints them."""

from collections.abc import Iterator

from pydantic import ValidationError

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.model.evidence import Span
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.sources import Source
from truceline.settings import Settings


def read_jsonl(source: Source, _language: str, settings: Settings) -> Iterator[Report | CannotRead]:
    """One report a line; a wrong line is refused by its number and the next one is read."""
    for number, line in enumerate(decode(source).split("\n"), start=1):
        if line.strip():
            yield report_of(line, f"{source.name}, line {number}", settings.longest_text)


def report_of(line: str, name: str, longest: int) -> Report | CannotRead:
    try:
        report = Report.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return NotText(name, f"this is no report as 'truceline read' writes it: {where or 'the line'}: {first['msg']}")
    if len(report.text) > longest:
        return TooLarge(name, f"{len(report.text):,} characters of text; a report has at most {longest:,}")
    return report if is_sound(report) else NotText(name, "its id or its spans do not fit its text")


def is_sound(report: Report) -> bool:
    """The id is that of the text, and every span holds the words it names."""
    spans: list[Span] = [*([report.headline] if report.headline else []), *report.captions]
    return report.id == report_id(report.text) and all(
        report.text[span.start : span.end] == span.exact for span in spans
    )
