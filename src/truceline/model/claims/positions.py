"""What a party demands, offers, refuses, and on which condition."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.when import Date

Stance = Literal["demand", "condition", "offer", "refusal", "call", "acceptance", "threat"]


class PositionFields(Fields):
    """``content`` is what is wanted, in the report's words; ``condition`` the part after "only when", "unless"."""

    holder: Actor | None = None
    on_behalf_of: Actor | None = None
    issue: str | None = None
    stance: Stance
    content: str
    condition: str | None = None
    addressee: Actor | None = None
    deadline: Date | None = None
    justification: str | None = None


class Position(PositionFields, Claim):
    kind: Literal["position"] = "position"
