"""What a person decided about a claim or a pair of claims. Appended, never edited."""

import datetime
from collections.abc import Iterable
from typing import Literal

from truceline.model.noun import Noun

Verdict = Literal["accept", "reject", "edit", "same", "different", "unsure", "add", "withdraw"]


class Judgement(Noun):
    """``claims``: one for accept, reject, edit, add; two for same, different, unsure. ``changes``: field to new value.

    ``add`` is a claim that the finders missed: ``changes`` holds it whole. ``withdraw`` takes back the judgement
    that ``withdraws`` names; it can be withdrawn itself.
    """

    id: str
    verdict: Verdict
    claims: tuple[str, ...]
    changes: dict[str, object] = {}
    note: str | None = None
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
