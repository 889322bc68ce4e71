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
from truceline.export.package import Package, unexported, write_package
from truceline.export.plover import plover
from truceline.export.prov import prov
from truceline.export.table import objects_to_arrow, to_arrow
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
    yield from write_package(package_of(ledger, name, acled_zero, summary_events), folder)


def package_of(ledger: Ledger, name: str, acled_zero: bool, summary_events: bool) -> Package:
    made = FORMATS[name]
    if name == "acled":
        made = partial(acled, zero=acled_zero)
    if name == "ucdp":
        made = partial(ucdp, summary_events=summary_events)
    return made(View(ledger))


def arrow_tables(
    ledger: Ledger, name: str, *, acled_zero: bool = False, summary_events: bool = False
) -> "dict[str, pa.Table]":
    """One format as Arrow tables, by name: its tables, a table a document, and ``unexported``.

    KeyError: no such format.
    """
    package = package_of(ledger, name, acled_zero, summary_events)
    tables = {table.name: to_arrow(table) for table in (*package.tables, unexported(package))}
    return tables | {
        document.name.rsplit(".", 1)[0]: objects_to_arrow(document.objects(), document.about)
        for document in package.documents
    }  # fmt: skip
