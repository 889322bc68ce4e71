"""The catalogue: open it beside a ledger, keep it fresh, look things up in it."""

import datetime
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from truceline.ledger.catalogue.filters import ClaimFilter, Where
from truceline.ledger.catalogue.memory import Memory, OfVersion
from truceline.ledger.catalogue.opening import catalogue_path, connect, made_at
from truceline.ledger.catalogue.renewal import renew
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord, record_adapter
from truceline.model.report import Report

Row = sqlite3.Row
AMONG = "IN (SELECT value FROM json_each(?))"  # one statement for any number of values
LOOK_EVERY = 0.5  # seconds between looks whether another program wrote into the ledger
FACTS = 256  # kept of one version: what many windows of a conflict share
KEPT = 12_000  # claims and records kept as read; pages of one conflict show the same ones again and again
N = TypeVar("N")
JudgedClaim = tuple[AnyClaim, bool]  # and whether it was rejected


@lru_cache(maxsize=KEPT)
def read_record(body: str) -> AnyRecord:
    return record_adapter.validate_json(body)


def light_report(id_: str, title: str, publisher: str | None, published: str | None) -> Report:
    """What lists and figures need of a report; without its text."""
    day = datetime.date.fromisoformat(published) if published else None
    return Report(id=id_, title=title, publisher=publisher, published=day, text="")


def overlapping(conflict: str, kind: str, first: datetime.date | None, last: datetime.date | None) -> Where:
    where = Where()
    where.equal("conflict", conflict)
    where.equal("kind", kind)
    if first is not None:
        where.add("(last IS NULL OR last >= ?)", first.isoformat())
    if last is not None:
        where.add("(first IS NULL OR first <= ?)", last.isoformat())
    return where


