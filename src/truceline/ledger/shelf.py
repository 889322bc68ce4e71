"""What reconcile looks up in the ledger, piece by piece, and what it leaves there for the next time."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, Connection, Row, Select, and_, delete, func, insert, select

from truceline.ledger import tables
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord, RecordKind, record_adapter
from truceline.model.report import Report

T = TypeVar("T")
AT_ONCE = 500  # values in one IN list: SQLite takes 32,766, PostgreSQL plans long lists badly


class KeyLine(Protocol):
    """One line of the index; reconcile has its own class for it."""

    @property
    def report(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def joiner(self) -> str: ...
    @property
    def key(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    report: str
    item: str
    joiner: str
    key: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a reconciliation had read: the last rows of reports, readings and judgements; and what it cost."""

    rules: str
    last_report: int
    last_reading: int
    last_judgement: int
    claims: int = 0
    touched: int = 0


class LedgerShelf:
    """One reconciliation's view of the ledger, in one transaction: nobody writes in between."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sightings_of(self, reports: Iterable[str]) -> list[Report]:
        bodies = self._in(select(tables.reports.c.seq, tables.reports.c.body), tables.reports.c.id, reports)
        return [Report.model_validate_json(row.body) for row in sorted(bodies, key=lambda row: row.seq)]

    def claims_of(self, reports: Iterable[str]) -> list[AnyClaim]:
        last = select(func.max(tables.readings.c.seq).label("seq")).group_by(tables.readings.c.report)
        readings = [row.seq for row in self._in(last, tables.readings.c.report, reports)]
        rows = self._in(select(tables.claims.c.body), tables.claims.c.reading, readings)
        return [claim_adapter.validate_json(row.body) for row in rows]

    def conflicts_of(self, reports: Iterable[str]) -> Mapping[str, str | None]:
        columns = select(tables.readings.c.seq, tables.readings.c.report, tables.readings.c.conflict)
        rows = self._in(columns, tables.readings.c.report, reports)
        return {row.report: row.conflict for row in sorted(rows, key=lambda row: row.seq)}

    def found_under(self, joiner: str, keys: Iterable[str]) -> list[Line]:
        query = select(tables.join_keys).where(tables.join_keys.c.joiner == joiner)
        rows = self._in(query, tables.join_keys.c.key, keys)
        return [Line(row.report, row.item, row.joiner, row.key) for row in rows]

    def copies_of(self, reports: Iterable[str]) -> Mapping[str, str]:
        query = select(tables.join_keys).where(tables.join_keys.c.joiner == "copy of")
        return {row.report: row.key for row in self._in(query, tables.join_keys.c.report, reports)}

    def fellows_of(self, reports: Iterable[str]) -> list[tuple[str, str]]:
        """Claims, with their reports, that share a record with any claim that these reports ever had."""
        claims = {row.id for row in self._in(select(tables.claims.c.id), tables.claims.c.report, reports)}
        fellows = {
            row.claim
            for row in self._in(select(tables.record_members.c.claim), MEMBER_RECORD, self.records_with(claims))
        }
        columns = select(tables.claims.c.id, tables.claims.c.report).distinct()
        return [(row.id, row.report) for row in self._in(columns, tables.claims.c.id, fellows)]

    def records_with(self, claims: Iterable[str]) -> set[str]:
        """Ids of the records that have one of the claims as a member."""
        return {row.record for row in self._in(select(MEMBER_RECORD), tables.record_members.c.claim, claims)}

    def records_of(self, ids: Iterable[str]) -> list[AnyRecord]:
        """The last version of each, without those that were retired."""
        last = select(func.max(tables.records.c.seq).label("seq")).group_by(tables.records.c.id)
        rows = [row.seq for row in self._in(last, tables.records.c.id, ids)]
        found = self._in(select(tables.records.c.body, tables.records.c.retired), tables.records.c.seq, rows)
        return [record_adapter.validate_json(row.body) for row in found if not row.retired]

    def records_of_kinds(self, kinds: Sequence[RecordKind]) -> list[AnyRecord]:
        known = select(tables.records.c.id).where(tables.records.c.kind.in_(kinds)).distinct()
        return self.records_of(self._connection.scalars(known).all())

    def judgements(self) -> Iterator[Judgement]:
        for body in self._connection.scalars(select(tables.judgements.c.body).order_by(tables.judgements.c.seq)):
            yield Judgement.model_validate_json(body)

    # How far it has come

    def last_mark(self) -> Mark | None:
        columns = tables.reconciliations
        row = self._connection.execute(select(columns).order_by(columns.c.seq.desc()).limit(1)).first()
        if row is None:
            return None
        return Mark(row.rules, row.last_report, row.last_reading, row.last_judgement, row.claims, row.touched)

    def now(self, rules: str) -> Mark:
        last = [self._connection.scalar(select(func.coalesce(func.max(table.c.seq), 0))) for table in WATCHED]
        return Mark(rules, *(int(seq or 0) for seq in last))

    def pending_since(self, mark: Mark) -> tuple[set[str], list[Judgement]]:
        """Reports seen or read since then, and new judgements."""
        seen = select(tables.reports.c.id).where(tables.reports.c.seq > mark.last_report)
        read = select(tables.readings.c.report).where(tables.readings.c.seq > mark.last_reading)
        judged = select(tables.judgements.c.body).where(tables.judgements.c.seq > mark.last_judgement)
        judgements = [Judgement.model_validate_json(body) for body in self._connection.scalars(judged)]
        return {*self._connection.scalars(seen), *self._connection.scalars(read)}, judgements

    def count_reports(self) -> int:
        return int(self._connection.scalar(select(func.count(tables.reports.c.id.distinct()))) or 0)

    def count_claims(self) -> int:
        last = select(func.max(tables.readings.c.seq)).group_by(tables.readings.c.report)
        query = select(func.count()).select_from(tables.claims).where(tables.claims.c.reading.in_(last))
        return int(self._connection.scalar(query) or 0)

    def leave_mark(self, mark: Mark) -> None:
        row = {
            "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"), "rules": mark.rules,
            "last_report": mark.last_report, "last_reading": mark.last_reading, "last_judgement": mark.last_judgement,
            "claims": mark.claims, "touched": mark.touched,
        }  # fmt: skip
        self._connection.execute(insert(tables.reconciliations), row)

    # Writing

    def write_keys(self, lines: Iterable[KeyLine], reports: Iterable[str] | None) -> None:
        """Put these lines in the place of those of the reports; of all reports where null."""
        if reports is None:
            self._connection.execute(delete(tables.join_keys))
        else:
            for some in batches(reports):
                self._connection.execute(delete(tables.join_keys).where(tables.join_keys.c.report.in_(some)))
        for lot in batches(lines, 5000):
            rows = [{"report": line.report, "item": line.item, "joiner": line.joiner, "key": line.key} for line in lot]
            self._connection.execute(insert(tables.join_keys), rows)

    def write_records(self, records: Iterable[AnyRecord], among: Iterable[str] | None) -> int:
        """Append what is new or changed; retire what is no more ``among`` these ids (null: among all). Gives rows."""
        new = {record.id: record for record in records}
        known = {row.id: row for row in self._last_rows(None if among is None else {*among, *new})}
        changed = [
            record
            for id_, record in new.items()
            if id_ not in known or known[id_].digest != content_id(record.model_dump_json())
        ]
        gone = [row for id_, row in known.items() if id_ not in new]
        rows = [record_row(made.id, made.kind, made.model_dump_json(), retired=False) for made in changed]
        rows += [record_row(row.id, row.kind, row.body, retired=True) for row in gone]
        for lot in batches(rows, 5000):
            self._connection.execute(insert(tables.records), lot)
        self._write_members(changed, [*(made.id for made in changed), *(row.id for row in gone)])
        return len(rows)

    def _write_members(self, records: Sequence[AnyRecord], stale: Sequence[str]) -> None:
        for some in batches(stale):
            self._connection.execute(delete(tables.record_members).where(MEMBER_RECORD.in_(some)))
        members = ({"record": record.id, "claim": claim} for record in records for claim in record.members)
        for lot in batches(members, 5000):
            self._connection.execute(insert(tables.record_members), lot)

    def _last_rows(self, ids: set[str] | None) -> list[Row[Any]]:
        last = select(func.max(tables.records.c.seq).label("seq")).group_by(tables.records.c.id)
        standing = tables.records.c.retired.is_(False)
        if ids is None:
            query = select(tables.records).where(and_(tables.records.c.seq.in_(last), standing))
            return list(self._connection.execute(query))
        rows = [row.seq for row in self._in(last, tables.records.c.id, ids)]
        return self._in(select(tables.records).where(standing), tables.records.c.seq, rows)

    def _in(self, query: Select[Any], column: Column[Any], values: Iterable[object]) -> list[Row[Any]]:
        """Rows whose column is one of the values, asked for in lists of a size that databases like."""
        wanted = list(dict.fromkeys(values))
        return [row for some in batches(wanted) for row in self._connection.execute(query.where(column.in_(some)))]


MEMBER_RECORD = tables.record_members.c.record
WATCHED = (tables.reports, tables.readings, tables.judgements)


def record_row(id_: str, kind: str, body: str, *, retired: bool) -> dict[str, object]:
    return {"id": id_, "digest": content_id(body), "kind": kind, "retired": retired, "body": body}


def batches(items: Iterable[T], size: int = AT_ONCE) -> Iterator[list[T]]:
    left = iter(items)
    while lot := list(islice(left, size)):
        yield lot
