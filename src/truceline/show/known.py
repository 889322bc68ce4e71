"""What is known, and how: the fields of a claim or a record in words, with what was worked out and what is silent."""

from dataclasses import dataclass, replace
from typing import Any

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties
from truceline.model.claims.talks import Leg
from truceline.model.evidence import Span
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.show.links import actor_link, place_link
from truceline.show.wording import MISSING_WORDS, figure, names, plain, when, where, who

LEFT_TO_OTHERS = frozenset(
    {"id", "kind", "report", "evidence", "repeated_in", "statement", "missing", "found_by", "factuality", "aux_mode",
     "content_spans", "source_span", "cue_span", "low", "high", "parties_basis", "losses_basis"}
)  # fmt: skip
WORKED_OUT = {"inferred": "worked out", "partial": "partly known", "unresolved": "not resolved"}


@dataclass(frozen=True, slots=True)
class Value:
    """One field. ``worked``: how it was worked out, in words; ``silent``: the report does not say; ``link``: a page."""

    field: str
    name: str
    words: str
    note: str = ""
    worked: str = ""
    silent: bool = False
    link: str = ""


def values_of(claim: AnyClaim) -> list[Value]:
    fields = [name for name in type(claim).model_fields if name not in LEFT_TO_OTHERS]
    return [value_of(claim, name) for name in fields]


def value_of(claim: AnyClaim, field: str) -> Value:
    value = getattr(claim, field)
    name = plain(field)
    if field == "value" and isinstance(claim, Casualties):
        silent = claim.value is None and claim.low is None and claim.high is None
        return Value(field, "number", figure(claim), silent=silent)
    if value in (None, ()):
        reason = claim.missing.get(field, "not_stated")
        return Value(field, name, MISSING_WORDS[reason], silent=True)
    basis = getattr(claim, f"{field}_basis", None) or getattr(claim, f"{field.removesuffix('_of')}_basis", None)
    made = written(field, name, value)
    return replace(made, worked="worked out") if basis == "inferred" else made


def written(field: str, name: str, value: Any) -> Value:  # noqa: ANN401 - any field of any claim
    match value:
        case Date():
            return Value(field, name, when(value), f"“{value.raw}”", worked_out(value.resolution, value.rule))
        case Place():
            link = place_link(value.name or value.raw)
            return Value(field, name, where(value), f"“{value.raw}”" if value.name != value.raw else "", link=link)
        case Actor():
            return actor_value(field, name, value)
        case bool():
            return Value(field, name, "yes" if value else "no")
        case int():
            return Value(field, name, f"{value:,}")
        case Span():
            return Value(field, name, f"“{value.exact}”")
        case tuple():
            return tuple_value(field, name, value)
        case _:
            return Value(field, name, plain(str(value)) if " " not in str(value) else str(value))


def actor_value(field: str, name: str, actor: Actor) -> Value:
    if actor.resolution == "author":
        return Value(field, name, "the report itself")
    details = [plain(part) for part in (actor.role, actor.kind, actor.country) if part and part != "unspecified"]
    as_written = f"“{actor.entity_text}”" if actor.entity_text and actor.entity_text != actor.entity_name else ""
    note = ", ".join(part for part in (as_written, actor.resolution if as_written else "", *details) if part)
    return Value(field, name, who(actor), note, worked_out(actor.resolution, None), link=actor_link(who(actor)))


def tuple_value(field: str, name: str, value: tuple[Any, ...]) -> Value:
    if all(isinstance(part, Actor) for part in value):
        worked = "worked out" if any(part.resolution == "inferred" for part in value) else ""
        one = value[0] if len(value) == 1 else None
        return Value(field, name, names(value, 20), worked=worked, link=actor_link(who(one)) if one else "")
    if all(isinstance(part, Leg) for part in value):
        legs = [f"{names((*leg.participants, *leg.mediators))} ({when(leg.date)})" for leg in value]
        return Value(field, name, "; ".join(legs))
    return Value(field, name, ", ".join(plain(str(part)) for part in value))


def worked_out(resolution: str, rule: str | None) -> str:
    """The rule in words, for values that were not simply read."""
    if resolution not in WORKED_OUT:
        return ""
    return f"{WORKED_OUT[resolution]}: {rule}" if rule else WORKED_OUT[resolution]
