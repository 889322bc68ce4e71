"""What a person decided about a claim or a pair of claims. Appended, never edited."""

import datetime
from typing import Literal

from truceline.model.noun import Noun

Verdict = Literal["accept", "reject", "edit", "same", "different", "unsure"]


class Judgement(Noun):
    """``claims``: one for accept, reject, edit; two for same, different, unsure. ``changes``: field to new value."""

    id: str
    verdict: Verdict
    claims: tuple[str, ...]
    changes: dict[str, object] = {}
    note: str | None = None
    by: str
    at: datetime.datetime
