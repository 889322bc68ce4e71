"""Bytes in many formats, all of one story: what tests of formats share."""

from collections.abc import Iterator

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

TITLE = "Truce fails in the valley"
FIRST = "Twelve people were killed on Tuesday when shells hit a market in the town, the army said in a statement."
SECOND = "The rebels denied that they had fired and said that the truce still held along the river."
STORY = f"{FIRST}\n\n{SECOND}"
PAGE = f"""<!DOCTYPE html><html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>
<p>{FIRST}</p><p>{SECOND}</p></article></body></html>""".encode()


def found_in(content: bytes, name: str = "any", **options: object) -> list[Report | CannotRead]:
    return list(read_source(Source(name, content), ReadOptions("en", Settings(), **options)))  # type: ignore[arg-type]


def reports_in(content: bytes, name: str = "any", **options: object) -> list[Report]:
    found = found_in(content, name, **options)
    assert [str(error) for error in found if isinstance(error, CannotRead)] == []
    return [report for report in found if isinstance(report, Report)]


def words(reports: list[Report]) -> Iterator[str]:
    """Text of each report without its headline."""
    for report in reports:
        yield report.text[report.headline.end if report.headline else 0 :].strip()
