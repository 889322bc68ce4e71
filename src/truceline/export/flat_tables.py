"""The whole ledger as flat tables: reports, one table a kind of claim and of record, judgements,
codes of countries. CSV and Parquet.
"""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from truceline.export.countries import countries
from truceline.export.package import Package
from truceline.export.table import Table, write_parquet
from truceline.export.view import View
from truceline.model.claims import CLAIM_CLASSES
from truceline.model.flat import FROM_REPORT, Column, flat_columns, flat_row, report_cells
from truceline.model.judgement import Judgement
from truceline.model.record import RECORD_CLASSES
from truceline.model.report import Report

PLURALS = {
    "statement": "statements", "event": "events", "casualties": "casualties", "ceasefire": "ceasefires",
    "talks": "talks", "territory": "territory", "position": "positions",
}  # fmt: skip
REJECTED = Column("rejected", "boolean", "a person rejected this claim")


def csv_tables(view: View) -> Package:
    return Package("csv", "The ledger as CSV", "truceline's own fields", tuple(tables(view)), notes=NOTES)


def parquet_tables(view: View) -> Package:
    return Package(
        "parquet", "The ledger as Parquet", "truceline's own fields", tuple(tables(view)), notes=NOTES,
        write_table=write_parquet,
    )  # fmt: skip


NOTES = (
    "One claim a row: never sum figures over claimants, statuses or reports.",
    "An empty cell has its reason in the column `missing` (JSON, field to reason).",
    "Countries are ISO 3166-1 alpha-3 everywhere; the table countries has their Gleditsch-Ward and COW numbers.",
)


def tables(view: View) -> Iterator[Table]:
    yield noun_table("reports", "Reports as read", Report, list(view.reports.values()))
    for kind, made in CLAIM_CLASSES.items():
        claims = [claim for claim in view.every_claim.values() if claim.kind == kind]
        rows = [
            flat_row(claim) | report_cells(view.report(claim)) | {"rejected": claim.id in view.rejected}
            for claim in claims
        ]
        name = PLURALS.get(kind, kind)
        yield Table(name, f"Claims: {name}", (*flat_columns(made), *FROM_REPORT, REJECTED), rows, ("id",))
    for record_kind, record_class in RECORD_CLASSES.items():
        records = [record for record in view.records if record.kind == record_kind]
        yield noun_table(record_kind, f"Records: {record_kind.replace('_', ' ')}", record_class, records)
    yield noun_table("judgements", "What people decided", Judgement, list(view.ledger.judgements()))
    yield countries()


def noun_table(name: str, title: str, kind: type[BaseModel], nouns: Sequence[BaseModel]) -> Table:
    return Table(name, title, flat_columns(kind), [flat_row(noun) for noun in nouns], ("id",))
