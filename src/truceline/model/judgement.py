"""What a person decided about a claim or a pair of claims. Appended, never edited."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Literal

from truceline.model.claim import ClaimKind
from truceline.model.claims import AnyClaim
from truceline.model.evidence import Offset
from truceline.model.ids import content_id
from truceline.model.noun import Noun

Verdict = Literal["accept", "reject", "edit", "same", "different", "unsure", "add", "withdraw"]


class Judged(Noun):
    """The words that were judged: they find the claim again when a better finder gives it another id."""

    claim: str
    kind: ClaimKind
    report: str
    start: Offset
    end: Offset
    exact: str


class Judgement(Noun):
    """``claims``: one for accept, reject, edit, add; two for same, different, unsure. ``changes``: field to new value.

    ``add`` is a claim that the finders missed: ``changes`` holds it whole. ``withdraw`` takes back the judgement
    that ``withdraws`` names; it can be withdrawn itself. ``evidence`` holds the words of each claim; the ledger
    fills it in where it is left out.
    """

    id: str
    verdict: Verdict
    claims: tuple[str, ...]
    changes: dict[str, object] = {}
    note: str | None = None
    evidence: tuple[Judged, ...] = ()
    by: str
    at: datetime.datetime
    withdraws: str | None = None


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """What still counts, oldest first: without what was taken back and without the taking back."""
    ordered = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))
    withdrawn: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.withdraws and judgement.id not in withdrawn:
            withdrawn.add(judgement.withdraws)
    return [judgement for judgement in ordered if judgement.id not in withdrawn and judgement.verdict != "withdraw"]


def judge(
    verdict: Verdict,
    *claims: AnyClaim,
    by: str,
    at: datetime.datetime,
    changes: Mapping[str, object] | None = None,
    note: str | None = None,
) -> Judgement:
    """A judgement with its id and the words it is about. ``at`` with its time zone."""
    return Judgement(
        id=content_id("judgement", verdict, *(claim.id for claim in claims), by, at.isoformat()),
        verdict=verdict,
        claims=tuple(claim.id for claim in claims),
        changes=dict(changes or {}),
        note=note,
        evidence=tuple(map(judged_words, claims)),
        by=by,
        at=at,
    )


def judged_words(claim: AnyClaim) -> Judged:
    words = claim.evidence
    return Judged(
        claim=claim.id, kind=claim.kind, report=claim.report, start=words.start, end=words.end, exact=words.exact
    )
