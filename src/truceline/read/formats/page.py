"""A web page."""

from collections.abc import Iterator

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.formats.text import text_report
from truceline.read.sources import Source
from truceline.settings import Settings


def read_page(source: Source, language: str, settings: Settings) -> Iterator[Report | CannotRead]:
    from trafilatura import extract

    yield text_report(source.name, extract(decode(source)) or "", language)
