"""Reports, readings and records as rows, with those that newer ones have replaced: what a way out and back needs."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from typing import Self

from sqlalchemy import Connection, and_, func, insert, select

from truceline.errors import JudgedMeanwhile
from truceline.ledger import tables
from truceline.ledger.shelf import batches, record_row
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement
from truceline.model.noun import Noun
from truceline.model.record import AnyRecord, record_adapter
from truceline.model.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """One time that a report was read, as its row has it. ``at`` is an ISO time."""

    report: str
    digest: str
    conflict: str | None
    tool_version: str
    at: str

    @classmethod
    def now(cls, report: str, digest: str, conflict: str | None) -> Self:
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        return cls(report, digest, conflict, version("truceline"), at)


class PastReading(Noun):
    """One reading as it leaves the ledger. ``claims`` is null for the last one of its report, which stands elsewhere.

    ``tool_version`` and ``at`` are null in exports that did not keep them.
    """

    report: str
    conflict: str | None
    tool_version: str | None = None
    at: str | None = None
    claims: tuple[AnyClaim, ...] | None = None


class PastRecord(Noun):
    """A version of a record that no longer stands, or the word that it was retired."""

    retired: bool
    record: AnyRecord


def past_readings(connection: Connection) -> Iterator[PastReading]:
    """Every reading, in the order of writing."""
    last = set(connection.scalars(select(func.max(tables.readings.c.seq)).group_by(tables.readings.c.report)))
    for row in connection.execute(select(tables.readings).order_by(tables.readings.c.seq)).all():
        claims = None if row.seq in last else tuple(claims_of(connection, row.seq))
        yield PastReading(
            report=row.report, conflict=row.conflict, tool_version=row.tool_version, at=row.at, claims=claims
        )


def claims_of(connection: Connection, reading: int) -> Iterator[AnyClaim]:
    query = select(tables.claims.c.body).where(tables.claims.c.reading == reading).order_by(tables.claims.c.seq)
    return (claim_adapter.validate_json(body) for body in connection.scalars(query).all())


def past_records(connection: Connection) -> Iterator[PastRecord]:
    """Every version of a record that does not stand, in the order of writing."""
    last = select(func.max(tables.records.c.seq)).group_by(tables.records.c.id)
    standing = select(tables.records.c.seq).where(and_(tables.records.c.seq.in_(last), ~tables.records.c.retired))
    query = select(tables.records).where(tables.records.c.seq.not_in(standing)).order_by(tables.records.c.seq)
    for row in connection.execute(query):
        yield PastRecord(retired=row.retired, record=record_adapter.validate_json(row.body))


def reports_read(connection: Connection) -> set[str]:
    return set(connection.scalars(select(tables.readings.c.report).distinct()))


def restore_reading(connection: Connection, past: PastReading, claims: Iterable[AnyClaim], *, again: bool) -> None:
    """Write one reading as it was. ``again``: its report was read here before, so that this one may be there."""
    bodies = [(claim, claim.model_dump_json()) for claim in claims]
    digest = reading_digest(past.conflict, (body for _, body in bodies))
    now = Reading.now(past.report, digest, past.conflict)
    made = replace(now, tool_version=past.tool_version or now.tool_version, at=past.at or now.at)
    if again and is_there(connection, made, timeless=past.at is None):
        return
    reading = write_reading(connection, made)
    for lot in batches([claim_row(reading, claim, body) for claim, body in bodies], 5000):
        connection.execute(insert(tables.claims), lot)


def is_there(connection: Connection, made: Reading, *, timeless: bool) -> bool:
    """``timeless``: nobody knows when it was read, so that a last reading alike is taken for it."""
    if last_digest(connection, made.report) == made.digest and timeless:
        return True
    row = tables.readings.c
    same = and_(row.report == made.report, row.digest == made.digest, row.at == made.at)
    return connection.scalar(select(row.seq).where(same).limit(1)) is not None


def restore_records(connection: Connection, earlier: Iterable[PastRecord]) -> None:
    """Write versions as they were, except of records that are here already."""
    known = set(connection.scalars(select(tables.records.c.id).distinct()))
    made = (
        record_row(past.record.id, past.record.kind, past.record.model_dump_json(), retired=past.retired)
        for past in earlier if past.record.id not in known
    )  # fmt: skip
    for lot in batches(made, 5000):
        connection.execute(insert(tables.records), lot)


def reading_digest(conflict: str | None, bodies: Iterable[str]) -> str:
    return content_id(conflict, *sorted(bodies))


def add_report(connection: Connection, report: Report) -> None:
    body = report.model_dump_json()
    digest = content_id(body)
    seen = select(tables.reports.c.seq).where(and_(tables.reports.c.id == report.id, tables.reports.c.digest == digest))
    if connection.scalar(seen) is None:
        row = {
            "id": report.id,
            "digest": digest,
            "published": report.published.isoformat() if report.published else None,
            "publisher": report.publisher,
            "body": body,
        }
        connection.execute(insert(tables.reports), row)


def last_digest(connection: Connection, report_id: str) -> str | None:
    query = (
        select(tables.readings.c.digest)
        .where(tables.readings.c.report == report_id)
        .order_by(tables.readings.c.seq.desc())
        .limit(1)
    )
    return connection.scalar(query)


def write_reading(connection: Connection, made: Reading) -> int:
    """The number of the new row."""
    key = connection.execute(insert(tables.readings), asdict(made)).inserted_primary_key
    assert key is not None  # noqa: S101 - one row was written, so there is a key
    return int(key[0])


def claim_row(reading: int, claim: AnyClaim, body: str) -> dict[str, object]:
    return {"id": claim.id, "reading": reading, "report": claim.report, "kind": claim.kind, "body": body}


def write_judgement(connection: Connection, judgement: Judgement) -> None:
    """As it is; the same one again writes nothing."""
    if connection.scalar(select(tables.judgements.c.seq).where(tables.judgements.c.id == judgement.id)) is None:
        row = {
            "id": judgement.id, "at": judgement.at.isoformat(), "by": judgement.by,
            "body": judgement.model_dump_json(),
        }  # fmt: skip
        connection.execute(insert(tables.judgements), row)


def refuse_if_judged(connection: Connection, claims: set[str], known: int) -> None:
    """Raises JudgedMeanwhile where a judgement after ``known`` speaks of one of the claims."""
    later = select(tables.judgements.c.body).where(tables.judgements.c.seq > known)
    for body in connection.scalars(later):
        made = Judgement.model_validate_json(body)
        if claims & set(made.claims):
            raise JudgedMeanwhile(f"{made.by} decided on this claim a moment ago; nothing was written")
