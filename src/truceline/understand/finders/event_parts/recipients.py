"""Whom a deed is done to when the object itself is nobody: whose thing it is, who is asked, who stands behind it."""

from collections.abc import Iterable, Iterator
from typing import get_args

from truceline.knowledge.names import names
from truceline.model.actor import Actor
from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.placed import placed_at
from truceline.understand.finders.event_parts.clauses import OTHER_CLAUSES, clause_tokens
from truceline.understand.finders.event_parts.deed_nouns import stands_behind_deed
from truceline.understand.finders.event_parts.people import acting, marks_of_owners, owners
from truceline.understand.finders.event_parts.roles import distinct, is_bare_participle, verb_recipients
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import direct_objects, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

# What is said to a government or done to it; whoever travels to its capital does it nothing.
HEARD: frozenset[PloverEvent] = frozenset(get_args(PloverEvent)) - {
    "ASSAULT",
    "CONSULT",
    "MOBILIZE",
    "PROTEST",
    "RETREAT",
}
ASKED: frozenset[PloverEvent] = frozenset({"REQUEST", "ACCUSE"})
OPPOSITE = frozenset({"with", "against"})
STATES = frozenset({"PCLI", "PCLD", "PCLS", "PCLF", "PCLIX"})


def recipients_behind(event: PloverEvent, verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """The first of several readings that names somebody; asked only where the object names nobody."""
    return next((found for reading in readings(event, verb, marked) if (found := distinct(reading))), ())


def recipients_of_noun(event: PloverEvent, noun: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Strikes on rebel positions", "an attack on Israel": as of verbs."""
    aims = prepositional_objects(noun, "on", "against", "at", "of") if event == "ASSAULT" else []
    states = distinct(state for token in aims for state in states_at(token, event, marked))
    return states or distinct(actor for token in aims for actor in owning(token, event, marked))


def without_ground(recipients: tuple[Actor, ...], verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Seized the town of X": a name that no list knows and that is the place is nobody."""
    if not recipients:
        return ()
    grounds = {place[1].raw for token in clause_tokens(verb) if (place := placed_at(token, marked)) is not None}
    return tuple(one for one in recipients if one.entity_text not in grounds or one.country is not None)


def readings(event: PloverEvent, verb: Token, marked: MarkedReport) -> Iterator[Iterable[Actor]]:
    aims = targets(event, verb)
    if event in ASKED:
        yield (actor for token in who_should(verb) for actor in acting(token, marked))
    yield (state for token in [*aims, *passed_to(event, aims)] for state in states_at(token, event, marked))
    yield (actor for token in aims for actor in owning(token, event, marked))
    if event == "CONSULT":
        return  # who comes for talks has not held them
    if event == "ASSAULT":
        taken = lemma_of(verb) in word_set("taking")
        yield (actor for token in prepositional_objects(verb, "from") for actor in acting(token, marked) if taken)
        return
    yield (actor for inner in clauses_below(verb) for actor in done_to(event, inner, marked))
    yield (actor for token in opposite(verb) for actor in acting(token, marked))


def targets(event: PloverEvent, verb: Token) -> list[Token]:
    """What the deed is aimed at: no weapon that it is done with."""
    if is_passive(verb):
        behind = prepositional_objects(verb, "at", "on", "against", "into")
        return [*subjects(verb), *(token for token in behind if lemma_of(token) not in word_set("prompting"))]
    if is_bare_participle(verb):
        return [verb.head]
    barred = {"ASSAULT": {"with", "for", "to"}, "CONSULT": {"for"}}.get(event, set())
    aimed = [step for step in word_set("aimed_at") if step not in barred]
    behind = [*prepositional_objects(verb, *aimed), *direct_objects(verb)]
    if event in HEARD:  # "at the United Nations, X condemned": where it was said
        behind = [token for token in behind if token.head.lower_ != "at" or token.i > verb.i]
    return [token for token in behind if event != "ASSAULT" or lemma_of(token) not in word_set("instruments")]


def passed_to(event: PloverEvent, aims: list[Token]) -> list[Token]:
    """ "Froze aid to Kigali", "recalled its envoy from Asmara": the state stands behind what is given or taken."""
    return (
        [inner for token in aims for inner in prepositional_objects(token, "to", "from", "by")]
        if event in HEARD
        else []
    )


def who_should(verb: Token) -> list[Token]:
    """ "Demanded that the rebels leave", "charges that the army shelled the town": the subject of what is said."""
    below = [child for child in verb.children if child.dep_ == "ccomp"]
    return [token for clause in below if not is_passive(clause) for token in subjects(clause)]


def states_at(token: Token, event: PloverEvent, marked: MarkedReport) -> Iterator[Actor]:
    """A state or its capital, addressed or fired at: "called on Khartoum", "rockets fired at Israel"."""
    place = marked.place_mark_of(token)
    if place is None or place.country is None or event not in HEARD | {"ASSAULT"}:
        return
    if place.feature_code in STATES or (event in HEARD and names().one(token.text, "capital")):
        yield Actor(
            entity_text=token.text, entity_name=place.name, kind="state", country=place.country, resolution="metonym"
        )


def owning(token: Token, event: PloverEvent, marked: MarkedReport, depth: int = 2) -> Iterator[Actor]:
    """ "Government positions", "the base of its leader", "strikes on rebel positions", "an Israeli request"."""
    if lemma_of(token) in listed("territory", "ways"):
        return  # "erected barricades on the road to X"
    known = list((owners if event == "ASSAULT" else marks_of_owners)(token, marked))
    yield from known
    if known or not depth or token.pos_ == "PROPN":
        return
    for inner in prepositional_objects(token, *word_set("bearing")):
        named = list(acting(inner, marked))
        yield from named or owning(inner, event, marked, depth - 1)


def clauses_below(verb: Token) -> list[Token]:
    """ "Refused to negotiate with them", "threatened to hold Iran responsible"."""
    return [child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and child.pos_ == "VERB"]


def done_to(event: PloverEvent, verb: Token, marked: MarkedReport) -> Iterator[Actor]:
    yield from verb_recipients(verb, marked)
    yield from (state for token in targets(event, verb) for state in states_at(token, event, marked))
    for small in verb.children:
        if small.dep_ in {"ccomp", "xcomp"} and small.pos_ != "VERB":
            yield from (actor for token in subjects(small) for actor in acting(token, marked))


def opposite(verb: Token) -> list[Token]:
    """Whoever stands behind "with" or "against" in the clause: "declared a truce in its war with the rebels"."""
    if verb.sent.forms.isdisjoint(OPPOSITE):
        return []
    steps = [token for token in verb.subtree if token.lower_ in OPPOSITE and token.dep_ == "prep"]
    steps = [step for step in steps if is_own_word(step, verb)]
    steps = [step for step in steps if not stands_behind_deed(step.head)]  # "condemned it after talks with Macron"
    return [obj for step in steps for obj in step.children if obj.dep_ == "pobj"]


def is_own_word(word: Token, verb: Token) -> bool:
    """Below the verb, and in no other clause."""
    while word is not verb:
        if word.dep_ in OTHER_CLAUSES:
            return False
        word = word.head
    return True
