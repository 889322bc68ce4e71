"""Word lists matched on a parse: lemmas, and verbs with their particle ("pull out", "take over")."""

from functools import cache
from typing import TypeVar

from truceline.knowledge.files import words
from truceline.understand.tokens import Token

Name = TypeVar("Name", bound=str)
REACH = 4  # tokens: a particle stands near its verb
FAR = 10  # ... its object may stand behind more words: "set a 48-hour deadline"


@cache
def word_set(kind: str, name: str) -> frozenset[str]:
    return frozenset(words(kind).get(name, ()))


@cache
def phrase_book(kind: str) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """First word of each phrase of a file to the lists that have it there, and what must follow it, longest first."""
    book: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name, phrases in words(kind).items():
        for phrase in sorted(phrases, key=lambda phrase: -len(phrase.split())):
            first, *rest = phrase.split()
            book.setdefault(first, {}).setdefault(name, []).append(tuple(rest))
    return book


def says(token: Token, kind: str, name: str) -> bool:
    """The token is one of the list's words, or begins one of its phrases: "take control", "pull out"."""
    return phrase_at(token, kind, name) is not None


def first_said(token: Token, kind: str, names: tuple[Name, ...]) -> Name | None:
    """The first of several lists that holds the token."""
    lists = phrase_book(kind).get(token.base)
    if lists is None:
        return None
    for name in names:
        for rest in lists.get(name, ()):
            if is_said(token, rest):
                return name
    return None


def phrase_at(token: Token, kind: str, name: str) -> tuple[str, ...] | None:
    """What follows the token in the longest phrase of the list that begins there."""
    lists = phrase_book(kind).get(token.base)
    for rest in lists.get(name, ()) if lists is not None else ():
        if is_said(token, rest):
            return rest
    return None


def is_said(token: Token, rest: tuple[str, ...]) -> bool:
    return (not rest or follows(token, rest)) and not has_other_particle(token, rest)


def lemma_of(token: Token) -> str:
    """The parser's lemma; a plural that it took for a name without its -s."""
    return token.base


def has_other_particle(token: Token, rest: tuple[str, ...]) -> bool:
    """ "Ruled out", "took in": another verb."""
    return "prt" in token.child_deps and any(
        child.dep_ == "prt" and child.lower_ not in rest for child in token.children
    )


def is_time(step: Token) -> bool:
    """The "on" of "on Wednesday" is no particle of a verb."""
    return step.pos_ == "ADP" and any(child.dep_ == "pobj" and child.ent_type_ == "DATE" for child in step.children)


def is_own_object(noun: Token, verb: Token) -> bool:
    """ "Linked the release of its men to a truce": the verb's own, though other words stand between."""
    own = noun.dep_ in {"dobj", "attr"} or (noun.dep_ == "prep" and noun.lower_ in {"to", "on"})
    return own and noun.head == verb


def follows(token: Token, rest: tuple[str, ...]) -> bool:
    """The further words stand after the token in order, each within reach of the one before."""
    tokens, here = token.doc.tokens, token.i + 1
    for word in rest:
        for other in tokens[here : here + FAR]:
            said = word in (other.lower_, other.low_lemma) and not is_time(other)
            if said and (other.i < here + REACH or is_own_object(other, token)):
                here = other.i + 1
                break
        else:
            return False
    return True
