"""Acts that another kind's reading knows, where no trigger does: ground taken, a stand taken, a meeting."""

from truceline.model.actor import Actor
from truceline.model.claims.events import PloverEvent
from truceline.model.claims.positions import Stance
from truceline.model.claims.territory import TerritoryChange
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.who import actor_at
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.position_parts.cues import verb_stand
from truceline.understand.finders.territory_parts.falls import falling
from truceline.understand.finders.territory_parts.movement import driving
from truceline.understand.finders.territory_parts.verbs import verb_changes
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

OF_GROUND: dict[TerritoryChange, PloverEvent] = {
    "gained": "ASSAULT",
    "withdrew": "RETREAT",
    "handed_over": "RETREAT",
    "encircled": "COERCE",
}
OF_STANCE: dict[Stance, PloverEvent] = {
    "demand": "REQUEST",
    "call": "REQUEST",
    "refusal": "REJECT",
    "acceptance": "AGREE",
    "threat": "THREATEN",
}


def fallen_to(verb: Token, marked: MarkedReport) -> tuple[Actor, ...] | None:
    """Who has the ground that stands as the subject: "Gode fell to Ogadeni fighters"; null where no ground falls."""
    change = falling(verb, marked)
    if change is None:
        return None
    known = ((holder, actor_at(holder, marked)) for holder in change.holders)
    return tuple(actor or Actor(entity_text=holder.text, resolution="unresolved") for holder, actor in known)


def is_driven_from_ground(verb: Token, marked: MarkedReport) -> bool:
    """ "Ousted the garrison from the town": whoever drives forces out of ground has taken it."""
    change = driving(verb, marked)
    return change is not None and change.change == "gained"


def is_ground_freed(verb: Token, marked: MarkedReport) -> bool:
    """ "Liberated the communities of X and Y": taken, and nobody is released."""
    change = next(iter(verb_changes(verb, marked)), None)
    return change is not None and change.rule == "gained-verb"


def class_of_kin(verb: Token, marked: MarkedReport) -> PloverEvent | None:
    """ "Pocketed two hill posts" is an ASSAULT, "gave short shrift to the idea" a REJECT."""
    change = next(iter(verb_changes(verb, marked)), None)
    if change is not None and change.teller == verb and change.change in OF_GROUND:
        return OF_GROUND[change.change]
    if lemma_of(verb) in word_set("told_by_object"):
        return (
            None  # "declined to comment", "asked for water": what was declined or asked for tells whether it is an act
        )
    stand = verb_stand(verb, marked)
    return OF_STANCE.get(stand.stance) if stand is not None and stand.cue == verb else None
