"""A folder of mail in one file (mbox): each message is a source."""

from collections.abc import Iterator

from truceline.errors import CannotRead, TooLarge
from truceline.read.containers import MAIL_FOLDER
from truceline.read.formats.mail import MAIL
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source


def unpack_mail_folder(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    largest = options.settings.largest_source
    lines: list[bytes] = []
    size = number = 0
    for line in source.open():
        if MAIL_FOLDER.match(line) and lines:
            number += 1
            yield message(source, lines, number, size, largest)
            lines, size = [], 0
        size += len(line)
        if size <= largest:
            lines.append(line)
    if lines:
        yield message(source, lines, number + 1, size, largest)


def message(source: Source, lines: list[bytes], number: int, size: int, largest: int) -> Source | CannotRead:
    name = f"{source.name}, message {number}"
    if size > largest:
        return TooLarge(name, f"this message is larger than {largest:,} bytes")
    return Source(name, b"".join(lines[1:]), None, MAIL)
