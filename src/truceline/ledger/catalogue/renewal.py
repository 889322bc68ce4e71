"""Bringing the catalogue up to the ledger: only what was written since the last time is read."""

import json
import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy

from truceline.ledger.catalogue.opening import is_current, make_tables
from truceline.ledger.catalogue.parts import parts_of
from truceline.ledger.catalogue.rows import Row, claim_row, record_row, report_row, words_of
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import added_claim, corrected, is_rejected
from truceline.model.judgement import Judgement, in_force
from truceline.model.record import record_adapter
from truceline.model.report import Report

FOLLOWED = ("reports", "readings", "judgements", "records")  # in this order: each leans on the ones before


def renew(connection: sqlite3.Connection, ledger: Ledger, marks: dict[str, int]) -> None:
    """Take in everything up to ``marks``. The caller holds the write lock."""
    if not is_current(connection) or is_of_another(connection, ledger, marks):
        make_tables(connection)
    known = known_marks(connection)
    take_readings(connection, ledger, known)
    take_judgements(connection, ledger, known.get("judgements", 0))
    take_records(connection, ledger, known.get("records", 0))
    connection.execute("INSERT OR REPLACE INTO marks VALUES ('ledger', ?)", (fingerprint(ledger),))
    rows = [(name, str(marks[name])) for name in FOLLOWED]
    connection.executemany("INSERT OR REPLACE INTO marks VALUES (?, ?)", rows)


def known_marks(connection: sqlite3.Connection) -> dict[str, int]:
    found = connection.execute("SELECT name, value FROM marks").fetchall()
    return {row["name"]: int(row["value"]) for row in found if row["name"] in FOLLOWED}


def fingerprint(ledger: Ledger) -> str:
    """The first reading: another ledger under the same name has another one."""
    first = next(iter(ledger.rows_since("readings", 0)), None)
    return f"{first.report} {first.at}" if first is not None else ""


def is_of_another(connection: sqlite3.Connection, ledger: Ledger, marks: dict[str, int]) -> bool:
    if any(marks[name] < seq for name, seq in known_marks(connection).items()):
        return True
    found = connection.execute("SELECT value FROM marks WHERE name = 'ledger'").fetchone()
    return found is not None and bool(found[0]) and found[0] != fingerprint(ledger)


def take_readings(connection: sqlite3.Connection, ledger: Ledger, known: dict[str, int]) -> None:
    readings = {row.report: row for row in ledger.rows_since("readings", known.get("readings", 0))}
    seen: set[str] = set()
    for row in ledger.rows_since("reports", known.get("reports", 0)):
        reading = readings.get(row.id)
        if row.id not in seen:
            seen.add(row.id)
            take_report(connection, Report.model_validate_json(row.body), reading)
    rest = {reading.seq: report for report, reading in readings.items()}
    for number, found in groupby(ledger.claims_since(known.get("readings", 0)), key=itemgetter(0)):
        claims = [claim for _, claim in found]
        report = rest.pop(number, None)
        if report is not None:
            take_claims(connection, ledger, report, readings[report], claims)
    for report in rest.values():
        take_claims(connection, ledger, report, readings[report], [])


def take_report(connection: sqlite3.Connection, report: Report, reading: sqlalchemy.Row[Any] | None) -> None:
    """A text that was seen before keeps its first sighting."""
    row = report_row(report, (reading.conflict if reading is not None else None) or "")
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    cursor = connection.execute(f"INSERT OR IGNORE INTO reports ({columns}) VALUES ({marks})", row)  # noqa: S608
    if cursor.rowcount:
        words = (report.id, row["conflict"], row["title"], report.text)
        connection.execute("INSERT INTO report_words (id, conflict, title, text) VALUES (?, ?, ?, ?)", words)


def take_claims(
    connection: sqlite3.Connection, ledger: Ledger, report: str, reading: sqlalchemy.Row[Any], claims: list[AnyClaim]
) -> None:
    """The claims of the newest reading take the place of those of the one before."""
    conflict = reading.conflict or ""
    before = connection.execute("SELECT n, id FROM claims WHERE report = ?", (report,)).fetchall()
    drop_claims(connection, [row["n"] for row in before])
    connection.execute("UPDATE reports SET conflict = ? WHERE id = ?", (conflict, report))
    about = report_of(connection, report)
    if about is None:
        return
    for claim in claims:
        put_claim(connection, claim, about)
    for gone in {row["id"] for row in before} - {claim.id for claim in claims}:
        judge_again(connection, ledger, gone)
    connection.execute("UPDATE reports SET claims = ? WHERE id = ?", (len(claims), report))


