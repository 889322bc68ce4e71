"""The seven kinds of claim, one file a kind, and the union of them."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from truceline.model.claim import ClaimKind, Fields
from truceline.model.claims.casualties import Casualties, CasualtiesFields
from truceline.model.claims.ceasefires import Ceasefire, CeasefireFields
from truceline.model.claims.events import Event, EventFields
from truceline.model.claims.positions import Position, PositionFields
from truceline.model.claims.statements import Statement, StatementFields
from truceline.model.claims.talks import Talks, TalksFields
from truceline.model.claims.territory import Territory, TerritoryFields

AnyClaim = Annotated[
    Statement | Event | Casualties | Ceasefire | Talks | Territory | Position,
    Field(discriminator="kind"),
]
AnyClaimClass = (
    type[Statement] | type[Event] | type[Casualties] | type[Ceasefire] | type[Talks] | type[Territory] | type[Position]
)
CLAIM_CLASSES: dict[ClaimKind, AnyClaimClass] = {
    "statement": Statement,
    "event": Event,
    "casualties": Casualties,
    "ceasefire": Ceasefire,
    "talks": Talks,
    "territory": Territory,
    "position": Position,
}
claim_adapter: TypeAdapter[AnyClaim] = TypeAdapter(AnyClaim)

__all__ = [
    "CLAIM_CLASSES",
    "AnyClaim",
    "AnyClaimClass",
    "Casualties",
    "CasualtiesFields",
    "Ceasefire",
    "CeasefireFields",
    "Event",
    "EventFields",
    "Fields",
    "Position",
    "PositionFields",
    "Statement",
    "StatementFields",
    "Talks",
    "TalksFields",
    "Territory",
    "TerritoryFields",
    "claim_adapter",
]
