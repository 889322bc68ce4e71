"""Comma-separated values and Parquet: one report a row."""

import csv
import io
from collections.abc import Collection, Iterator
from itertools import chain, islice

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.model.report import Report
from truceline.read.containers import are_numbers, as_utf8, is_heading, lines_above, rows_of, separator_in
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
    heading = Heading(head, options.columns.values())
    text = io.TextIOWrapper(opened_as_utf8(source), encoding=encoding, errors="replace", newline="")
    lines = Lines(islice(text, heading.above, None))
    escape = "\\" if escapes_quotes(head) else None
    rows = csv.DictReader(
        lines, heading.numbers, delimiter=heading.separator, escapechar=escape, doublequote=escape is None
    )
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


def refuse_rows(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    yield NotText(
        source.name,
        "this is a table without a heading; tell its columns by their numbers: --columns text=3,published=1",
    )


def encoding_of(head: bytes) -> str:
    """UTF-8 where the beginning is; else Windows-1252, in which old spreadsheets are saved."""
    try:
        head[: head.rfind(b"\n") + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


class Heading:
    """How many lines stand over the rows or their heading, and what parts the cells; where the caller names columns by
    their numbers, these are their names.
    """

    def __init__(self, head: bytes, named: Collection[str]) -> None:
        lines = list(io.StringIO(head.decode("utf-8-sig", "replace"), newline=""))
        self.above = lines_above(lines, named)
        self.separator = separator_in("".join(lines[self.above : self.above + 1]))
        self.numbers: list[str] | None = None
        if are_numbers(named):
            rows = rows_of(islice(lines, self.above, None), self.separator)
            self.numbers = [str(number) for number, _ in enumerate(next(rows, []), start=1)]
            self.above += is_heading(lines, self.above, ())


def escapes_quotes(head: bytes) -> bool:
    """As databases write them, which never double a quotation mark as spreadsheets do."""
    return b'\\"' in head and b'""' not in head.replace(b',""', b"")


class Lines:
    """``ended``: another line was asked for than there are. Before the last row is out, only an open quotation asks."""

    def __init__(self, inner: Iterator[str]) -> None:
        self._inner, self.ended = inner, False

    def __iter__(self) -> Iterator[str]:
        yield from self._inner
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
