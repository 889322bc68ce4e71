"""The list of formats. A new one is one file and one line here."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from truceline.export.acled import acled
from truceline.export.annotations import annotations
from truceline.export.eth_prio import eth_prio
from truceline.export.flat_tables import csv_tables, parquet_tables
from truceline.export.geojson import geojson
from truceline.export.hxl import hxl
from truceline.export.jsonl import jsonl
from truceline.export.package import Package, write_package
from truceline.export.plover import plover
from truceline.export.prov import prov
from truceline.export.table import to_arrow
from truceline.export.ucdp import ucdp
from truceline.export.view import View
from truceline.ledger.ledger import Ledger

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS: dict[str, Callable[[View], Package]] = {
    "acled": acled,
    "annotations": annotations,
    "csv": csv_tables,
    "eth_prio": eth_prio,
    "geojson": geojson,
    "hxl": hxl,
    "jsonl": jsonl,
    "parquet": parquet_tables,
    "plover": plover,
    "prov": prov,
    "ucdp": ucdp,
}


def export(
    ledger: Ledger, name: str, folder: Path, *, acled_zero: bool = False, summary_events: bool = False
) -> Iterator[Path]:
    """Write one format into ``folder``; gives each path when it is written. KeyError: no such format."""
    made = FORMATS[name]
    if name == "acled":
        made = partial(acled, zero=acled_zero)
    if name == "ucdp":
        made = partial(ucdp, summary_events=summary_events)
    yield from write_package(made(View(ledger)), folder)


def arrow_tables(ledger: Ledger, name: str) -> "dict[str, pa.Table]":
    """The tables of one format as Arrow tables, by name. KeyError: no such format."""
    return {table.name: to_arrow(table) for table in FORMATS[name](View(ledger)).tables}
