"""The door of the room: sources in, one Report a story out."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from truceline.errors import CannotRead, ReaderFault, TooLarge, TrucelineError, our_fault
from truceline.model.report import Report
from truceline.read.formats.detect import reader_of, unpacker_of
from truceline.read.formats.story import with_stated
from truceline.read.language import check_supported
from truceline.read.publication import with_publication_day
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, open_sources
from truceline.read.stores import is_store, open_stored
from truceline.read.web.web import Web, is_address
from truceline.settings import Settings

Rejects = Callable[[CannotRead], None]
DEEPEST = 5  # containers in containers: a crawl in a WACZ in a folder's zip lies three deep


def read_reports(
    *sources: str | Path,
    published: datetime.date | None = None,
    language: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    rejects: Rejects | None = None,
    web: Web | None = None,
) -> Iterator[Report]:
    """Reports of files, folders (with all below them), globs, web addresses, and ``-`` for standard input.

    ``published`` is the day of publication where the caller knows it; it goes before what a page says.
    ``columns`` names a table's columns: ``{"text": "body", "published": "date"}``.
    Raises CannotRead at the first source that cannot be read; with ``rejects`` it is handed over instead
    and the next source is read.
    """
    settings = settings or Settings()
    options = ReadOptions(language, settings, dict(columns or {}), web or Web(settings))
    refuse = rejects or _raise
    for source in named_sources(sources, options, refuse):
        for found in read_source(source, options):
            if isinstance(found, CannotRead):
                refuse(found)
            else:
                yield with_publication_day(found, published)


def named_sources(sources: tuple[str | Path, ...], options: ReadOptions, refuse: Rejects) -> Iterator[Source]:
    return chain.from_iterable(_opened(str(named), options, refuse) for named in sources)


def _opened(named: str, options: ReadOptions, refuse: Rejects) -> Iterator[Source]:
    if is_address(named):
        return _from_web(named, options, refuse)
    if is_store(named):
        return open_stored(named, options.settings, refuse)
    return open_sources([named], options.settings, refuse)


def _from_web(address: str, options: ReadOptions, refuse: Rejects) -> Iterator[Source]:
    assert options.web is not None  # noqa: S101 - read_reports gives one
    try:
        yield options.web.open(address)
    except CannotRead as error:
        refuse(error)


def read_source(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """The reports of one source, and of all that it holds, and what could not be read in it."""
    try:
        check_supported(source.name, options.language)
        unpack = unpacker_of(source, options)
        if unpack is None:
            for found in reader_of(source, options)(source, options):
                yield with_stated(found, source.stated) if isinstance(found, Report) else found
            return
        if options.depth >= DEEPEST:
            raise TooLarge(source.name, f"more than {DEEPEST} archives within one another")
        for member in unpack(source, options):
            yield from [member] if isinstance(member, CannotRead) else read_source(member, options.deeper())
    except CannotRead as error:
        yield error
    except TrucelineError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it was, the run goes on
        yield ReaderFault(source.name, our_fault(error))


def _raise(error: CannotRead) -> None:
    raise error
