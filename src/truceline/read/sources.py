"""What the user named, opened: files, folders, globs, standard input."""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from truceline.errors import CannotRead, FileNotThere, NothingToRead, NotText, TooLarge
from truceline.settings import Settings

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes under the name that the user knows it by."""

    name: str
    content: bytes


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
            try:
                source = open_source(path, settings.largest_source)
            except CannotRead as error:
                refuse(error)
                continue
            yield source


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
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and not _is_hidden(file, folder)]
    if not files:
        raise NothingToRead(str(folder), "this folder holds no files")
    return [str(file) for file in files]


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def open_source(path: str, largest: int) -> Source:
    """One file's bytes; no more than ``largest`` of them are ever held."""
    if path == STANDARD_INPUT:
        return Source("standard input", read_at_most(sys.stdin.buffer, largest, "standard input"))
    try:
        if not Path(path).is_file():
            raise NotText(path, "this is no regular file")
        with Path(path).open("rb") as file:
            return Source(path, read_at_most(file, largest, path))
    except OSError as error:
        raise FileNotThere(path, f"this file cannot be opened ({error.strerror})") from error


def read_at_most(file: BinaryIO, largest: int, name: str) -> bytes:
    content = file.read(largest + 1)
    if len(content) > largest:
        raise TooLarge(name, f"this source is larger than {largest:,} bytes; a single report is far smaller")
    return content
