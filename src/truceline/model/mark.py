"""What the markers saw: words of a report with what they are. Finders read marks, never raw words twice."""

from typing import Literal

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode, Factuality
from truceline.model.claims.statements import QuoteMode, StatementFunction
from truceline.model.evidence import Offset
from truceline.model.noun import Noun
from truceline.model.when import Date
from truceline.model.where import Place

MarkKind = Literal["date", "place", "actor", "number", "speaker", "modality"]
MARK_KINDS: tuple[MarkKind, ...] = ("date", "place", "actor", "number", "speaker", "modality")
Pair = tuple[Offset, Offset]
"""Start and end of words in the report's text."""


DATE_FIELDS, PLACE_FIELDS, ACTOR_FIELDS = tuple(Date.model_fields), tuple(Place.model_fields), tuple(Actor.model_fields)


class Mark(Noun):
    """``text`` is ``report.text[start:end]``."""

    report: str
    start: Offset
    end: Offset
    text: str


class DateMark(Mark, Date):
    mark: Literal["date"] = "date"

    @property
    def date(self) -> Date:
        return Date.part_of(self, DATE_FIELDS)


class PlaceMark(Mark, Place):
    """``use`` is associative where the name stands for a government or inside the name of a body: no location.

    Of use demonym ("Syrian") are only the marks that are asked for beside the places.
    """

    mark: Literal["place"] = "place"
    use: Literal["literal", "associative", "demonym"] = "literal"

    @property
    def place(self) -> Place:
        return Place.part_of(self, PLACE_FIELDS)


class ActorMark(Mark, Actor):
    """``members`` are the actors that a plural stands for ("the two ministers", "both sides"), where known."""

    mark: Literal["actor"] = "actor"
    members: tuple[Actor, ...] = ()

    @property
    def actor(self) -> Actor:
        return Actor.part_of(self, ACTOR_FIELDS)


class NumberMark(Mark):
    """A count of things or persons. ``counted`` is the head noun in lower case, where one is counted ("soldier")."""

    mark: Literal["number"] = "number"
    value: int | None = None
    low: int | None = None
    high: int | None = None
    bound_rule: str | None = None
    counted: str | None = None


class SpeakerMark(Mark):
    """One attribution. A role may have several pieces or none; a cue there always is.

    ``start`` and ``end`` cover all pieces. ``actor`` is the source as an actor.
    """

    mark: Literal["speaker"] = "speaker"
    source: tuple[Pair, ...] = ()
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...] = ()
    quote_mode: QuoteMode = "indirect"
    function: StatementFunction = "statement"
    actor: Actor | None = None
    medium: str | None = None
    rule: str


class ModalityMark(Mark):
    """How sure one clause is, as seen by whoever vouches for it. ``scope`` is the clause, ``text`` the cue words."""

    mark: Literal["modality"] = "modality"
    factuality: Factuality
    aux_mode: AuxMode | None = None
    scope: Pair
    rule: str


AnyMark = DateMark | PlaceMark | ActorMark | NumberMark | SpeakerMark | ModalityMark
