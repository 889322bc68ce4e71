"""The ledger as data frames, one row a claim or a step, for notebooks and statistics.

Polars by default, pandas with ``as_="pandas"``; both come with ``pip install truceline[frames]``.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, Protocol

from truceline.model.claim import ClaimKind
from truceline.model.claims import CLAIM_CLASSES, AnyClaim
from truceline.model.claims.judged import judged_claims
from truceline.model.flat import FROM_REPORT, Column, Row, flat_columns, flat_row, report_cells
from truceline.model.judgement import Judgement
from truceline.model.record import (
    AnyRecord,
    CeasefireProcess,
    CeasefireStep,
    Contradiction,
    RecordKind,
    TalksRound,
    TalksStep,
    TollPoint,
    TollSeries,
)
from truceline.model.report import Report

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Library = Literal["polars", "pandas"]
RECORD = (Column("record", "string", "id of the record"), Column("title", "string", "its title"))
COUNTED = (
    Column("claimed_by", "string", "who counts"),
    Column("losses_of", "string", "whose people"),
    Column("person_status", "string", "civilian, military, mixed or unknown"),
    Column("harm", "string", "what befell them"),
    Column("scope", "string", "which fighting is counted"),
)  # fmt: skip


class Views(Protocol):
    """What frames need of a ledger."""

    def reports(self) -> Iterator[Report]: ...
    def claims(self, kind: ClaimKind | None = None) -> Iterator[AnyClaim]: ...
    def records(self, kind: RecordKind | None = None) -> Iterator[AnyRecord]: ...
    def judgements(self) -> Iterator[Judgement]: ...


class Frames:
    """Mixed into the ledger. Claims come as people left them: corrected, without the rejected ones."""

    def statements(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "statement", as_)

    def events(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "event", as_)

    def casualties(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        """Never add these figures up: each is one claimant's, and many speak of the same dead."""
        return claim_frame(self, "casualties", as_)

    def ceasefires(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "ceasefire", as_)

    def talks(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "talks", as_)

    def territory(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "territory", as_)

    def positions(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        return claim_frame(self, "position", as_)

    def tolls(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        """One row a point of a toll series, in order; a series belongs to one claimant and is never summed."""
        columns = (*RECORD, *COUNTED, *flat_columns(TollPoint))
        return frame(columns, toll_rows(self.records("toll_series")), as_)

    def truces(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        """One row a stage of a truce, in order."""
        return frame((*RECORD, *flat_columns(CeasefireStep)), step_rows(self.records("ceasefire_process")), as_)

    def rounds(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        """One row a step of a round of talks, in order."""
        return frame((*RECORD, *flat_columns(TalksStep)), step_rows(self.records("talks_round")), as_)

    def contradictions(self: Views, as_: Library = "polars") -> "pl.DataFrame | pd.DataFrame":
        rows = [flat_row(record) for record in self.records("contradiction")]
        return frame(flat_columns(Contradiction), rows, as_)

    def _repr_html_(self: Views) -> str:
        """In a notebook: how much of what is in it."""
        counts: dict[str, int] = {"reports": sum(1 for _ in self.reports())}
        for noun in (*self.claims(), *self.records()):
            counts[noun.kind.replace("_", " ")] = counts.get(noun.kind.replace("_", " "), 0) + 1
        rows = "".join(f"<tr><td>{kind}</td><td style='text-align:right'>{n:,}</td></tr>" for kind, n in counts.items())
        return f"<table><caption>Ledger</caption>{rows}</table>"


def claim_frame(views: Views, kind: ClaimKind, as_: Library) -> "pl.DataFrame | pd.DataFrame":
    reports = {report.id: report for report in views.reports()}
    claims = (claim for claim in judged_claims(views.claims(), views.judgements()) if claim.kind == kind)
    rows = [flat_row(claim) | report_cells(reports.get(claim.report)) for claim in claims]
    return frame((*flat_columns(CLAIM_CLASSES[kind]), *FROM_REPORT), rows, as_)


def toll_rows(records: Iterable[AnyRecord]) -> Iterator[Row]:
    for record in records:
        if isinstance(record, TollSeries):
            series = flat_row(record)
            head = {column.name: series[column.name] for column in COUNTED}
            yield from (
                {"record": record.id, "title": record.title, **head, **flat_row(point)} for point in record.points
            )


def step_rows(records: Iterable[AnyRecord]) -> Iterator[Row]:
    for record in records:
        if isinstance(record, CeasefireProcess | TalksRound):
            yield from ({"record": record.id, "title": record.title, **flat_row(step)} for step in record.steps)


def frame(columns: Iterable[Column], rows: Iterable[Row], as_: Library) -> "pl.DataFrame | pd.DataFrame":
    """A frame with the columns' types, empty or not. Raises ImportError naming what to install."""
    try:
        import polars as pl
    except ImportError as error:
        raise ImportError("data frames need polars: pip install 'truceline[frames]'") from error
    types: dict[str, Any] = {
        "string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date,
        "datetime": pl.Datetime("us", "UTC"),
    }  # fmt: skip
    made = pl.DataFrame(list(rows), schema={column.name: types[column.type] for column in columns}, orient="row")
    return made.to_pandas() if as_ == "pandas" else made
