"""gzip, bzip2 and xz: one stream in another, watched for bombs."""

import bz2
import gzip
import lzma
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from truceline.errors import CannotRead
from truceline.read.packed.unpacking import Counting, Unpacked
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, peekable, source_from


def unpack_compressed(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    packed = Counting(source.open())
    plain = Unpacked(source.name, opened(source.content, cast(BinaryIO, packed)), packed)
    yield source_from(source.name, peekable(plain), options.settings.largest_source)


def opened(head: bytes, packed: BinaryIO) -> IO[bytes]:
    if head.startswith(b"BZh"):
        return cast(BinaryIO, bz2.open(packed))
    if head.startswith(b"\xfd7z"):
        return cast(BinaryIO, lzma.open(packed))
    return cast(BinaryIO, gzip.open(packed))
