"""Ground as the subject: "the port fell to the rebels", "passed into Y's hands"."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import doers
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.control import owners_of_hands
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    is_ground,
    is_named_ground,
    unfolded,
)
from truceline.understand.finders.territory_parts.holders import is_armed, is_side, sides
from truceline.understand.finders.territory_parts.taken_ground import has_sure_place, is_people
from truceline.understand.grammar import prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


@begins_with(KIND, "into_hands", "fell")
def falling(verb: Token, marked: MarkedReport) -> Change | None:
    """ "X fell to Y", "X passed into Y's hands"."""
    into_hands = says(verb, KIND, "into_hands")
    if not into_hands and not says(verb, KIND, "fell"):
        return None
    if any(child.lower_ == "who" for child in verb.lefts):
        return None  # "a column outside X, who surrendered"
    falls = [t for one in doers(verb) for t in (prepositional_objects(one, "of", "over") if is_control(one) else [one])]
    grounds = tuple(t for t in unfolded(falls, marked) if is_ground(t, marked) and not is_people(t, marked))
    if not grounds:
        return None
    if into_hands:
        whose = word_set(KIND, "under_control")
        hands = next((t for t in prepositional_objects(verb, "into", "to") if lemma_of(t) in whose), None)
        owners = owners_of_hands(hands) if hands is not None else []
        heirs = sides([*owners, *(prepositional_objects(verb, "to") if lemma_of(verb) == "pass" else [])], marked)
        if not heirs and lemma_of(verb) in {"go", "revert"}:  # "the last base went to the rebels"
            heirs = tuple(token for token in prepositional_objects(verb, "to") if is_armed(token, marked))
        return Change("gained", verb, grounds, "passed-into-hands", heirs) if heirs else None
    if is_other_fall(verb, marked):
        return None
    takers = [token for token in prepositional_objects(verb, "to") if is_side(token, marked)]
    if not takers and not all(has_sure_place(t, marked) or is_said_to_have_fallen(t, verb, marked) for t in grounds):
        return None
    return Change("gained", verb, grounds, "fell-to", tuple(takers))


def is_said_to_have_fallen(name: Token, verb: Token, marked: MarkedReport) -> bool:
    """ "The army denied that X had fallen", "X has fallen, the rebels said": of a town, though no list knows it."""
    speaker = marked.speaker_at(verb.idx)
    actor = speaker.actor if speaker is not None else None
    of_a_side = actor is not None and actor.kind in {"government", "armed_force", "non_state", "state"}
    return of_a_side and not verb.helpers.isdisjoint({"has", "had"}) and is_named_ground(name, marked)


def is_control(noun: Token) -> bool:
    """ "Control of the hill passed to them"."""
    return lemma_of(noun) in word_set(KIND, "controls")


def is_other_fall(verb: Token, marked: MarkedReport) -> bool:
    """ "Fell silent", "fell under a curfew", "fell by 10 percent": only bare, or "to" a side."""
    others = [child for child in verb.children if child.dep_ in {"acomp", "prt", "dobj", "oprd", "npadvmod"}]
    others = [child for child in others if marked.date_mark_of(child) is None]
    to = prepositional_objects(verb, "to")
    if verb.tag_ == "VBG" or any(
        marked.date_mark_of(token) is None for token in prepositional_objects(verb, "in", "on")
    ):
        return True
    return (
        bool(others)
        or any(not is_side(token, marked) for token in to)
        or bool(prepositional_objects(verb, "into", "under", "by", "from", "off", "behind"))
    )
