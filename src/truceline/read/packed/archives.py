"""Archives: zip (and WACZ, which is one) and tape archives. Nothing is ever unpacked to the disk under its own name."""

import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from truceline.errors import CannotRead, NothingToRead, NotText, TooLarge
from truceline.read.packed.unpacking import DAMAGE, Unpacked
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, peekable, source_from, without_parts_of_pages

WORD_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OFFICE = {
    "xl/workbook.xml": "a spreadsheet: save it as CSV",
    "ppt/presentation.xml": "a presentation",
    "META-INF/manifest.xml": "an OpenDocument file: save it as a Word document or as text",
    "META-INF/container.xml": "an electronic book: save the chapter as text",
}
NO_FILES = "this archive holds no files"
SPOOLED = 50_000_000  # bytes held in memory before a stream that cannot be wound back is put in a temporary file


def unpack_zip(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    try:
        stream = wound_back(source.open())
        with zipfile.ZipFile(stream) as archive:
            yield from zip_members(replace(source, stream=stream), archive, options)
    except (*DAMAGE, ValueError) as error:
        yield NotText(source.name, f"this archive is damaged ({error})")


def zip_members(source: Source, archive: zipfile.ZipFile, options: ReadOptions) -> Iterator[Source | CannotRead]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        yield whole_document(source, options)
        return
    office = next((what for name, what in OFFICE.items() if name in names), None)
    if office:
        yield NotText(source.name, f"this is {office}")
        return
    is_crawl = any(name.startswith("archive/") and ".warc" in name for name in names) and "datapackage.json" in names
    wanted = set(without_parts_of_pages([name for name in names if not is_passed_over(name, is_crawl)]))
    read = [member for member in members if member.filename in wanted]
    for member in read:
        yield from zip_member(source, archive, member, options)
    if not read:
        yield NothingToRead(source.name, NO_FILES)


def zip_member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, options: ReadOptions
) -> Iterator[Source | CannotRead]:
    name = f"{source.name}/{member.filename}"
    try:
        with archive.open(member) as stream:
            found = source_from(name, peekable(Unpacked(name, stream)), options.settings.largest_source)
            yield found
    except CannotRead as error:
        yield error
    except DAMAGE as error:
        yield NotText(name, f"this is damaged in the archive ({error})")
    except RuntimeError as error:  # zipfile's word for a password
        yield NotText(name, f"this cannot be unpacked ({error})")


def is_passed_over(name: str, is_crawl: bool) -> bool:
    """Hidden files too; "./a.html" and "../a.html" are none."""
    hidden = any(part.startswith(".") and part.strip(".") for part in name.split("/"))
    return hidden or name.startswith("__MACOSX/") or (is_crawl and not name.startswith("archive/"))


def whole_document(source: Source, options: ReadOptions) -> Source | CannotRead:
    stream = source.open()
    stream.seek(0)
    content = stream.read(options.settings.largest_source + 1)
    if len(content) > options.settings.largest_source:
        return TooLarge(source.name, f"this document is larger than {options.settings.largest_source:,} bytes")
    return Source(source.name, content, None, WORD_DOCUMENT)


def wound_back(stream: BinaryIO) -> BinaryIO:
    """A stream in which a reader can go back: itself, or its copy."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(SPOOLED)  # noqa: SIM115 - closed with the archive that is read from it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def unpack_tar(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    is_empty = True
    try:
        with tarfile.open(fileobj=source.open(), mode="r|") as archive:
            for member in archive:
                if member.isfile() and not is_passed_over(member.name, is_crawl=False):
                    is_empty = False
                    yield tar_member(source, archive, member, options)
        if is_empty:
            yield NothingToRead(source.name, NO_FILES)
    except DAMAGE as error:
        yield NotText(source.name, f"this archive is damaged ({error})")


def tar_member(
    source: Source, archive: tarfile.TarFile, member: tarfile.TarInfo, options: ReadOptions
) -> Source | CannotRead:
    stream = archive.extractfile(member)
    name = f"{source.name}/{member.name}"
    if stream is None:
        return NotText(name, "this is no regular file")
    try:
        return source_from(name, peekable(Unpacked(name, stream)), options.settings.largest_source)
    except CannotRead as error:
        return error
