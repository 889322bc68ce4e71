"""The door of the room: sources in, one Report a story out."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.formats.detect import reader_of
from truceline.read.language import check_supported
from truceline.read.publication import with_publication_day
from truceline.read.sources import Source, open_sources
from truceline.settings import Settings

Rejects = Callable[[CannotRead], None]


def read_reports(
    *sources: str | Path,
    published: datetime.date | None = None,
    language: str = "en",
    settings: Settings | None = None,
    rejects: Rejects | None = None,
) -> Iterator[Report]:
    """Reports of files, folders (with all below them), globs, and ``-`` for standard input.

    ``published`` is the day of publication where the caller knows it; it goes before what a page says.
    Raises CannotRead at the first source that cannot be read; with ``rejects`` it is handed over instead
    and the next source is read.
    """
    settings = settings or Settings()
    refuse = rejects or _raise
    for source in open_sources(sources, settings, refuse):
        for found in read_source(source, language, settings):
            if isinstance(found, CannotRead):
                refuse(found)
            else:
                yield with_publication_day(found, published)


def read_source(source: Source, language: str, settings: Settings) -> Iterator[Report | CannotRead]:
    """The reports of one source, and what could not be read in it."""
    try:
        check_supported(source.name, language)
        yield from reader_of(source)(source, language, settings)
    except CannotRead as error:
        yield error


def _raise(error: CannotRead) -> None:
    raise error
