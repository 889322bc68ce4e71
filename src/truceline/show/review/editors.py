"""The fields of a claim as a person can set them, each with the form that suits its type."""

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from truceline.ledger.catalogue.need import unsure_fields
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim
from truceline.model.claims.talks import Leg
from truceline.model.evidence import Span
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.show.known import value_of
from truceline.show.wording import plain, who

# What ties a claim to its words and its maker is not for setting; other words are chosen in the report.
FIXED = frozenset({"id", "kind", "report", "evidence", "repeated_in", "statement", "missing", "found_by",
                   "content_spans", "source_span", "cue_span", "bound_rule", "cameo"})  # fmt: skip
FIRST = ("claimed_by", "losses_of", "person_status", "harm", "value", "low", "high", "stage", "status", "change",
         "event", "stance", "parties", "participants", "actor", "controller", "holder", "place")  # fmt: skip

SEVERAL = {Actor: "actors", Leg: "legs"}  # forms of values that stand between semicolons


@dataclass(frozen=True, slots=True)
class Editor:
    """``form``: choice, words, number, date, actor, actors, legs, place, list, yes-no.

    ``typed`` is how a person would type the value that stands.
    """

    field: str
    name: str
    form: str
    typed: str
    choices: tuple[str, ...]
    shown: str
    note: str
    worked: str
    silent: bool
    unsure: bool


def editors_of(claim: AnyClaim) -> list[Editor]:
    fields = [name for name in type(claim).model_fields if name not in FIXED]
    fields.sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    unsure = set(unsure_fields(claim))
    return [editor_of(claim, name, unsure) for name in fields]


def editor_of(claim: AnyClaim, field: str, unsure: set[str]) -> Editor:
    form, choices = form_of(type(claim).model_fields[field].annotation)
    shown = value_of(claim, field)
    basis = f"{field}_basis" in unsure or f"{field.removesuffix('_of')}_basis" in unsure
    return Editor(
        field, plain(field), form, typed(getattr(claim, field)), choices, shown.words, shown.note, shown.worked,
        shown.silent, field in unsure or basis,
    )  # fmt: skip


def form_of(annotation: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401 - a type of any form
    kinds = [kind for kind in parts_of(annotation) if kind is not type(None)]
    literals = [kind for kind in kinds if get_origin(kind) is Literal]
    for kind, form in ((Actor, "actor"), (Date, "date"), (Place, "place"), (bool, "yes-no"), (int, "number")):
        if kind in kinds:
            return form, ()
    if literals:
        return "choice", tuple(str(value) for literal in literals for value in get_args(literal))
    if kinds and get_origin(kinds[0]) is tuple:
        inner = get_args(kinds[0])[0]
        if inner in SEVERAL:
            return SEVERAL[inner], ()
        return "list", tuple(map(str, get_args(inner))) if get_origin(inner) is Literal else ()
    return "words", ()


def parts_of(annotation: Any) -> list[Any]:  # noqa: ANN401 - a type of any form
    if get_origin(annotation) is Annotated:
        return parts_of(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return [part for kind in get_args(annotation) for part in parts_of(kind)]
    return [annotation]


def typed(value: Any) -> str:  # noqa: ANN401 - any field of any claim
    """How a person would type the value."""
    match value:
        case None | Span():
            return ""
        case bool():
            return "yes" if value else "no"
        case Actor():
            return "" if value.resolution == "author" else who(value)
        case Place():
            return value.name or value.raw
        case Date():
            return typed_date(value)
        case Leg():
            return typed_leg(value)
        case tuple():
            return "; ".join(typed(part) for part in value)
        case _:
            return str(value)


def typed_date(date: Date) -> str:
    if date.earliest is None or date.latest is None:
        return ""
    one = date.earliest.isoformat()
    return one if date.earliest == date.latest else f"{one}/{date.latest.isoformat()}"


def typed_leg(leg: Leg) -> str:
    """``one side, other side via go-between``."""
    sides, between = (", ".join(map(who, actors)) for actors in (leg.participants, leg.mediators))
    return f"{sides} via {between}" if between else sides
