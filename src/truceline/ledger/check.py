"""Is the ledger whole? Evidence against texts, references against what they name, digests against bodies."""

from collections.abc import Generator, Iterator

from sqlalchemy import Connection, func, select, text

from truceline.ledger import tables
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.evidence import Evidence
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement
from truceline.model.record import record_adapter
from truceline.model.report import Report

Faults = Generator[str, None, set[str]]
"""Faults in words on the way; at the end the ids that are there."""


def check(ledger: Ledger) -> Iterator[str]:
    """One line for each fault; none where all is well."""
    with ledger.reading() as connection:
        yield from check_file(connection)
        texts: dict[str, str] = {}
        yield from check_reports(connection, texts)
        claims = yield from check_claims(connection, texts)
        added = yield from check_judgements(connection, claims)
        yield from check_records(connection, claims | added)


def check_file(connection: Connection) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        for (line,) in connection.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield f"the file is damaged: {line}"


def check_reports(connection: Connection, texts: dict[str, str]) -> Iterator[str]:
    for row in connection.execute(select(tables.reports.c.id, tables.reports.c.digest, tables.reports.c.body)):
        if content_id(row.body) != row.digest:
            yield f"report {row.id}: its body was changed after it was written"
        texts[row.id] = Report.model_validate_json(row.body).text
    for (report,) in connection.execute(select(tables.readings.c.report).distinct()):
        if report not in texts:
            yield f"a reading names report {report}, which is not there"


def check_claims(connection: Connection, texts: dict[str, str]) -> Faults:
    found: set[str] = set()
    told: set[tuple[int, str]] = set()
    carried: list[tuple[int, str, str]] = []
    columns = select(tables.claims.c.id, tables.claims.c.reading, tables.claims.c.body)
    for row in connection.execute(columns.order_by(tables.claims.c.seq)):
        claim = claim_adapter.validate_json(row.body)
        found.add(row.id)
        told.add((row.reading, row.id))
        if claim.statement:
            carried.append((row.reading, claim.id, claim.statement))
        yield from check_evidence(claim, texts.get(claim.report))
    for reading, claim_id, statement in carried:
        if (reading, statement) not in told:
            yield f"claim {claim_id}: its statement {statement} is not there"
    return found


def check_evidence(claim: AnyClaim, report: str | None) -> Iterator[str]:
    if report is None:
        yield f"claim {claim.id}: its report {claim.report} is not there"
        return
    evidence: tuple[Evidence, ...] = (claim.evidence, *claim.repeated_in)
    for words in evidence:
        if report[words.start : words.end] != words.exact:
            yield f"claim {claim.id}: its report does not say “{words.exact[:60]}” at {words.start}"


def check_judgements(connection: Connection, claims: set[str]) -> Faults:
    added: set[str] = set()
    for body in connection.scalars(select(tables.judgements.c.body).order_by(tables.judgements.c.seq)):
        judgement = Judgement.model_validate_json(body)
        if judgement.verdict == "add":
            added.update(judgement.claims)
        for claim in judgement.claims:
            if claim not in claims | added:
                yield f"judgement {judgement.id}: claim {claim} is not there"
    return added


def check_records(connection: Connection, claims: set[str]) -> Iterator[str]:
    last = select(func.max(tables.records.c.seq)).group_by(tables.records.c.id)
    for row in connection.execute(select(tables.records).where(tables.records.c.seq.in_(last))):
        if content_id(row.body) != row.digest:
            yield f"record {row.id}: its body was changed after it was written"
        record = record_adapter.validate_json(row.body)
        for member in () if row.retired else record.members:
            if member not in claims:
                yield f"record {record.id} ({record.title}): claim {member} is not there"
        if not row.retired and not record.members:
            yield f"record {record.id} ({record.title}): it has no claims"