def report_of(connection: sqlite3.Connection, report: str) -> Row | None:
    found = connection.execute("SELECT conflict, publisher, published FROM reports WHERE id = ?", (report,)).fetchone()
    return dict(found) if found is not None else None


def drop_claims(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    for n in numbers:
        connection.execute("DELETE FROM actors WHERE claim = ?", (n,))
        connection.execute("DELETE FROM claim_words WHERE rowid = ?", (n,))
        connection.execute("DELETE FROM claims WHERE n = ?", (n,))


def put_claim(connection: sqlite3.Connection, claim: AnyClaim, about: Row) -> None:
    """Write one claim as it stands after all judgements on it."""
    judgements = judgements_on(connection, claim.id)
    judged = corrected(claim, judgements)
    row = claim_row(judged, about, state_of(judgements))
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    n = connection.execute(f"INSERT INTO claims ({columns}) VALUES ({marks})", row).lastrowid  # noqa: S608
    actors = [(name, part, n, row["conflict"]) for name, part in parts_of(judged)]
    connection.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", actors)
    connection.execute(
        "INSERT INTO claim_words (rowid, id, conflict, title, text) VALUES (?, ?, ?, ?, ?)",
        (n, claim.id, row["conflict"], row["claimant"], words_of(judged)),
    )


def judgements_on(connection: sqlite3.Connection, claim: str) -> list[Judgement]:
    """Those in force, oldest first."""
    query = "SELECT body FROM judgements JOIN judged ON judgement = id WHERE claim = ?"
    bodies = connection.execute(query, (claim,)).fetchall()
    return in_force(Judgement.model_validate_json(row["body"]) for row in bodies)


STATES = {"accept": "accepted", "edit": "corrected", "add": "added"}


def state_of(judgements: list[Judgement]) -> str:
    """open, accepted, corrected, rejected or added."""
    if is_rejected(judgements):
        return "rejected"
    verdicts = [judgement.verdict for judgement in judgements if judgement.verdict in STATES]
    if "edit" in verdicts:
        return "corrected"
    return STATES[verdicts[-1]] if verdicts else "open"


def take_judgements(connection: sqlite3.Connection, ledger: Ledger, since: int) -> None:
    """Each judged claim is written anew, as it stands now."""
    touched: dict[str, None] = {}
    for row in ledger.rows_since("judgements", since):
        judgement = Judgement.model_validate_json(row.body)
        values = (row.seq, row.id, row.at, row.by, judgement.verdict, row.body)
        connection.execute("INSERT OR IGNORE INTO judgements VALUES (?, ?, ?, ?, ?, ?)", values)
        for claim in judgement.claims:
            connection.execute("INSERT OR IGNORE INTO judged VALUES (?, ?)", (claim, judgement.id))
            touched[claim] = None
    for claim in touched:
        judge_again(connection, ledger, claim)


def judge_again(connection: sqlite3.Connection, ledger: Ledger, id_: str) -> None:
    found = ledger.claim_now(id_) or added_claim(judgements_on(connection, id_))
    before = connection.execute("SELECT n FROM claims WHERE id = ?", (id_,)).fetchall()
    drop_claims(connection, [row["n"] for row in before])
    about = report_of(connection, found.report) if found is not None else None
    if found is not None and about is not None:
        put_claim(connection, found, about)


def take_records(connection: sqlite3.Connection, ledger: Ledger, since: int) -> None:
    last = {row.id: row for row in ledger.rows_since("records", since)}
    for id_, row in last.items():
        connection.execute("DELETE FROM records WHERE id = ?", (id_,))
        connection.execute("DELETE FROM members WHERE record = ?", (id_,))
        if not row.retired:
            put_record(connection, row.body)


def put_record(connection: sqlite3.Connection, body: str) -> None:
    record = record_adapter.validate_json(body)
    query = """SELECT max(CASE c.id WHEN ? THEN c.conflict END), min(published), max(published)
        FROM claims c JOIN reports r ON r.id = c.report WHERE c.id IN (SELECT value FROM json_each(?))"""
    conflict, *told = connection.execute(query, (record.members[0], json.dumps(record.members))).fetchone()
    row = record_row(record, conflict or "", (told[0], told[1]))
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT OR REPLACE INTO records ({columns}) VALUES ({marks})", row)  # noqa: S608
    members = [(record.id, member) for member in record.members]
    connection.executemany("INSERT OR IGNORE INTO members VALUES (?, ?)", members)
