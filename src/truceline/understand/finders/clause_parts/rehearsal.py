"""Exercises: what is only simulated there is no attack, and takes no ground."""

from functools import lru_cache

from truceline.understand.finders.clause_parts.phrases import word_set
from truceline.understand.grammar import prepositional_objects
from truceline.understand.tokens import Token

KIND = "events"


@lru_cache(maxsize=1)
def telling_words() -> frozenset[str]:
    """Without one of these nothing is rehearsed in a sentence."""
    return (
        word_set(KIND, "simulating")
        | word_set(KIND, "simulated")
        | {phrase.split()[-1] for phrase in word_set(KIND, "exercises")}
    )


def is_rehearsed(deed: Token) -> bool:
    """ "A mock assault", "seized an airfield during drills", "simulated an attack"."""
    if telling_words().isdisjoint(deed.sent.forms):
        return False
    return any(is_simulated(up) for up in (deed, *deed.ancestors) if up.sent == deed.sent and is_near(up, deed))


def is_near(up: Token, deed: Token) -> bool:
    """The deed, or what it hangs on as a part: not the clause that only reports it."""
    return up == deed or deed.dep_ in {"conj", "relcl", "acl", "dobj", "pobj", "advcl", "xcomp", "pcomp"}


def is_simulated(word: Token) -> bool:
    exercises, mock = word_set(KIND, "exercises"), word_set(KIND, "simulated")
    if any(child.lower_ in mock for child in word.children if child.dep_ in {"amod", "compound"}):
        return True
    if any(lemma_of_noun(obj) in exercises for obj in prepositional_objects(word, *word_set(KIND, "during_exercises"))):
        return True
    objects = [child for child in word.children if child.dep_ == "dobj"]
    if any(child.lower_ in mock for obj in objects for child in obj.children):
        return True
    return word.low_lemma in word_set(KIND, "simulating") or lemma_of_noun(word) in exercises


def lemma_of_noun(noun: Token) -> str:
    """ "War games" by its two words."""
    before = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
    return f"{before} {noun.low_lemma}" if before == "war" else noun.low_lemma
