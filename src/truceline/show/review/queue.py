"""What is to be judged, in which order; what may be the same thing elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain
from urllib.parse import urlencode

from truceline.ledger.catalogue.catalogue import Catalogue, Row
from truceline.ledger.catalogue.need import WEIGHT
from truceline.model.claim import CLAIM_KINDS
from truceline.model.claims import AnyClaim

SHOWN = 30
PAIR_DAYS = 3
ORDERS = {"need": "unsure and important", "unsure": "least sure", "importance": "most important", "newest": "newest"}
BY_NEED, BY_DAY = "priority DESC, n", "day DESC, n DESC"


@dataclass(frozen=True, slots=True)
class Queue:
    """``conflict`` is the address's word, ``known`` the catalogue's.

    With ``coder`` it is what others decided and that person has not.
    """

    conflict: str | None = None
    known: str | None = None
    kind: str | None = None
    order: str = "need"
    record: str | None = None
    coder: str | None = None

    def address(self, **changed: str | None) -> str:
        """The queue's own words of the address."""
        words = {
            "conflict": self.conflict,
            "kind": self.kind,
            "record": self.record,
            "order": None if self.order == "need" else self.order,
            "second": "1" if self.coder else None,
        }
        words.update(changed)
        return urlencode({key: value for key, value in words.items() if value})

    def clause(self) -> tuple[str, list[object]]:
        clauses, values = list[str](), list[object]()
        if self.coder is None:
            clauses.append("state = 'open'")
        else:
            clauses.append(
                """id IN (SELECT claim FROM judged JOIN judgements j ON j.id = judgement WHERE j.by <> ?)
                AND id NOT IN (SELECT claim FROM judged JOIN judgements j ON j.id = judgement WHERE j.by = ?)"""
            )
            values += [self.coder, self.coder]
        for column, value in (("conflict", self.known), ("kind", self.kind)):
            if value is not None:
                clauses.append(f"{column} = ?")
                values.append(value)
        if self.record:
            clauses.append("id IN (SELECT claim FROM members WHERE record = ?)")
            values.append(self.record)
        return " AND ".join(clauses), values


def waiting(catalogue: Catalogue, queue: Queue, most: int = SHOWN) -> list[Row]:
    if queue.order in {"need", "newest"} or queue.kind:
        return rows_in(catalogue, queue, BY_DAY if queue.order == "newest" else BY_NEED, most)
    # within a kind the order of need is that of doubt, and its weight is the same: the first of each kind are enough
    kinds = (rows_in(catalogue, replace(queue, kind=kind), BY_NEED, most) for kind in CLAIM_KINDS)
    return nsmallest(most, chain.from_iterable(kinds), key=BEFORE[queue.order])


def rows_in(catalogue: Catalogue, queue: Queue, order: str, most: int) -> list[Row]:
    clause, values = queue.clause()
    return catalogue.rows(f"SELECT * FROM claims WHERE {clause} ORDER BY {order} LIMIT ?", [*values, most])  # noqa: S608


def doubt(row: Row) -> int:
    return int(row["priority"]) // WEIGHT[row["kind"]]


BEFORE: dict[str, Callable[[Row], tuple[int, ...]]] = {
    "unsure": lambda row: (-doubt(row), -row["priority"], row["n"]),
    "importance": lambda row: (-WEIGHT[row["kind"]], -row["priority"], row["n"]),
}


def number_waiting(catalogue: Catalogue, queue: Queue) -> int:
    clause, values = queue.clause()
    counted = "count(*) FROM claims" if queue.coder or queue.record else "sum(n) FROM progress"
    return catalogue.number(f"SELECT {counted} WHERE {clause}", values)


def progress(catalogue: Catalogue, queue: Queue) -> dict[str, tuple[int, int]]:
    """Kind to (looked at, all)."""
    own, values = (" WHERE conflict = ?", [queue.known]) if queue.known is not None else ("", [])
    rows = catalogue.rows(
        f"SELECT kind, sum(n) AS n, sum(n * (state <> 'open')) AS done FROM progress{own} GROUP BY kind",  # noqa: S608
        values,
    )
    found = {row["kind"]: (int(row["done"]), int(row["n"])) for row in rows}
    return {kind: found[kind] for kind in CLAIM_KINDS if kind in found}


def around(rows: list[Row], claim: str) -> tuple[str | None, str | None]:
    """The claims before and after in the queue."""
    ids = [row["id"] for row in rows]
    at = ids.index(claim) if claim in ids else -1
    before = ids[at - 1] if at > 0 else None
    after = next((id_ for id_ in ids[at + 1 :] if id_ != claim), None)
    return before, after


def pair_for(catalogue: Catalogue, claim: AnyClaim) -> Row | None:
    """A claim of another report that may tell of the same thing: kind, day and somebody or some place in common."""
    row = catalogue.claim_row(claim.id)
    if row is None or row["day"] is None:
        return None
    return catalogue.one(
        """SELECT c.* FROM claims c WHERE c.conflict = ? AND c.kind = ? AND c.report <> ? AND c.state <> 'rejected'
          AND c.day BETWEEN date(?, ?) AND date(?, ?)
          AND (c.place = ? OR EXISTS (SELECT 1 FROM actors a JOIN actors b ON a.name = b.name AND a.part = b.part
               WHERE a.claim = c.n AND b.claim = ?))
          AND NOT EXISTS (SELECT 1 FROM judged x JOIN judged y ON x.judgement = y.judgement
               WHERE x.claim = c.id AND y.claim = ?)
        ORDER BY (c.value = ?) DESC, abs(julianday(c.day) - julianday(?)), c.n LIMIT 1""",
        [row["conflict"], row["kind"], row["report"], row["day"], f"-{PAIR_DAYS} days", row["day"],
         f"+{PAIR_DAYS} days", row["place"], row["n"], claim.id, row["value"], row["day"]],
    )  # fmt: skip
