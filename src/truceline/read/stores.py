"""Object stores and other places with an address: s3://, gs://, az://, sftp:// ... through fsspec; an extra.

Only what the user names is opened so: what a feed or a page links to is asked for over the web alone.
"""

import io
import re
from collections.abc import Callable, Iterator
from posixpath import basename
from typing import Any, cast

from truceline.errors import CannotRead, FileNotThere, NothingToRead
from truceline.read.containers import HEAD
from truceline.read.optional import library
from truceline.read.sources import Peekable, Source, source_from
from truceline.settings import Settings

ADDRESS = re.compile(r"([a-z][a-z0-9+-]+)://", re.IGNORECASE)
MAGIC = re.compile(r"[*?\[]")


def is_store(named: str) -> bool:
    """Has a protocol in front, and not the web's."""
    found = ADDRESS.match(named)
    return found is not None and found[1].lower() not in {"http", "https"}


def open_stored(named: str, settings: Settings, refuse: Callable[[CannotRead], None]) -> Iterator[Source]:
    """Each file that an address, a folder's address or a glob stands for, by name."""
    try:
        store, paths = files_in_store(named)
    except CannotRead as error:
        refuse(error)
        return
    for path in paths:
        name = str(store.unstrip_protocol(path))
        try:
            with opened(store, path, name) as stream:
                yield source_from(name, cast(Peekable, stream), settings.largest_source)
        except CannotRead as error:
            refuse(error)


def files_in_store(named: str) -> tuple[Any, list[str]]:
    core = library("fsspec.core", named, "an address of a store", "stores")
    try:
        store, path = core.url_to_fs(named)
        if MAGIC.search(path):
            found = [file for file in store.glob(path) if store.isfile(file)]
        elif store.isdir(path):
            found = [file for file in store.find(path) if not basename(file).startswith(".")]
        else:
            return store, [path]
    except Exception as error:
        raise unreachable(named, error) from error
    if not found:
        raise NothingToRead(named, "there are no files there")
    return store, sorted(found)


def opened(store: Any, path: str, name: str) -> io.BufferedReader:  # noqa: ANN401 - fsspec has no types
    try:
        return io.BufferedReader(cast(io.RawIOBase, store.open(path, "rb")), HEAD)
    except Exception as error:
        raise unreachable(name, error) from error


def unreachable(name: str, error: Exception) -> FileNotThere:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    if isinstance(error, FileNotFoundError) and reason.strip("/") in name:
        return FileNotThere(name, "there is no such file")
    return FileNotThere(name, f"this cannot be opened ({reason})")
