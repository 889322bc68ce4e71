"""Who did what to whom (PLOVER 2)."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.when import Date
from truceline.model.where import Place

PloverEvent = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


class EventFields(Fields):
    """``quad``: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    ``mode`` and ``context`` are PLOVER's; ``cameo`` is the code of the crosswalk. Two-sided fighting: all in ``actor``.
    """

    event: PloverEvent
    mode: str | None = None
    context: tuple[str, ...] = ()
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    date: Date | None = None
    place: Place | None = None
    quad: Literal[1, 2, 3, 4]
    cameo: str | None = None
    event_text: str


class Event(EventFields, Claim):
    kind: Literal["event"] = "event"
