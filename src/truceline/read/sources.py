"""What the user named, opened: files, folders, globs, addresses, standard input."""

import glob
import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, BinaryIO, Protocol, cast

from truceline.errors import CannotRead, FileNotThere, NothingToRead, NotText, TooLarge
from truceline.read.containers import HEAD, UTF16, container_kind
from truceline.settings import Settings

PAGE_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
STANDARD_INPUT = "-"


class Peekable(Protocol):
    """A stream of bytes whose beginning can be looked at: what ``io.BufferedReader`` is."""

    def peek(self, size: int = ..., /) -> bytes: ...

    def read(self, size: int = ..., /) -> bytes: ...


def peekable(stream: object) -> Peekable:
    """Any reader of bytes, made one whose beginning can be looked at."""
    return cast(Peekable, io.BufferedReader(cast(io.RawIOBase, stream), HEAD))


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes under the name that the user knows it by.

    A container (an archive, a crawl, a table) may be of any size: then ``content`` is only its beginning and
    ``stream`` stands at the beginning of the whole, open until the next source is asked for.
    ``media_type`` is what a server or an archive said of it; ``stated`` what a feed or a crawl says of the page.
    """

    name: str
    content: bytes
    stream: BinaryIO | None = field(default=None, compare=False)
    media_type: str | None = None
    stated: Mapping[str, str] = field(default_factory=dict, compare=False)

    def open(self) -> BinaryIO:
        return self.stream or io.BytesIO(self.content)


def open_sources(
    sources: Iterable[str | Path], settings: Settings, refuse: Callable[[CannotRead], None]
) -> Iterator[Source]:
    """Each source in the order named; a folder's files by name."""
    for named in sources:
        try:
            paths = [STANDARD_INPUT] if str(named) == STANDARD_INPUT else files_of(str(named))
        except CannotRead as error:
            refuse(error)
            continue
        for path in paths:
            yield from _opened(path, settings, refuse)


def _opened(path: str, settings: Settings, refuse: Callable[[CannotRead], None]) -> Iterator[Source]:
    name = "standard input" if path == STANDARD_INPUT else path
    try:
        with open_file(path) as stream:
            yield source_from(name, stream, settings.largest_source)
    except CannotRead as error:
        refuse(error)


def files_of(named: str) -> list[str]:
    """The files that a path or a glob stands for. Hidden files in a folder are passed over."""
    if "\0" in named:
        raise FileNotThere(named.replace("\0", "?"), "this is no name of a file")
    path = Path(named)
    try:
        if path.is_dir():
            return folder_files(path)
        if path.exists():
            return [named]
    except OSError as error:
        raise FileNotThere(named, f"this file cannot be opened ({error.strerror})") from error
    found = sorted(glob.glob(named, recursive=True)) if glob.has_magic(named) else []  # noqa: PTH207 - absolute globs
    files = [file for file in found if Path(file).is_file()]
    if not files:
        raise FileNotThere(named, "there is no such file or folder")
    return files


def folder_files(folder: Path) -> list[str]:
    files = [str(file) for file in sorted(folder.rglob("*")) if file.is_file() and not _is_hidden(file, folder)]
    if not files:
        raise NothingToRead(str(folder), "this folder holds no files")
    return without_parts_of_pages(files)


def without_parts_of_pages(files: Sequence[str]) -> list[str]:
    """Browsers save beside ``Truce.html`` a folder ``Truce_files``, with the page's pictures, scripts and frames."""
    parts = {f"{PAGE_NAME.sub('', file)}_files" for file in files if PAGE_NAME.search(file)}
    return [file for file in files if parts.isdisjoint(map(str, PurePath(file).parents))]


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


@contextmanager
def open_file(path: str) -> Iterator[Peekable]:
    if path == STANDARD_INPUT:
        yield from _standard_input()
        return
    try:
        if not Path(path).is_file():
            raise NotText(path, "this is no regular file")
        stream = Path(path).open("rb", buffering=HEAD)  # noqa: SIM115 - closed below
    except OSError as error:
        raise FileNotThere(path, f"this file cannot be opened ({error.strerror})") from error
    with stream:
        yield cast(Peekable, stream)


def _standard_input() -> Iterator[Peekable]:
    """Left open behind us: it belongs to the process."""
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer), HEAD)
    try:
        yield cast(Peekable, stream)
    finally:
        stream.detach()


class Recoded(io.RawIOBase):
    """A stream of UTF-16 as UTF-8."""

    def __init__(self, inner: BinaryIO) -> None:
        self._text = io.TextIOWrapper(inner, "utf-16", errors="replace", newline="")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - io hands over a buffer, for which 3.11 has no name
        view = memoryview(buffer)
        self._left = self._left or self._text.read(HEAD).encode()
        now, self._left = self._left[: len(view)], self._left[len(view) :]
        view[: len(now)] = now
        return len(now)


def opened_as_utf8(source: Source) -> BinaryIO:
    stream = source.open()
    return cast(BinaryIO, peekable(Recoded(stream))) if source.content.startswith(UTF16) else stream


def source_from(name: str, stream: Peekable, largest: int, media_type: str | None = None) -> Source:
    """A container as a stream; anything else as its bytes, of which no more than ``largest`` are ever held."""
    try:
        head = stream.peek(HEAD)[:HEAD]
        if container_kind(head):
            return Source(name, head, cast(BinaryIO, stream), media_type)
        return Source(name, read_at_most(stream, largest, name), None, media_type)
    except OSError as error:
        raise FileNotThere(name, f"this file cannot be read ({error.strerror or error})") from error


def read_at_most(stream: Peekable, largest: int, name: str) -> bytes:
    content = stream.read(largest + 1)
    if len(content) > largest:
        raise TooLarge(name, f"this source is larger than {largest:,} bytes; a single report is far smaller")
    return content
