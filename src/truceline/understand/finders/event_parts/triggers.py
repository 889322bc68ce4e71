"""Which words tell an event: verbs with what must stand beside them, nouns in which somebody acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from spacy.tokens import Token

from truceline.knowledge.files import words
from truceline.model.claims.events import PloverEvent
from truceline.understand.grammar import direct_objects, is_passive, subjects
from truceline.understand.marked_sentence import MarkedReport

ACTOR, PLACE, PEOPLE = "<actor>", "<place>", "<people>"
OBJECTS = frozenset({"dobj", "attr", "oprd", "pobj", "nsubjpass", "dative"})
BESIDE = frozenset({"prt", "prep", "dobj", "attr", "acomp", "oprd", "advmod", "dative", "npadvmod", "agent"})


@dataclass(frozen=True, slots=True)
class VerbTrigger:
    """A verb lemma and sets of words, one of each of which must stand beside it."""

    event: PloverEvent
    lemma: str
    needs: tuple[frozenset[str], ...]


@lru_cache(maxsize=1)
def verb_triggers() -> dict[str, list[VerbTrigger]]:
    """Lemma to its triggers, the most demanding first."""
    found: dict[str, list[VerbTrigger]] = {}
    for name, lines in words("events").items():
        if name.endswith("_verbs") and name != "threat_verbs":
            event = cast(PloverEvent, name.removesuffix("_verbs").upper())
            for line in lines:
                lemma, *needs = line.split()
                sets = tuple(frozenset(need.split("|")) for need in needs)
                found.setdefault(lemma, []).append(VerbTrigger(event, lemma, sets))
    for triggers in found.values():
        triggers.sort(key=lambda trigger: (-len(trigger.needs), -sum("<" not in w for n in trigger.needs for w in n)))
    return found


@lru_cache(maxsize=1)
def noun_triggers() -> dict[str, PloverEvent]:
    return {
        noun: cast(PloverEvent, name.removesuffix("_nouns").upper())
        for name, nouns in words("events").items()
        if name.endswith("_nouns")
        for noun in nouns
    }


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    return frozenset(noun for nouns in words("persons").values() for noun in nouns)


@lru_cache(maxsize=32)
def word_set(name: str) -> frozenset[str]:
    return frozenset(words("events").get(name, ()))


def trigger_of(verb: Token, marked: MarkedReport) -> VerbTrigger | None:
    """The most demanding trigger whose words all stand beside the verb."""
    candidates = verb_triggers().get(verb.lemma_.lower(), [])
    if not candidates:
        return None
    beside = words_beside(verb, marked)
    return next((trigger for trigger in candidates if all(need & beside for need in trigger.needs)), None)


def words_beside(verb: Token, marked: MarkedReport) -> set[str]:
    """Lemmas of particles, prepositions, objects, complements; <actor>, <place>, <people> where an object is one."""
    beside: set[str] = set()
    for token in beside_tokens(verb):
        beside |= {token.lemma_.lower(), token.lower_}
        near = verb in (token.head, token.head.head) or token.dep_ in {"nsubjpass", "nsubj"}
        if near and (token.dep_ in OBJECTS or token.dep_ in {"conj", "nsubj"}):
            if token.lemma_.lower() in person_nouns():
                beside.add(PEOPLE)
            if marked.actor_mark_of(token) is not None:
                beside.add(ACTOR)
            if marked.place_mark_of(token) is not None:
                beside.add(PLACE)
    return beside


def beside_tokens(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in BESIDE:
            yield child
            for inner in child.children:
                if inner.dep_ in {"pobj", "prt", "prep", "pcomp"}:
                    yield inner
                    yield from (last for last in inner.children if last.dep_ == "pobj")
        elif child.dep_ in {"xcomp", "ccomp"}:
            yield child
            yield from (
                mark for mark in child.children if mark.dep_ in {"aux", "mark"} and mark.lower_ in {"to", "that"}
            )
    if is_passive(verb) or has_truce_subject(verb):
        yield from subjects(verb)
    elif not direct_objects(verb) and verb.dep_ == "relcl" and not has_relative_subject(verb):
        yield verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head


def has_truce_subject(verb: Token) -> bool:
    """ "A ceasefire agreed on Saturday": no truce agrees to anything, so the verb is a participle."""
    return any(
        token.lemma_.lower() in {"ceasefire", "truce", "armistice", "cease-fire"} for token in subjects(verb)
    ) and not direct_objects(verb)


def has_relative_subject(verb: Token) -> bool:
    """ "The fighters who took it": the pronoun stands for the head."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.tag_ in {"WDT", "WP"} for child in verb.children)
