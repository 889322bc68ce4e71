"""Who met whom, in which format: held, planned, ruled out (PNCC, MILC; CAMEO 04)."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.noun import Noun
from truceline.model.when import Date
from truceline.model.where import Place

TalksStatus = Literal[
    "held", "ongoing", "planned", "proposed", "postponed", "cancelled", "ruled_out", "refused",
    "did_not_take_place", "collapsed", "standing_body",
]  # fmt: skip
TalksFormat = Literal[
    "face_to_face", "separate", "proximity", "shuttle", "trilateral", "multilateral", "phone", "video", "letter",
    "mediation_body", "unknown",
]  # fmt: skip
TalksOutcome = Literal[
    "none_reported", "ceasefire_agreed", "statement_only", "process_agreement", "partial_agreement",
    "full_settlement", "failed", "not_yet", "not_applicable",
]  # fmt: skip


class Leg(Noun):
    """One part of a round. Two parties stand in one leg only if the report says they met."""

    participants: tuple[Actor, ...]
    mediators: tuple[Actor, ...] = ()
    date: Date | None = None


class TalksFields(Fields):
    """One round. Separate talks are one round with a leg for each party. ``duration`` is ISO 8601."""

    status: TalksStatus
    format: TalksFormat = "unknown"
    participants: tuple[Actor, ...] = ()
    mediators: tuple[Actor, ...] = ()
    hosts: tuple[Actor, ...] = ()
    legs: tuple[Leg, ...] = ()
    place: Place | None = None
    date: Date | None = None
    duration: str | None = None
    issues: tuple[str, ...] = ()
    outcome: TalksOutcome = "none_reported"

    @property
    def named(self) -> tuple[Actor, ...]:
        """Whoever takes part, goes between or hosts."""
        return (*self.participants, *self.mediators, *self.hosts)


class Talks(TalksFields, Claim):
    kind: Literal["talks"] = "talks"
