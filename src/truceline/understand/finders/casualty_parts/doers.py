"""Who does a deed, by the grammar of its clause."""

from truceline.understand.finders.casualty_parts.harm_words import harm_done, harm_suffered, has_fallen
from truceline.understand.finders.clause_parts.accused import accused
from truceline.understand.grammar import by_agents, is_passive, subjects
from truceline.understand.tokens import Token


def doers(verb: Token) -> list[Token]:
    """The subject; of "killing four and wounding six" the subject of the clause they hang on."""
    if is_passive(verb):
        return []
    found, blamed = subjects(verb), accused(verb)
    if blamed:
        return blamed
    if not found and verb.dep_ in {"advcl", "conj"} and verb.head.pos_ == "VERB":
        return doers(verb.head) or by_agents(verb.head)
    return [verb.head if token.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else token for token in found]


def is_suffered(verb: Token) -> bool:
    """ "54 troops died", "four tourists disappeared": the subject is no doer."""
    suffered = harm_suffered(verb) is not None or has_fallen(verb)
    return suffered and (harm_done(verb) is None or "dobj" not in verb.child_deps)
