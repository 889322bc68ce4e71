"""Nouns that tell a deed by themselves: their class, and what shows that it happened."""

from functools import lru_cache

from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.placed import placed_at
from truceline.understand.finders.event_parts.people import is_acting_noun
from truceline.understand.finders.event_parts.trigger_words import named_list, noun_triggers, word_set
from truceline.understand.grammar import has_no, is_negated, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def event_of_noun(noun: Token) -> PloverEvent | None:
    """The class of a noun, or of two words: "artillery fire", "car bomb"."""
    if noun.base not in deed_words() or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_exchange_of_fire(noun):
        return "ASSAULT"
    if is_ceased(noun):
        return None
    if (
        noun.base == "strike"
        and noun.dep_ in {"dobj", "nsubjpass"}
        and lemma_of(noun.head) in word_set("calling_strikes")
    ):
        return None  # "enforced a strike": of labour
    if noun.lower_ == "talk":
        return None  # one talks of much; "talks" are held
    if is_meeting_between(noun):
        return "CONSULT"
    triggers = noun_triggers()
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else noun
    pair = f"{before.low_lemma} {lemma_of(noun)}" if before.head == noun else ""
    return triggers.get(pair) or triggers.get(lemma_of(noun))


@lru_cache(maxsize=1)
def deed_words() -> frozenset[str]:
    """A noun that is none of these tells no deed."""
    return word_set("exchanges") | word_set("met_between") | {trigger.split()[-1] for trigger in noun_triggers()}


def whole_of(noun: Token) -> Token:
    """ "The third round of talks": the round."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def stands_behind_deed(noun: Token) -> bool:
    """ "After six days of talks": told beside what was done then."""
    step = whole_of(noun).head
    return step.dep_ == "prep" and step.lower_ in word_set("behind_a_deed")


def is_meeting_between(noun: Token) -> bool:
    """ "The ninth round between the envoy and the team": of talks, where two are named and nothing else."""
    between = prepositional_objects(noun, "between")
    return lemma_of(noun) in word_set("met_between") and len(between) > 1 and not prepositional_objects(noun, "of")


def is_ceased(noun: Token) -> bool:
    """ "The cessation of hostilities": what stops is no deed."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return of and lemma_of(noun.head.head) in {"cessation", "suspension"}


def is_exchange_of_fire(noun: Token) -> bool:
    """ "The exchange of fire between troops and rebels": fought, not swapped."""
    if lemma_of(noun) not in word_set("exchanges"):
        return False
    given = {lemma_of(token) for token in prepositional_objects(noun, "of")}
    return bool(given & word_set("exchanged_fire"))


def is_pinned(noun: Token, marked: MarkedReport) -> bool:
    """ "An air strike on a market in X", "shelling near Y": where it fell stands in its own words."""
    if lemma_of(noun) not in word_set("single_deeds"):
        return False
    behind = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in word_set("fallen_on")]
    return any(is_ground(token, child, marked) for child in behind for token in child.subtree)


def is_ground(token: Token, step: Token, marked: MarkedReport) -> bool:
    """Known as a place, or named behind "in": "an attack on the Tigers" is on no ground."""
    named = step.lower_ in {"in", "at", "near", "around", "outside"} and placed_at(token, marked) is not None
    return named or bool(marked.place_mark_of(token)) or is_known_ground(token)


def is_known_ground(token: Token) -> bool:
    """ "Shelling in the south of the city": a place that the report speaks of."""
    return lemma_of(token) in named_list("ASSAULT", "ground") and any(child.lower_ == "the" for child in token.children)


def has_victims(noun: Token) -> bool:
    """ "The murder of four boys": told by whom it was done to."""
    victims = prepositional_objects(noun, "of")
    return lemma_of(noun) in word_set("told_by_victims") and any(is_acting_noun(victim) for victim in victims)


def is_said_to_go_on(verb: Token) -> bool:
    """ "Fighting was under way", "the assault is ongoing"."""
    if verb.lemma_ != "be":
        return False
    return any(
        token.lower_ in word_set("going_on_now")
        for child in verb.children
        for token in (child, *(child.children if child.lower_ == "under" else ()))
    )


def is_heard(noun: Token, verb: Token) -> bool:
    """ "Explosions were heard in X", "gunfire could be heard"."""
    seen = noun.dep_ == "nsubjpass" and lemma_of(verb) in word_set("heard")
    return seen and not is_negated(verb) and not has_no(noun)


def happens(noun: Token, marked: MarkedReport) -> bool:
    """A strike without a known actor counts where it is said to have happened somewhere, a fight also where it is
    denied at all.
    """
    governor = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None
    if (
        governor is not None
        and lemma_of(governor) in word_set("harm_only")
        and lemma_of(noun) in word_set("long_fights")
    ):
        return False  # a toll
    if noun.dep_ == "pobj" and noun.head.head.low_lemma in word_set("outbreaks"):
        return any(marked.date_mark_of(token) is not None for token in noun.head.head.subtree)
    supported = governor is not None and (
        governor.low_lemma in word_set("supports") or is_said_to_go_on(governor) or is_heard(noun, governor)
    )
    in_passive = (
        noun.dep_ == "pobj" and noun.head.lower_ in {"in", "by"} and noun.head.head.low_lemma in word_set("supports")
    )
    if not supported and not in_passive:
        return False
    if any(marked.place_mark_of(token) or marked.date_mark_of(token) for token in noun.sent):
        return True
    speaker = marked.speaker_at(noun.idx) if lemma_of(noun) in word_set("two_sided_nouns") else None
    return is_fought_at(governor, marked) or (speaker is not None and speaker.function == "denial")


def is_fought_at(verb: Token | None, marked: MarkedReport) -> bool:
    """ "A duel was under way at X", whatever the parse hangs the ground on, and whether or not X is on any map."""
    steps = (
        [token for token in verb.subtree if token.i > verb.i and token.lower_ in {"at", "in", "near"}] if verb else []
    )
    return any(is_ground(token, step, marked) for step in steps for token in step.children)
