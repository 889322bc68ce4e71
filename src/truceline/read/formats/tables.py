"""Comma-separated values and Parquet: one report a row."""

import csv
import io
from collections.abc import Iterator
from itertools import chain, dropwhile

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.model.report import Report
from truceline.read.containers import SEPARATORS, as_utf8, is_above, table_in
from truceline.read.formats.rows import row_report
from truceline.read.packed.archives import wound_back
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source, opened_as_utf8

ROWS = 200  # of a Parquet file that are held at once


def read_csv(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """A row that cannot be read is refused by its number; a broken quotation ends the table, and is refused."""
    csv.field_size_limit(options.settings.largest_source)
    head = as_utf8(source.content)
    encoding = encoding_of(head)
    lines = Lines(io.TextIOWrapper(opened_as_utf8(source), encoding=encoding, errors="replace", newline=""))
    escape = "\\" if escapes_quotes(head) else None
    rows = csv.DictReader(lines, delimiter=separator(head), escapechar=escape, doublequote=escape is None)
    number = 1
    while True:
        number += 1
        name = f"{source.name}, row {number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield TooLarge(name, f"the table cannot be read on from here ({error})")
            return
        if row is None:
            return
        if lines.ended:
            yield NotText(name, "the quotation marks that open in this row are never closed")
            return
        yield row_report(name, {key: value for key, value in row.items() if key is not None}, options)


def encoding_of(head: bytes) -> str:
    """UTF-8 where the beginning is; else Windows-1252, in which old spreadsheets are saved."""
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def separator(head: bytes) -> str:
    heading = table_in(head.decode("utf-8-sig", "replace")).split("\n", 1)[0]
    return max(SEPARATORS, key=heading.count)


def escapes_quotes(head: bytes) -> bool:
    """As databases write them, which never double a quotation mark as spreadsheets do."""
    return b'\\"' in head and b'""' not in head.replace(b',""', b"")


class Lines:
    """From the heading on. ``ended``: another line was asked for than there are. Before the last row is out, only an
    open quotation asks.
    """

    def __init__(self, inner: Iterator[str]) -> None:
        self._inner, self.ended = inner, False

    def __iter__(self) -> Iterator[str]:
        yield from dropwhile(is_above, self._inner)
        self.ended = True


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(wound_back(source.open()))
        wanted = wanted_columns(table.schema_arrow.names, options)
        batches = table.iter_batches(batch_size=ROWS, columns=wanted)
        rows = chain.from_iterable(batch.to_pylist() for batch in batches)
        for number, row in enumerate(rows, start=1):
            yield row_report(f"{source.name}, row {number}", row, options)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield NotText(source.name, f"this Parquet file is damaged ({str(error).splitlines()[0]})")


def wanted_columns(names: list[str], options: ReadOptions) -> list[str] | None:
    """Only the columns that are read; all where no text is among them, so that the refusal can name them."""
    from truceline.read.formats.rows import columns_of

    found = columns_of(dict.fromkeys(names), options.columns)
    return list(found.values()) if "text" in found else None
