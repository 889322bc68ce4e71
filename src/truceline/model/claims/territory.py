"""Who is said to hold, take or lose which place. Always a claim, also in the report's own voice."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.when import Date
from truceline.model.where import Place

TerritoryChange = Literal["gained", "lost", "holds", "contested", "handed_over", "withdrew", "encircled"]
Extent = Literal["whole", "part", "unspecified"]


class TerritoryFields(Fields):
    """``controller`` gains, holds, contests or gives up ``place``; ``de_jure`` is the state it belongs to by law."""

    controller: Actor | None = None
    previous_controller: Actor | None = None
    change: TerritoryChange
    place: Place | None = None
    extent: Extent = "unspecified"
    de_jure: str | None = None
    date: Date | None = None


class Territory(TerritoryFields, Claim):
    kind: Literal["territory"] = "territory"
