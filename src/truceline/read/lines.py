"""Lines of a stream, of which no more than a given length is ever held."""

from collections.abc import Iterator
from typing import BinaryIO


def lines_at_most(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Number, counted from 1, and line; null for a line that is longer than ``longest`` bytes."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(longest + 1)
        yield number, None
