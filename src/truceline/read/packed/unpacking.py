"""A stream out of a container, read with care: damage and bombs become refusals, wherever they are met."""

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from typing import IO, Any

from truceline.errors import NotText, TooLarge

BOMB_FROM = 100_000_000  # bytes unpacked from which the ratio counts
BOMB_RATIO = 200  # news pages shrink to a fifth, the most repetitive table to a fiftieth; bombs to a thousandth
# A broken head asks for a version that zipfile does not know, or is too short to be one.
BROKEN_HEADS = (NotImplementedError, struct.error, OverflowError)
PACKERS = (gzip.BadGzipFile, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)
DAMAGE = (EOFError, OSError, *PACKERS, *BROKEN_HEADS)


class Counting(io.RawIOBase):
    """Counts the bytes that went through."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        got = self._inner.read(size)
        self.count += len(got)
        return got


class Unpacked(io.RawIOBase):
    """Raises NotText where the stream is damaged, TooLarge where a little (``packed``) unpacks to very much."""

    def __init__(self, name: str, plain: IO[bytes], packed: Counting | None = None) -> None:
        self._name, self._plain, self._packed = name, plain, packed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - io hands over a buffer, for which 3.11 has no name
        view = memoryview(buffer)
        try:
            got = self._plain.read(len(view))
        except DAMAGE as error:
            raise NotText(self._name, f"this is damaged ({error})") from error
        view[: len(got)] = got
        self._count += len(got)
        if self._packed is not None and self._count > max(BOMB_FROM, BOMB_RATIO * self._packed.count):
            raise TooLarge(self._name, f"it unpacks to more than {BOMB_RATIO} times its size")
        return len(got)
