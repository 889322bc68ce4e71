"""Truces, from first word to collapse (ETH/PRIO Civil Conflict Ceasefire data)."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.claims.casualties import Basis
from truceline.model.when import Date
from truceline.model.where import Place

CeasefireStage = Literal[
    "sought", "proposed", "announced", "agreed", "in_force", "extended", "violated", "not_observed", "collapsed",
    "expired", "ended", "rejected", "historical",
]  # fmt: skip
Mediated = Literal["mediated", "non_mediated", "unclear"]
CeasefirePurpose = Literal["humanitarian", "peace_process", "holiday", "election", "other"]
CeasefireClass = Literal["cessation", "cessation_with_compliance", "definitive", "unclear"]


class CeasefireFields(Fields):
    """One stage of one truce. ``duration`` is ISO 8601 (``PT72H``); a place of signature is no proof of mediation."""

    stage: CeasefireStage
    parties: tuple[Actor, ...] = ()
    parties_basis: Basis | None = None
    declared: Date | None = None
    effective: Date | None = None
    ended: Date | None = None
    mediated: Mediated = "unclear"
    mediators: tuple[Actor, ...] = ()
    purpose: tuple[CeasefirePurpose, ...] = ()
    ceasefire_class: CeasefireClass = "unclear"
    duration: str | None = None
    written: bool | None = None
    partial: bool | None = None
    place: Place | None = None
    violated_by: tuple[Actor, ...] = ()


class Ceasefire(CeasefireFields, Claim):
    kind: Literal["ceasefire"] = "ceasefire"
