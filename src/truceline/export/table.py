"""A table with typed, described columns: written as CSV, as Parquet, or handed over as Arrow."""

import csv
import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from truceline.model.flat import Column, ColumnType, Row, Value

if TYPE_CHECKING:
    import pyarrow as pa

# A spreadsheet runs a cell that begins so: news text must stay text (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """``name`` is the file's name without suffix; ``key`` the columns that tell rows apart.

    ``tags``: HXL hashtags by column, written as a second header row where there are any.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    key: tuple[str, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)


def write_csv(table: Table, folder: Path) -> Path:
    """UTF-8, comma, empty for null, ISO dates, ``true``/``false``."""
    file = folder / f"{table.name}.csv"
    names = [column.name for column in table.columns]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(names)
        if table.tags:
            writer.writerow([table.tags.get(name, "") for name in names])
        writer.writerows([cell(row.get(name)) for name in names] for row in table.rows)
    return file


def cell(value: Value) -> str:
    """The text of one cell; words that a spreadsheet would run as a formula get an apostrophe before them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) and not _is_number(value) else value
    return str(value)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def to_arrow(table: Table) -> "pa.Table":
    """The same as an Arrow table; each column carries its description, the table its title."""
    import pyarrow as pa

    fields = [
        pa.field(column.name, arrow_type(column.type), metadata={"description": column.description})
        for column in table.columns
    ]
    arrays = [pa.array([row.get(made.name) for row in table.rows], type=made.type) for made in fields]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata={"title": table.title}))


def objects_to_arrow(objects: Iterable[dict[str, object]], title: str) -> "pa.Table":
    """Objects of JSON, one a row; a field that holds several types is JSON text."""
    import pyarrow as pa

    rows = list(objects)
    names = list(dict.fromkeys(name for row in rows for name in row))
    made = pa.table({name: _array([row.get(name) for row in rows]) for name in names})
    return made.replace_schema_metadata({"title": title})


def _array(values: list[object]) -> "pa.Array":
    import pyarrow as pa

    try:
        return pa.array(values)
    except pa.ArrowException:
        return pa.array([None if value is None else json.dumps(value, ensure_ascii=False) for value in values])


def arrow_type(kind: ColumnType) -> "pa.DataType":
    import pyarrow as pa

    return {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us", tz="UTC"),
    }[kind]


def write_parquet(table: Table, folder: Path) -> Path:
    import pyarrow.parquet as pq

    file = folder / f"{table.name}.parquet"
    pq.write_table(to_arrow(table), file, compression="zstd")
    return file
