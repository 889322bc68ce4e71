"""Claims about one thing, side by side. A record hides none of the claims under it and sums nothing."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from truceline.model.actor import Actor
from truceline.model.claims.casualties import Harm, PersonStatus
from truceline.model.claims.ceasefires import CeasefireStage
from truceline.model.claims.talks import TalksFormat, TalksOutcome, TalksStatus
from truceline.model.claims.territory import TerritoryChange
from truceline.model.noun import Noun
from truceline.model.when import Date
from truceline.model.where import Place

RecordKind = Literal[
    "incident", "toll_series", "ceasefire_process", "talks_round", "territory_history", "position_history",
    "repeated_statement", "contradiction", "agreement",
]  # fmt: skip


class Record(Noun):
    """The common part. ``members`` are claim ids; ``reasons`` say in words why they were joined;
    ``independent_sources`` counts publishers after copies of one text (and one wire) are taken as one.
    """

    id: str
    kind: RecordKind
    title: str
    members: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    independent_sources: int
    outlets: tuple[str, ...] = ()


class Incident(Record):
    kind: Literal["incident"] = "incident"
    window: Date | None = None
    place: Place | None = None
    actors: tuple[Actor, ...] = ()


class TollPoint(Noun):
    """One figure of a series. A lower later figure is flagged ``revision``, an undisclosed one ``withheld``."""

    claim: str
    as_of: Date | None = None
    value: int | None = None
    low: int | None = None
    high: int | None = None
    flag: Literal["revision", "withheld"] | None = None


class TollSeries(Record):
    """Key: (claimed_by, losses_of, person_status, harm, scope). Never summed with another series."""

    kind: Literal["toll_series"] = "toll_series"
    claimed_by: Actor
    losses_of: Actor | Literal["all sides"] | None = None
    person_status: PersonStatus
    harm: Harm
    scope: str | None = None
    points: tuple[TollPoint, ...]


class CeasefireStep(Noun):
    claim: str
    stage: CeasefireStage
    date: Date | None = None
    claimed_by: Actor


class CeasefireProcess(Record):
    """One truce over time. ``held_days`` is an interval (least, most); null where it is not known."""

    kind: Literal["ceasefire_process"] = "ceasefire_process"
    steps: tuple[CeasefireStep, ...]
    parties: tuple[Actor, ...] = ()
    place: Place | None = None
    follows: str | None = None
    replaced_by: str | None = None
    held_days: tuple[int, int] | None = None


class TalksStep(Noun):
    claim: str
    status: TalksStatus
    format: TalksFormat
    date: Date | None = None
    outcome: TalksOutcome


class TalksRound(Record):
    """One round: its steps from planned to held, who took part, and the next meeting that was spoken of."""

    kind: Literal["talks_round"] = "talks_round"
    steps: tuple[TalksStep, ...]
    participants: tuple[Actor, ...] = ()
    mediators: tuple[Actor, ...] = ()
    hosts: tuple[Actor, ...] = ()
    place: Place | None = None
    date: Date | None = None
    next_planned: str | None = None


class TerritoryStep(Noun):
    claim: str
    controller: Actor | None = None
    change: TerritoryChange
    date: Date | None = None
    claimed_by: Actor


class TerritoryHistory(Record):
    kind: Literal["territory_history"] = "territory_history"
    place: Place
    steps: tuple[TerritoryStep, ...]


class PositionStep(Noun):
    claim: str
    stance: str
    content: str
    date: Date | None = None


class PositionHistory(Record):
    kind: Literal["position_history"] = "position_history"
    holder: Actor | None = None
    issue: str | None = None
    steps: tuple[PositionStep, ...]


class RepeatedStatement(Record):
    """One thing that one source said, as several reports carry it."""

    kind: Literal["repeated_statement"] = "repeated_statement"
    source: Actor | None = None
    content: str


class Contradiction(Record):
    """Claims that cannot both hold; ``why`` says so in words. The first two members stand on opposite sides.

    ``about`` is the record that the claims belong to; null where they belong to several.
    """

    kind: Literal["contradiction"] = "contradiction"
    why: str
    about: str | None = None


class Agreement(Record):
    """Claims of independent sources, or of both sides, that say alike; ``why`` says in words what they agree on."""

    kind: Literal["agreement"] = "agreement"
    why: str
    about: str | None = None


AnyRecord = Annotated[
    Incident
    | TollSeries
    | CeasefireProcess
    | TalksRound
    | TerritoryHistory
    | PositionHistory
    | RepeatedStatement
    | Contradiction
    | Agreement,
    Field(discriminator="kind"),
]
RECORD_CLASSES: dict[RecordKind, type[Record]] = {
    "incident": Incident,
    "toll_series": TollSeries,
    "ceasefire_process": CeasefireProcess,
    "talks_round": TalksRound,
    "territory_history": TerritoryHistory,
    "position_history": PositionHistory,
    "repeated_statement": RepeatedStatement,
    "contradiction": Contradiction,
    "agreement": Agreement,
}
record_adapter: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)
