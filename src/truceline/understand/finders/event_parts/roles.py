"""Who acts and on whom, from the grammar around a trigger."""

from collections.abc import Iterable

from truceline.model.actor import Actor
from truceline.understand.finders.clause_parts.who import nearest_subjects
from truceline.understand.finders.event_parts.people import MODIFIERS, acting, is_acting_noun
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import has_relative_subject
from truceline.understand.grammar import by_agents, direct_objects, is_passive, prepositional_objects, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

ACTING = ("by", "from")
SUFFERING = ("on", "against", "at", "into", "to", "with", "upon", "for", "toward", "towards")


def verb_actors(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """The acting side of a clause: its subject, or its by-phrase."""
    return distinct(actor for token in acting_tokens(verb) for actor in acting(token, marked))


def acting_tokens(verb: Token) -> list[Token]:
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return by_agents(verb)
    if is_passive(verb):
        return by_agents(verb)
    if verb.dep_ == "relcl" and has_relative_subject(verb):
        return [described(verb.head)]
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [verb.head]
    own = nearest_subjects(verb)
    if own:
        return [antecedent(token) for token in own]
    if verb.dep_ in {"advcl", "pcomp", "xcomp", "ccomp"} and verb.tag_ in {"VBG", "VB", "VBN"}:
        governor = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
        return acting_tokens(governor) if governor is not None else []
    return []


def antecedent(token: Token) -> Token:
    """A relative pronoun stands for the noun that its clause describes."""
    if token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl":
        return described(token.head.head)
    return token


def described(noun: Token) -> Token:
    """ "The presidents of the region, who met": people are described, not the place that they are of."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if not is_acting_noun(noun) and is_acting_noun(above) and noun.pos_ != "PROPN" else noun


def verb_recipients(verb: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    if is_passive(verb):
        tokens = subjects(verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        tokens = [verb.head]
    else:
        tokens = [*direct_objects(verb), *prepositional_objects(verb, *SUFFERING)]
        tokens += [
            inner
            for obj in direct_objects(verb)
            for inner in prepositional_objects(obj, "on", "against", "with", "between")
        ]
    return distinct(actor for token in tokens for actor in acting(token, marked))


def noun_actors(noun: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """ "Israel's strikes", "Russian drones", "shelling by the army", "clashes between A and B"."""
    tokens = [child for child in noun.children if child.dep_ in MODIFIERS and owns_deed(child, marked)]
    tokens += [*prepositional_objects(noun, *ACTING), *prepositional_objects(noun, "between")]
    tokens += [inner for child in noun.children if child.dep_ == "acl" for inner in by_agents(child)]
    return distinct(actor for token in tokens for actor in acting(token, marked))


def owns_deed(word: Token, marked: MarkedReport) -> bool:
    """Before a deed a plain noun tells whose it is only when it is a force: no "hostage" of "hostage swap"."""
    return marked.actor_mark_of(word) is not None or word.lemma_.lower() in word_set("people") | word_set("instruments")


def noun_recipients(noun: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    tokens = prepositional_objects(noun, "on", "against", "of", "with")
    return distinct(actor for token in tokens for actor in acting(token, marked))


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.entity_name or actor.entity_text): actor for actor in actors}.values())
