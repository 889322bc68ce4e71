"""Which of several offices is meant: by its field ("the health ministry") and by the capital that it sits in."""

from truceline.knowledge.names import Known, state_name
from truceline.model.actor import Actor
from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.actor_parts.namesakes import office_word
from truceline.understand.markers.actor_parts.role_phrases import canonical, role_of
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token


def is_of_another_field(earlier: Phrase, head: Token) -> bool:
    """ "The emergencies ministry" is not the health ministry named before; "the ministry" may be either."""
    if head.low_lemma not in actor_words("offices_with_fields"):
        return False
    actor = earlier.actor
    told = fields({word.lower_ for word in head.lefts})
    known = fields({*(actor.role or "").split(), *(actor.entity_name or "").lower().split()})
    return bool(told) and told.isdisjoint(known) and (bool(known) or actor.kind != "person")


def fields(words: set[str]) -> set[str]:
    return {office_word(word) for word in words & actor_words("portfolios")}


def of_seat(actor: Actor, head: Token, setting: Setting) -> Actor | None:
    """ "The ministry in Dushanbe", "in Baku, the defence ministry said": of the state whose capital it is."""
    role = role_of(head)
    seat = seat_told(head, setting) if role is not None else None
    if role is None or seat is None:
        return None
    name = canonical(head, role, state_name(seat), None, actor.entity_text or head.text)
    return actor.model_copy(update={"country": seat.country, "entity_name": name, "resolution": "named"})


def seat_told(head: Token, setting: Setting) -> Known | None:
    is_body = head.low_lemma in actor_words("seated_in_capitals")
    if not is_body and head.low_lemma not in actor_words("offices_with_fields"):
        return None
    steps = [step for step in head.rights if step.lower_ in {"in", "at"} and (is_body or step.i == head.i + 1)]
    if head.dep_ in SUBJECTS and is_body:
        steps += [step for step in head.head.lefts if step.lower_ == "in" and step.i == head.sent.start]
    towns = (town for step in steps for town in step.rights if town.dep_ == "pobj")
    return next((known for town in towns if (known := setting.known(town, "capital")) is not None), None)