class Catalogue:
    """Looked up from any thread. ``fresh`` takes in what was written since; gives the version that answers show."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.path = catalogue_path(ledger.address)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._looked = 0.0
        self._marks: dict[str, int] = {}
        self._made = ""
        self._claims: Memory[int, JudgedClaim] = Memory(KEPT)
        self._reports: Memory[str, Report] = Memory(KEPT)
        self._facts = OfVersion(FACTS)
        self.version = ""  # that of the last look; see ``fresh``

    @property
    def connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = connect(self.path)
        found: sqlite3.Connection = self._local.connection
        return found

    def fresh(self, *, now: bool = False) -> str:
        """The version. With ``now`` the ledger is looked at even if that was done a moment ago."""
        with self._lock:
            if self._is_written() or now or not self._marks or time.monotonic() - self._looked > LOOK_EVERY:
                self._renew()
            return self.version

    def _is_written(self) -> bool:
        """Whether another process or thread wrote into the catalogue since this thread last looked."""
        seen = getattr(self._local, "seen", None)
        self._local.seen = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return bool(self._local.seen != seen)

    def _renew(self) -> None:
        marks = self.ledger.marks()
        if marks != self._marks:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                renew(self.connection, self.ledger, marks)
            except BaseException:
                self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")
            self._marks = marks
            self.version = "-".join(str(mark) for _, mark in sorted(marks.items()))
        self._forget_if_made_anew()
        self._looked = time.monotonic()

    def _forget_if_made_anew(self) -> None:
        """Numbers of rows begin again in a catalogue that this or another process made anew."""
        made = made_at(self.connection)
        if made != self._made:
            self._made = made
            self._claims.clear()
            self._reports.clear()

    def once(self, key: Hashable, make: Callable[[], N]) -> N:
        """What follows from all that is written, worked out once for each version."""
        return self._facts.get(self.version, key, make)

    def close(self) -> None:
        """Close the connection of this thread; it opens anew when it is needed."""
        self.connection.close()
        del self._local.connection

    def rows(self, query: str, values: Iterable[object] = ()) -> list[Row]:
        return self.connection.execute(query, tuple(values)).fetchall()

    def one(self, query: str, values: Iterable[object] = ()) -> Row | None:
        found: Row | None = self.connection.execute(query, tuple(values)).fetchone()
        return found

    def number(self, query: str, values: Iterable[object] = ()) -> int:
        found = self.one(query, values)
        return int(found[0] or 0) if found is not None else 0

    # Reports

    def conflicts(self) -> list[Row]:
        """Name, reports, their own wordings, claims, open ones, first and newest day of publication."""
        return self.rows("""
            SELECT r.conflict, reports, wordings, first, newest, coalesce(claims, 0) AS claims,
                   coalesce(open, 0) AS open
            FROM (SELECT conflict, sum(n) AS reports, sum(own) AS wordings, min(nullif(day, '')) AS first,
                  max(nullif(day, '')) AS newest FROM report_days WHERE n > 0 GROUP BY conflict) r
            LEFT JOIN (SELECT conflict, sum(n) AS claims, sum(n * (state = 'open')) AS open
                  FROM progress GROUP BY conflict) p ON p.conflict = r.conflict
            ORDER BY r.conflict = '', r.conflict""")

    def report(self, id_: str) -> Report | None:
        return self.ledger.report(id_) if self.one("SELECT id FROM reports WHERE id = ?", [id_]) else None

    def light_reports(self, ids: Iterable[str]) -> list[Report]:
        """Without their text."""
        return self._reports.get_all(ids, self._light_reports)

    def _light_reports(self, ids: list[str]) -> Iterator[tuple[str, Report]]:
        query = f"SELECT id, title, publisher, published FROM reports WHERE id {AMONG}"  # noqa: S608 - our own words
        for row in self.rows(query, [json.dumps(ids)]):
            yield row["id"], light_report(*row)

    def report_rows(self, where: Where, most: int, skip: int = 0) -> list[Row]:
        """The newest first."""
        query = f"SELECT * FROM reports{where} ORDER BY published DESC, id LIMIT ? OFFSET ?"  # noqa: S608
        return self.rows(query, [*where.values, most, skip])

    # Claims

    def claim(self, id_: str) -> AnyClaim | None:
        """As it stands after all judgements; rejected ones too."""
        return next(iter(self.claims([id_], rejected=True)), None)

    def claim_row(self, id_: str) -> Row | None:
        return self.one("SELECT * FROM claims WHERE id = ?", [id_])

    def claims(self, ids: Sequence[str], *, rejected: bool = False) -> list[AnyClaim]:
        query = f"SELECT n FROM claims WHERE id {AMONG}"  # noqa: S608 - our own words
        numbers = [row["n"] for row in self.rows(query, [json.dumps(list(ids))])]
        found = self._claims.get_all(numbers, self._claims_numbered)
        return [claim for claim, is_rejected in found if rejected or not is_rejected]

    def _claims_numbered(self, numbers: list[int]) -> Iterator[tuple[int, JudgedClaim]]:
        """A claim that is judged gets a row of a new number."""
        query = f"SELECT n, state, body FROM claims WHERE n {AMONG}"  # noqa: S608 - our own words
        for row in self.rows(query, [json.dumps(numbers)]):
            yield row["n"], (claim_adapter.validate_json(row["body"]), row["state"] == "rejected")

    def claim_rows(self, chosen: ClaimFilter, most: int, skip: int = 0, order: str = "day DESC, n DESC") -> list[Row]:
        """``order`` is ours, never a reader's."""
        where = chosen.where()
        query = f"SELECT * FROM claims{where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
        return self.rows(query, [*where.values, most, skip])

    def count(self, chosen: ClaimFilter) -> int:
        if chosen.is_tallied:
            where = chosen.tallied()
            return self.number(f"SELECT sum(n) FROM tallies{where}", where.values)  # noqa: S608
        where = chosen.where()
        return self.number(f"SELECT count(*) FROM claims{where}", where.values)  # noqa: S608

    def by_day(self, chosen: ClaimFilter) -> list[Row]:
        """Kind, day told of, number of claims. What names no single day, or did not come to pass, is left out."""
        if chosen.is_tallied:
            where = chosen.tallied()
            where.add("told = 1 AND n > 0")
            query = f"SELECT kind, day, sum(n) AS n FROM tallies{where} GROUP BY kind, day ORDER BY day"  # noqa: S608
            return self.rows(query, where.values)
        where = chosen.where()
        where.add("first = last AND aux IS NULL")
        query = f"""SELECT kind, first AS day, count(*) AS n FROM claims{where}
            GROUP BY kind, first ORDER BY first"""  # noqa: S608
        return self.rows(query, where.values)

    # Records

    def record(self, id_: str) -> AnyRecord | None:
        row = self.one("SELECT body FROM records WHERE id = ?", [id_])
        return read_record(row["body"]) if row is not None else None

    def records(
        self, conflict: str, kind: str, most: int, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> list[AnyRecord]:
        """The newest ones of a kind. A window keeps what overlaps it, and what has no day at all."""
        where = overlapping(conflict, kind, first, last)
        query = f"SELECT body FROM records{where} ORDER BY last DESC, size DESC, id LIMIT ?"  # noqa: S608
        rows = self.rows(query, [*where.values, most])
        return [read_record(row["body"]) for row in rows]

    def record_count(
        self, kind: str, conflict: str, first: datetime.date | None = None, last: datetime.date | None = None
    ) -> int:
        where = overlapping(conflict, kind, first, last)
        return self.number(f"SELECT count(*) FROM records{where}", where.values)  # noqa: S608

    def records_of(self, claim: str) -> list[Row]:
        query = "SELECT id, kind, title FROM records WHERE id IN (SELECT record FROM members WHERE claim = ?)"
        return self.rows(query, [claim])

    # Judgements

    def judgements_on(self, claim: str) -> list[Judgement]:
        """All of them, also those that were taken back, oldest first."""
        query = "SELECT body FROM judgements JOIN judged ON judgement = id WHERE claim = ? ORDER BY seq"
        return [Judgement.model_validate_json(row["body"]) for row in self.rows(query, [claim])]

    def last_judgements(self, by: str | None, most: int) -> list[Judgement]:
        own, values = (" WHERE by = ?", [by]) if by is not None else ("", [])
        query = f"SELECT body FROM judgements{own} ORDER BY seq DESC LIMIT ?"  # noqa: S608
        return [Judgement.model_validate_json(row["body"]) for row in self.rows(query, [*values, most])]
