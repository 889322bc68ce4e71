"""What a language model is asked for: one claim with its words, as a JSON Schema made from the claims' own fields.

Actors, places and dates are asked for as the words that stand in the report: resolving them is our markers' work.
"""

from collections.abc import Iterator
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, create_model

from truceline.model.actor import Actor
from truceline.model.claim import Fields
from truceline.model.claims import (
    CasualtiesFields,
    CeasefireFields,
    EventFields,
    PositionFields,
    StatementFields,
    TalksFields,
    TerritoryFields,
)
from truceline.model.claims.talks import Leg
from truceline.model.evidence import Span
from truceline.model.when import Date
from truceline.model.where import Place

FIELDS_OF: dict[str, type[Fields]] = {
    "statement": StatementFields,
    "event": EventFields,
    "casualties": CasualtiesFields,
    "ceasefire": CeasefireFields,
    "talks": TalksFields,
    "territory": TerritoryFields,
    "position": PositionFields,
}
# Worked out by us from the words, never taken from a model.
DERIVED = frozenset({"losses_basis", "parties_basis", "bound_rule", "quad", "cameo", "event_text", "said_on"})
WORDS = (Actor, Date, Place)  # asked for as words of the report


class Proposed(BaseModel):
    """One claim as a model gives it: the number of its sentence and the exact words it rests on."""

    model_config = ConfigDict(extra="forbid")

    kind: str
    sentence: int
    evidence: str


@lru_cache(maxsize=1)
def proposal_classes() -> dict[str, type[Proposed]]:
    """A class of proposals for each kind of claim."""
    return {
        kind: create_model(
            f"Proposed{fields.__name__.removesuffix('Fields')}",
            __base__=Proposed,
            **{"kind": (Literal[kind], kind), **dict(asked_fields(fields))},
        )
        for kind, fields in FIELDS_OF.items()
    }


def asked_fields(fields: type[Fields]) -> Iterator[tuple[str, Any]]:
    for name, field in fields.model_fields.items():
        kind = asked_type(field.annotation)
        if name not in DERIVED and kind is not None:
            yield name, (kind, ... if field.is_required() else field.default)


def asked_type(kind: Any) -> Any:  # noqa: ANN401 - a type of any form
    """The type as a model is asked for it; null for what is not asked."""
    origin = get_origin(kind)
    if origin is Annotated:
        return asked_type(get_args(kind)[0])
    if origin in (Union, UnionType):
        asked = [asked_type(part) for part in get_args(kind) if part is not type(None)]
        if None in asked:
            return None
        return (str if str in asked else asked[0]) | None
    if origin is tuple:
        item = asked_type(get_args(kind)[0])
        return None if item is None else tuple.__class_getitem__((item, ...))
    if kind in WORDS:
        return str
    return None if kind in (Leg, Span) else kind


@lru_cache(maxsize=1)
def answer_schema() -> dict[str, object]:
    """The JSON Schema of a whole answer: ``{"claims": [...]}``."""
    classes = tuple(proposal_classes().values())
    answer = create_model("Answer", claims=(list[Union[classes]], ...))  # type: ignore[valid-type] # noqa: UP007
    return answer.model_json_schema()
