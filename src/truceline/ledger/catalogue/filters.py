"""What a reader narrows a list by; every filter is a word of the page's address."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from truceline.model.claim import CLAIM_KINDS


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Empty means everything. ``first`` and ``last`` bound the day told of, or of publication where none is told."""

    conflict: str | None = None
    kinds: tuple[str, ...] = ()
    first: datetime.date | None = None
    last: datetime.date | None = None
    claimant: str | None = None
    place: str | None = None
    actor: str | None = None
    part: str | None = None
    report: str | None = None
    state: str | None = None
    record: str | None = None
    value: str | None = None

    def only(self, *kinds: str) -> Self:
        return replace(self, kinds=kinds)

    @property
    def is_tallied(self) -> bool:
        """Whether the counts by day that the catalogue keeps answer it."""
        return not any((self.claimant, self.place, self.actor, self.report, self.state, self.record))

    def tallied(self) -> "Where":
        """The same choice in the catalogue's tallies."""
        made = Where()
        made.equal("conflict", self.conflict)
        made.equal("value", self.value)
        made.one_of("kind", [kind for kind in self.kinds if kind in CLAIM_KINDS] if self.kinds else None)
        if self.first or self.last:
            made.add("day <> ''")
        made.days("day", self.first, self.last)
        return made

    def where(self) -> "Where":
        made = Where()
        made.equal("conflict", self.conflict)
        made.equal("claimant", self.claimant)
        made.equal("place", self.place)
        made.equal("report", self.report)
        made.equal("state", self.state)
        made.equal("value", self.value)
        if self.state is None:
            made.add("state <> 'rejected'")
        made.one_of("kind", [kind for kind in self.kinds if kind in CLAIM_KINDS] if self.kinds else None)
        made.days("day", self.first, self.last)
        if self.record:
            made.add("id IN (SELECT claim FROM members WHERE record = ?)", self.record)
        if self.actor:
            made.add(*actor_clause(self.actor, self.part))
        return made


def actor_clause(actor: str, part: str | None) -> tuple[str, ...]:
    own = " AND part = ?" if part else ""
    values = (actor, part) if part else (actor,)
    return (f"n IN (SELECT claim FROM actors WHERE name = ? COLLATE NOCASE{own})", *values)  # noqa: S608


@dataclass(slots=True)
class Where:
    """Conditions with their values; text never comes from a reader, values always go in as values."""

    clauses: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def equal(self, column: str, value: str | None) -> None:
        if value is not None:
            self.add(f"{column} = ?", value)

    def one_of(self, column: str, values: Sequence[str] | None) -> None:
        if values is not None:
            self.add(f"{column} IN ({', '.join('?' for _ in values)})", *values)

    def days(self, column: str, first: datetime.date | None, last: datetime.date | None) -> None:
        if first:
            self.add(f"{column} >= ?", first.isoformat())
        if last:
            self.add(f"{column} <= ?", last.isoformat())

    def add(self, clause: str, *values: object) -> None:
        self.clauses.append(clause)
        self.values.extend(values)

    def __str__(self) -> str:
        return " WHERE " + " AND ".join(self.clauses) if self.clauses else ""
