"""Ground that a verb takes: where the deed was done, and nobody that it was done to."""

from truceline.model.actor import Actor
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.where import (
    has_name,
    is_loose_name,
    loose_name,
    named_at,
    unlisted_name,
)
from truceline.understand.finders.territory_parts.grounds import place_of
from truceline.understand.finders.territory_parts.verbs import change_told
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

TAKING = frozenset({"gained", "encircled"})
PRONOUNS = frozenset({"it", "them", "both"})


def taken_ground(verb: Token, marked: MarkedReport) -> tuple[Token, ...]:
    """Also of what is only tried or aimed at."""
    change = change_told(verb, marked) if verb.pos_ == "VERB" else None
    return change.grounds if change is not None and change.change in TAKING else ()


def without_taken(recipients: tuple[Actor, ...], grounds: tuple[Token, ...], marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Captured X", "took it back": a town, whoever else goes by that name or word."""
    if not recipients or not grounds:
        return recipients
    names = {words for ground in grounds for words in (ground.text, loose_name(ground, marked))} | PRONOUNS
    marks = (marked.actor_mark_of(ground) for ground in grounds)
    names |= {mark.text.removeprefix("the ") for mark in marks if mark is not None}
    return tuple(one for one in recipients if bare(one) not in names or one.country is not None)


def bare(actor: Actor) -> str:
    return (actor.entity_text or "").removeprefix("the ")


def place_taken(grounds: tuple[Token, ...], placed: Place | None, marked: MarkedReport) -> Place | None:
    """The first ground with a name, rather than a place that the clause names around it; of ground without a name of
    its own, or on no map, what the clause names is nearer.
    """
    named = next((ground for ground in grounds if has_name(ground, marked)), None)
    if named is None or placed is None:
        return place_of(named, marked) if named is not None else placed
    taken = place_of(named, marked)
    if placed.geonameid is not None and placed.raw in loose_name(named, marked):
        return placed  # "the Kodori Gorge"
    return taken if has_own_name(named, marked) else placed


def has_own_name(ground: Token, marked: MarkedReport) -> bool:
    """ "X", "the settlement of X"; not "the Black Sea port"."""
    if named_at(ground, marked) is not None or (ground.pos_ == "PROPN" and is_loose_name(ground, marked)):
        return True
    return unlisted_name(ground, marked) is not None
