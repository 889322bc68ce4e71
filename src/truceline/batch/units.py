"""A corpus cut into parts: what workers are given. Same corpus, same parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from truceline.errors import CannotRead
from truceline.model.ids import content_id
from truceline.model.report import Report
from truceline.read.containers import container_kind
from truceline.read.formats.detect import READERS, unpacker_of
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import DEEPEST, named_sources, read_source
from truceline.read.sources import Source

# A source that a worker is to read, a row that was read on the way, or a refusal.
Unit = Source | Report | CannotRead
LARGEST_PART = 50_000_000  # bytes of pages in one part, so that memory stays bounded whatever their size


@dataclass(frozen=True, slots=True)
class Part:
    number: int
    units: tuple[Unit, ...]

    def key(self, options_key: str) -> str:
        """Tells a part that is done from one whose sources or options have changed."""
        return content_id(options_key, *map(unit_key, self.units))


def units_in(sources: Sequence[str | Path], options: ReadOptions) -> Iterator[Unit]:
    """Pages are handed on unread; only what stands in rows and archives is opened here."""
    refused: list[CannotRead] = []
    for source in named_sources(tuple(sources), options, refused.append):
        yield from refused
        refused.clear()
        yield from units_of(source, options)
    yield from refused


def units_of(source: Source, options: ReadOptions) -> Iterator[Unit]:
    unpack = unpacker_of(source, options)
    if unpack is None and container_kind(source.content) in READERS:
        yield from read_source(source, options)
    elif unpack is None or options.depth >= DEEPEST:
        yield source
    else:
        try:
            for member in unpack(source, options):
                yield from [member] if isinstance(member, CannotRead) else units_of(member, options.deeper())
        except CannotRead as error:
            yield error


def parts_of(units: Iterable[Unit], size: int) -> Iterator[Part]:
    waiting = iter(units)
    number = 0
    while chosen := tuple(_some(waiting, size)):
        yield Part(number, chosen)
        number += 1


def _some(units: Iterator[Unit], size: int) -> Iterator[Unit]:
    held = 0
    for unit in islice(units, size):
        yield unit
        held += len(unit.content) if isinstance(unit, Source) else 0
        if held > LARGEST_PART:
            return


def unit_key(unit: Unit) -> str:
    if isinstance(unit, Source):
        return content_id(unit.name, unit.content.hex() if len(unit.content) < 64 else _digest(unit.content))
    return content_id(unit.model_dump_json() if isinstance(unit, Report) else str(unit))


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()
