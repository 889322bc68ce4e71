"""The ledger: what was read, claimed, joined and judged, with every earlier version of it."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, and_, func, insert, select

from truceline.ledger import tables
from truceline.ledger.frames import Frames
from truceline.ledger.history import (
    Reading,
    add_report,
    claim_row,
    last_digest,
    reading_digest,
    refuse_if_judged,
    write_judgement,
    write_reading,
)
from truceline.ledger.opening import WRITES, faults, one_view, open_engine, use_write_ahead_log
from truceline.ledger.shelf import LedgerShelf
from truceline.model.claim import ClaimKind
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.judgement import Judgement, judged_words
from truceline.model.record import AnyRecord, RecordKind, record_adapter
from truceline.model.report import Report


class Ledger(Frames):
    """Append-only. Use it in a ``with`` block, or call ``close``.

    ``address`` is a file (SQLite) or ``postgresql://...``. Raises the LedgerFault family.
    """

    def __init__(self, address: str | Path, *, create: bool = True) -> None:
        self.address = address
        self._engine: Engine = open_engine(address, create=create)
        use_write_ahead_log(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({str(self.address)!r})"

    def close(self) -> None:
        self._engine.dispose()

    # Writing

    def add_reading(self, report: Report, claims: Iterable[AnyClaim], *, conflict: str | None = None) -> int:
        """Write a report and its claims in one transaction; gives how many claims were new.

        The same report with the same claims again writes nothing. ``conflict`` is the one it was read under.
        """
        bodies = [(claim, claim.model_dump_json()) for claim in claims]
        digest = reading_digest(conflict, (body for _, body in bodies))
        with faults(self.address), self.writing() as connection:
            add_report(connection, report)
            if last_digest(connection, report.id) == digest:
                return 0
            reading = write_reading(connection, Reading.now(report.id, digest, conflict))
            rows = [claim_row(reading, claim, body) for claim, body in bodies]
            if rows:
                connection.execute(insert(tables.claims), rows)
            return len(rows)

    def set_records(self, records: Iterable[AnyRecord]) -> int:
        """Append what is new or changed among the records, and retire those that are no more; gives how many rows."""
        with self.shelf(writes=True) as shelf:
            return shelf.write_records(records, None)

    @contextmanager
    def shelf(self, *, writes: bool = False) -> Iterator[LedgerShelf]:
        """One transaction in which reconcile looks things up, or leaves what it found."""
        with faults(self.address):
            if writes:
                with self.writing() as connection:
                    yield LedgerShelf(connection)
                return
            with self.reading() as connection:
                yield LedgerShelf(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state and writes nothing."""
        with faults(self.address), self._engine.connect().execution_options(**one_view(self._engine)) as connection:
            yield connection

    def add_judgement(self, judgement: Judgement) -> None:
        """Append one judgement; the same one again writes nothing. The words of its claims are kept with it."""
        self.add_judgements([judgement])

    def add_judgements(self, judgements: Iterable[Judgement], *, known: int | None = None) -> None:
        """All of them or, where anything fails, none.

        ``known`` is the last judgement that the person had seen (``marks``); raises JudgedMeanwhile where a later one
        speaks of the same claims.
        """
        whole = [judgement if judgement.evidence else self._with_words(judgement) for judgement in judgements]
        with faults(self.address), self.writing() as connection:
            if known is not None:
                refuse_if_judged(connection, {claim for made in whole for claim in made.claims}, known)
            for judgement in whole:
                write_judgement(connection, judgement)

    def _with_words(self, judgement: Judgement) -> Judgement:
        words = tuple(judged_words(claim) for id_ in judgement.claims if (claim := self.claim(id_)) is not None)
        return judgement.model_copy(update={"evidence": words})

    # Views

    def reports(self) -> Iterator[Report]:
        """Each text once, as it was first seen, in the order of writing."""
        first = select(func.min(tables.reports.c.seq)).group_by(tables.reports.c.id)
        query = select(tables.reports.c.body).where(tables.reports.c.seq.in_(first)).order_by(tables.reports.c.seq)
        for body in self._bodies(query):
            yield Report.model_validate_json(body)

    def sightings(self) -> Iterator[Report]:
        """Every report as it was seen: a text that two outlets printed comes twice."""
        for body in self._bodies(select(tables.reports.c.body).order_by(tables.reports.c.seq)):
            yield Report.model_validate_json(body)

    def claims(self, kind: ClaimKind | None = None) -> Iterator[AnyClaim]:
        """The claims of the last reading of each report, in the order of writing."""
        last = select(func.max(tables.readings.c.seq)).group_by(tables.readings.c.report)
        query = select(tables.claims.c.body).where(tables.claims.c.reading.in_(last)).order_by(tables.claims.c.seq)
        if kind is not None:
            query = query.where(tables.claims.c.kind == kind)
        for body in self._bodies(query):
            yield claim_adapter.validate_json(body)

    def claim(self, id_: str) -> AnyClaim | None:
        """One claim as it was last read, also where a newer reading of its report no longer has it."""
        query = select(tables.claims.c.body).where(tables.claims.c.id == id_).order_by(tables.claims.c.seq.desc())
        with faults(self.address), self._engine.connect() as connection:
            body = connection.scalar(query.limit(1))
        return claim_adapter.validate_json(body) if body is not None else None

    def conflicts(self) -> dict[str, str | None]:
        """The conflict that each report was last read under; null where none was named or recognised."""
        query = select(tables.readings.c.report, tables.readings.c.conflict).order_by(tables.readings.c.seq)
        with faults(self.address), self._engine.connect() as connection:
            return {row.report: row.conflict for row in connection.execute(query)}

    def records(self, kind: RecordKind | None = None) -> Iterator[AnyRecord]:
        """The records of the last reconciliation."""
        query = _latest_records().order_by(tables.records.c.seq)
        if kind is not None:
            query = query.where(tables.records.c.kind == kind)
        with faults(self.address), self._engine.connect() as connection:
            for row in connection.execute(query):
                yield record_adapter.validate_json(row.body)

    def judgements(self) -> Iterator[Judgement]:
        for body in self._bodies(select(tables.judgements.c.body).order_by(tables.judgements.c.seq)):
            yield Judgement.model_validate_json(body)

    def has_report(self, report_id: str) -> bool:
        query = select(tables.reports.c.seq).where(tables.reports.c.id == report_id).limit(1)
        with faults(self.address), self._engine.connect() as connection:
            return connection.scalar(query) is not None

    def report(self, report_id: str) -> Report | None:
        """The text as it was first seen; null where the ledger has none of that id."""
        query = select(tables.reports.c.body).where(tables.reports.c.id == report_id).order_by(tables.reports.c.seq)
        body = next(iter(self._bodies(query.limit(1))), None)
        return Report.model_validate_json(body) if body is not None else None

    def marks(self) -> dict[str, int]:
        """The last row of each table: tells whether anything was written since."""
        rooms = {table.name: select(func.max(table.c.seq)) for table in tables.metadata.sorted_tables}
        with faults(self.address), self._engine.connect() as connection:
            return {name: connection.scalar(query) or 0 for name, query in rooms.items()}

    def rows_since(self, table: str, seq: int) -> Iterator[Any]:
        """Rows of one table after ``seq``, in the order of writing."""
        found = tables.metadata.tables[table]
        query = select(found).where(found.c.seq > seq).order_by(found.c.seq)
        with faults(self.address), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=1000).execute(query)

    def claim_now(self, claim_id: str) -> AnyClaim | None:
        """The claim as it was found in the last reading of its report; null where it is not there any more."""
        of_report = select(func.max(tables.readings.c.seq)).where(tables.readings.c.report == tables.claims.c.report)
        query = select(tables.claims.c.body).where(
            and_(tables.claims.c.id == claim_id, tables.claims.c.reading == of_report.scalar_subquery())
        )
        body = next(iter(self._bodies(query)), None)
        return claim_adapter.validate_json(body) if body is not None else None

    def claims_since(self, reading: int) -> Iterator[tuple[int, AnyClaim]]:
        """Claims of the readings after ``reading``, each with the number of its own, one reading after the other."""
        found = tables.claims.c
        query = select(found.reading, found.body).where(found.reading > reading).order_by(found.reading, found.seq)
        with faults(self.address), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=1000).execute(query):
                yield row.reading, claim_adapter.validate_json(row.body)

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that may write; wrap it in ``faults``."""
        return self._engine.execution_options(**{WRITES: True}).begin()

    def _bodies(self, query: Select[str]) -> Iterator[str]:
        with faults(self.address), self._engine.connect() as connection:
            yield from connection.scalars(query)


def _latest_records() -> Select[*tuple[Any, ...]]:
    last = select(func.max(tables.records.c.seq)).group_by(tables.records.c.id)
    return select(tables.records).where(and_(tables.records.c.seq.in_(last), tables.records.c.retired.is_(False)))
