"""Those told to be of the dead or the wounded: "nine among the dead", "six of those killed", "the victims include"."""

from collections.abc import Iterable

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_named,
    harm_of_subject,
    noun_harms,
    state_harms,
    word_set,
)
from truceline.understand.tokens import Token

Told = tuple[Harm, Token, str]


def of_the_harmed(head: Token, verb: Token) -> Told | None:
    """Of whom the clause says that they are of the dead. ``head``: those counted, with their place in the clause."""
    if (head.dep_ in {"nsubj", "attr"} and verb.lemma_ == "be") or is_listed(head, verb):
        return among_the_harmed(verb) or (one_of_the_harmed(verb) if head.dep_ == "attr" else None)
    return included(verb) if head.dep_ == "dobj" else None


def is_listed(head: Token, verb: Token) -> bool:
    """ "Two helmets were numbered among the fallen"."""
    return head.dep_ == "nsubjpass" and verb.lemma_ in word_set("listing")


def among_the_harmed(word: Token) -> Told | None:
    """ "Five children were among the dead", "there were five children among the dead"."""
    return harmed_behind(child for child in word.children if child.lower_ in word_set("amid_others"))


def among_those(unit: Token) -> Told | None:
    """ "Six of those killed were children"; not "six of those taken were freed"."""
    told = harmed_behind(child for child in unit.children if child.lower_ == "of" and has_those(child))
    return None if told is not None and told[0] == "captured" else told


def has_those(step: Token) -> bool:
    return any(child.lower_ == "those" for child in step.children)


def one_of_the_harmed(verb: Token) -> Told | None:
    """ "One of the dead was a boy of 11": the boy."""
    ones = (child for child in verb.lefts if child.lower_ == "one" and child.dep_ == "nsubj")
    return harmed_behind(step for one in ones for step in one.rights if step.lower_ == "of")


def included(verb: Token) -> Told | None:
    """ "The victims included seven women", "the wounded include three officers"."""
    if verb.lemma_ not in word_set("including_them"):
        return None
    return next((told for child in verb.lefts if child.dep_ == "nsubj" and (told := harmed(child))), None)


def harmed_behind(steps: Iterable[Token]) -> Told | None:
    return next((told for step in steps for whom in step.children if (told := harmed(whom))), None)


def harmed(whom: Token) -> Told | None:
    harm = harm_named(whom) or noun_harms().get(whom.lower_) or of_those(whom)
    return (harm, whom, "among-the-harmed") if harm is not None else None


def of_those(whom: Token) -> Harm | None:
    """ "Among those killed", "among the victims", "among those who died"."""
    if whom.low_lemma == "victim":
        return "killed"
    clauses = (child for child in whom.rights if child.dep_ == "relcl" and whom.lower_ == "those")
    told = next((state_harms()[child.lower_] for child in whom.children if child.lower_ in state_harms()), None)
    return told or next((harm for clause in clauses if (harm := harm_of_subject(clause)) is not None), None)
