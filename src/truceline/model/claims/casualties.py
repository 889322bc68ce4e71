"""Who counts how many of whose people as killed, injured, missing (Every Casualty, OHCHR, ACLED's bounds)."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import Claim, Fields
from truceline.model.when import Date
from truceline.model.where import Place

PersonStatus = Literal["civilian", "military", "mixed", "unknown"]
Subgroup = Literal[
    "children", "women", "men", "elderly", "journalists", "medics", "aid_workers", "peacekeepers", "police",
    "prisoners",
]  # fmt: skip
Harm = Literal["killed", "injured", "missing", "captured", "displaced", "casualties", "losses"]
Measure = Literal["incident", "cumulative", "delta"]
Basis = Literal["stated", "inferred"]


class CasualtiesFields(Fields):
    """Whole persons. An exact figure sets value, low and high; "at least" sets low; "up to" sets high;
    a vague word sets low by ``bound_rule``. Withheld is null with the reason ``withheld``, never 0.
    """

    losses_of: Actor | Literal["all sides"] | None = None
    losses_basis: Basis | None = None
    person_status: PersonStatus = "unknown"
    subgroup: tuple[Subgroup, ...] = ()
    harm: Harm
    value: int | None = None
    low: int | None = None
    high: int | None = None
    bound_rule: str | None = None
    measure: Measure | None = None
    period: Date | None = None
    as_of: Date | None = None
    scope: str | None = None
    cause: str | None = None
    place: Place | None = None
    perpetrator: Actor | None = None


class Casualties(CasualtiesFields, Claim):
    kind: Literal["casualties"] = "casualties"
