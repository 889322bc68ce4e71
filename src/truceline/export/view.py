"""What the exports read: reports, claims as a person left them, records, looked up by id."""

import datetime
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from truceline.ledger.ledger import Ledger
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Statement
from truceline.model.claims.judged import DECIDING, judged_claims
from truceline.model.flat import Row
from truceline.model.judgement import Judgement, in_force
from truceline.model.record import AnyRecord
from truceline.model.report import Report
from truceline.read.sentences import sentences

N = TypeVar("N")


class View:
    """One ledger, read once. ``Standing`` does the same for pages; here every conflict is in."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @cached_property
    def reports(self) -> dict[str, Report]:
        return {report.id: report for report in self.ledger.reports()}

    @cached_property
    def judgements(self) -> list[Judgement]:
        """What still counts of what people decided, oldest first."""
        return in_force(self.ledger.judgements())

    @cached_property
    def accepted(self) -> set[str]:
        """Claims whose last deciding verdict is accept or a correction: a person graded them."""
        last = {
            id_: judgement.verdict
            for judgement in self.judgements if judgement.verdict in DECIDING
            for id_ in judgement.claims
        }  # fmt: skip
        return {id_ for id_, verdict in last.items() if verdict != "reject"}

    @cached_property
    def every_claim(self) -> dict[str, AnyClaim]:
        """Corrected where a person corrected it, with the added ones, the rejected ones still in."""
        found = {claim.id: claim for claim in self.ledger.claims()}
        return found | self.claims

    @cached_property
    def claims(self) -> dict[str, AnyClaim]:
        """As people left them: corrected, without the rejected ones, with the added ones."""
        return {claim.id: claim for claim in judged_claims(self.ledger.claims(), self.judgements)}

    @property
    def rejected(self) -> set[str]:
        """Claims that a person rejected: no format holds them as facts."""
        return set(self.every_claim) - set(self.claims)

    @cached_property
    def records(self) -> list[AnyRecord]:
        return list(self.ledger.records())

    @cached_property
    def _records_by_id(self) -> dict[str, AnyRecord]:
        return {record.id: record for record in self.records}

    def record(self, id_: str | None) -> AnyRecord | None:
        return self._records_by_id.get(id_ or "")

    @cached_property
    def places(self) -> frozenset[str]:
        """Every place as written and as known, in lower case: what is on this list is no party to a fight."""
        found = (getattr(claim, "place", None) for claim in self.every_claim.values())
        return frozenset(
            name.casefold() for place in found if place for name in (place.raw, place.name) if name
        )  # fmt: skip

    @cached_property
    def conflicts(self) -> dict[str, str | None]:
        return self.ledger.conflicts()

    def of_kind(self, kind: type[N]) -> list[N]:
        """The claims or records of one class."""
        everything: Iterable[AnyRecord | AnyClaim] = (*self.records, *self.claims.values())
        return [noun for noun in everything if isinstance(noun, kind)]

    def members(self, record: AnyRecord) -> list[AnyClaim]:
        return [self.claims[member] for member in record.members if member in self.claims]

    def report(self, claim: AnyClaim) -> Report | None:
        return self.reports.get(claim.report)

    def published(self, claim: AnyClaim) -> datetime.date | None:
        report = self.report(claim)
        return report.published if report else None

    def publisher(self, claim: AnyClaim) -> str | None:
        report = self.report(claim)
        return report.publisher if report else None

    def publishers(self, claims: Iterable[AnyClaim]) -> list[str]:
        return list(dict.fromkeys(name for claim in claims if (name := self.publisher(claim))))

    def sentence(self, claim: AnyClaim) -> str:
        """The exact words of the claim with the words about them, as far as the evidence keeps them."""
        report = self.report(claim)
        if report is None:
            return claim.evidence.exact
        return " ".join(sentence_around(report.text, claim.evidence.start, claim.evidence.end).split())

    def said_by(self, claim: AnyClaim) -> str:
        """The claimant's name; the report's own voice is its outlet."""
        return name_of(claim.claimed_by) or self.publisher(claim) or "the report itself"

    def statement_of(self, claim: AnyClaim) -> Statement | None:
        found = self.every_claim.get(claim.statement or "")
        return found if isinstance(found, Statement) else None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentences of the paragraph that the words stand in, as far as they reach."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", max(end - 1, start))
    paragraph = text[first : stop if stop >= 0 else len(text)]
    touched = [(a, b) for a, b in sentences(paragraph) if first + a < end and first + b > start]
    return paragraph[touched[0][0] : touched[-1][1]] if touched else text[start:end]


def name_of(actor: Actor | str | None) -> str | None:
    """A name as known, else as written; null for the report's own voice."""
    if actor is None or isinstance(actor, str):
        return actor
    return actor.entity_name or actor.entity_text


def names_of(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(name for actor in actors if (name := name_of(actor))))


def left_out(noun: AnyClaim | AnyRecord, reason: str, evidence: str = "") -> Row:
    """One row of ``unexported.csv``."""
    is_record = hasattr(noun, "members")
    words = evidence or (noun.title if is_record else noun.evidence.exact)  # type: ignore[union-attr]
    return {
        "noun": "record" if is_record else "claim", "kind": noun.kind, "id": noun.id, "reason": reason,
        "evidence": " ".join(words.split()),
    }  # fmt: skip


def joined(parts: Iterable[str | None], by: str = "; ") -> str | None:
    kept: dict[str, str] = {}
    for part in parts:
        if part:
            kept.setdefault(part.casefold(), part)
    return by.join(kept.values()) or None


def rest(view: View, told: Iterable[str], unexported: list[Row], why: Callable[[AnyClaim], str]) -> list[Row]:
    """``unexported`` and, with a reason, every other claim that no row tells: so that none goes unsaid."""
    said = {str(row["id"]) for row in unexported} | set(told)
    return unexported + [
        left_out(claim, "a person rejected this claim" if claim.id in view.rejected else why(claim))
        for claim in view.every_claim.values() if claim.id not in said
    ]  # fmt: skip
