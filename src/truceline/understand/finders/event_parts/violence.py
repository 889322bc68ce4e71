"""What is told without a known actor: violence, by its weapon, by what was hit or by where."""

from truceline.model.actor import Actor
from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.deed_nouns import event_of_noun
from truceline.understand.finders.event_parts.relief import is_relief
from truceline.understand.finders.event_parts.speech_acts import SPEECH_ACTS
from truceline.understand.finders.event_parts.trigger_words import named_list, word_set
from truceline.understand.finders.event_parts.triggers import doing, has_truce_subject
from truceline.understand.grammar import (
    auxiliaries,
    by_agents,
    direct_objects,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

TOLD_OF_NOBODY: frozenset[PloverEvent] = frozenset(
    {"AGREE", "CONCEDE", "REJECT", "AID", "MOBILIZE", "RETREAT", "COERCE", "CONSULT"}
)
NEEDS_ACTOR: frozenset[PloverEvent] = SPEECH_ACTS | {"COOPERATE", "SANCTION"}


def stands_without_actor(event: PloverEvent, verb: Token, recipients: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """ "A truce was agreed", "a meeting has been ruled out"; violence by what was hit or where, but not a bare toll."""
    if lemma_of(verb) in word_set("unaided"):
        return False  # "were displaced", "fighting has pushed thousands out"
    if event in TOLD_OF_NOBODY:
        return is_told_of_nobody(event, verb, recipients, marked)
    hands = by_agents(verb) if is_passive(verb) else doing(verb)
    if lemma_of(verb) in word_set("harm_only") and any(lemma_of(hand) in word_set("long_fights") for hand in hands):
        return False  # "fighting has killed 189 people": a toll
    if event == "ASSAULT" and any(is_weapon_or_deed(hand) for hand in hands):
        return True  # "a shell hit the house", "shelling killed eleven", "hit by a rocket"
    if event == "SANCTION" and is_passive(verb) and lemma_of(verb) in word_set("of_courts"):
        return bool(recipients)
    if event in NEEDS_ACTOR or lemma_of(verb) in word_set("harm_only"):
        return False
    return is_violent_enough(verb, recipients, marked)


def is_told_of_nobody(event: PloverEvent, verb: Token, recipients: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """ "A truce was agreed", "forty were released", "500 more troops were deployed", "a convoy with food came"."""
    if event in {"CONCEDE", "REJECT"}:
        return is_passive(verb) or has_truce_subject(verb)
    if event == "AGREE":
        put_to_paper = subjects(verb) if is_passive(verb) else [verb.head] if is_dated_participle(verb, marked) else []
        return any(lemma_of(put) in word_set("texts") for put in put_to_paper)
    if event == "AID":
        return any(is_relief(hand, marked) for hand in subjects(verb))
    if event == "CONSULT":
        return is_passive(verb) and any(lemma_of(held) in word_set("meetings") for held in subjects(verb))
    if event == "COERCE" and is_passive(verb):
        if any(lemma_of(hand) in word_set("natural_causes") for hand in by_agents(verb)):
            return False  # "were kept by fog from going on"
        return bool(recipients) or any(lemma_of(put) in named_list("COERCE", "curbs") for put in subjects(verb))
    return bool(recipients) and (is_passive(verb) or event == "RETREAT")


def is_dated_participle(verb: Token, marked: MarkedReport) -> bool:
    """ "The accord signed in Bern on 20 March"."""
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.helpers == frozenset()
    return bare and any(marked.date_mark_of(token) or marked.place_mark_of(token) for token in verb.subtree)


def is_participle_of_harm(verb: Token) -> bool:
    """ "Three were killed and 25 others injured", "4 policemen also killed": without an object these are the harmed."""
    if "agent" in verb.child_deps or is_told_of_those_harmed(verb):
        return False  # "a nurse kidnapped by rebels": the words tell who did it
    if is_taken_captive(verb):
        return True
    if lemma_of(verb) not in word_set("harmed") or verb.tag_ not in {"VBN", "VBD"} or is_passive(verb):
        return False
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj"), *([verb.head] * (verb.dep_ == "conj"))]
    objects = any(direct_objects(one) for one in joined)
    hands = any(is_weapon_or_deed(hand) for hand in subjects(verb))
    return not objects and not hands and not auxiliaries(verb)


def is_told_of_those_harmed(verb: Token) -> bool:
    """ "The pupils they kidnapped", "the men whom the army shot": the subject has done it."""
    own = any(child.dep_ == "nsubj" and child.tag_ not in {"WP", "WDT"} for child in verb.lefts)
    return verb.dep_ == "relcl" and own


def is_taken_captive(verb: Token) -> bool:
    """ "100 were killed and others taken captive"."""
    bare = verb.base == "take" and verb.dep_ == "conj" and not auxiliaries(verb) and not direct_objects(verb)
    named = any(
        child.lower_ in word_set("taken_as") for child in verb.rights if child.dep_ in {"oprd", "acomp", "dobj"}
    )
    return bare and named and is_passive(verb.head) and verb.lower_ == "taken"


def is_weapon_or_deed(noun: Token) -> bool:
    weapons = word_set("instruments").union(named_list("ASSAULT", "projectiles"))
    return lemma_of(noun) in weapons or event_of_noun(noun) == "ASSAULT"


def is_violent_enough(verb: Token, recipients: tuple[Actor, ...], marked: MarkedReport) -> bool:
    """Without a known actor, violence is told only by what was hit or where."""
    places = any(marked.place_mark_of(token) or is_named_ground(token) for token in verb.subtree)
    ways = prepositional_objects(verb, "from", "into", "across")
    pinned = places or any(token.idx in marked.at.places for token in ways)
    return bool(recipients) or pinned or is_done_to_buildings(verb) or is_fire_opened(verb)


def is_fire_opened(verb: Token) -> bool:
    """ "Shots were fired at the compound", "gunfire was exchanged along the river", whoever fired."""
    if not is_passive(verb) or not any(lemma_of(fired) in word_set("exchanged_fire") for fired in subjects(verb)):
        return False
    aims = prepositional_objects(verb, *word_set("aimed_at"), *word_set("fallen_on"))
    return bool(aims) and all(lemma_of(aim) not in {"air", "sky"} for aim in aims)


def is_done_to_buildings(verb: Token) -> bool:
    """ "The market was looted", "the quarter came under fire"."""
    hit = word_set("things_hit").union(named_list("ASSAULT", "structures"))
    suffered = lemma_of(verb) in word_set("suffering")
    if suffered:
        hit |= frozenset(named_list("ASSAULT", "ground"))
    return (suffered or is_passive(verb)) and any(lemma_of(token) in hit for token in subjects(verb))


def is_named_ground(token: Token) -> bool:
    """ "In the Eshkol region": a kind of place with a name before it."""
    named = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.children)
    return token.dep_ == "pobj" and named and lemma_of(token) in named_list("ASSAULT", "ground")
