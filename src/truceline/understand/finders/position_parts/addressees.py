"""Of whom something is asked: "urged X to", "called on X", "refused to sit down with X"."""

from truceline.model.claims.positions import Stance
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import doers, done_to
from truceline.understand.finders.position_parts.fitting import complement
from truceline.understand.finders.position_parts.holders import KIND
from truceline.understand.grammar import (
    direct_objects,
    is_passive,
    prepositional_objects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def addressee_of(verb: Token, stance: Stance, marked: MarkedReport) -> Token | None:
    """Of whom it is asked: the object of "urge", behind "on" or "to", or who is to do it."""
    behind = [
        token for token in prepositional_objects(verb, *word_set(KIND, "to_whom")) if marked.date_mark_of(token) is None
    ]
    if lemma_of(verb) in word_set("talks", "travelling"):
        behind = []  # "will not go to Geneva"
    objects = done_to(verb) if stance in {"call", "threat", "offer", "demand"} and not is_passive(verb) else []
    inner = complement(verb, "ccomp", "xcomp")
    doing = [child for child in inner.children if child.dep_ in {"nsubj", "nsubjpass"}] if inner is not None else []
    deeper = [t for word in [*done_to(verb), *([inner] if inner is not None else [])] for t in with_whom(word)]
    candidates = [*objects, *behind, *doing, *(deeper if stance in {"refusal", "threat"} else [])]
    candidates = [token for token in candidates if not is_own(token, verb, marked)]
    marks = [token for token in candidates if marked.actor_mark_of(token) is not None]
    named = [token for token in candidates if token.pos_ == "PROPN" or is_human(token)]
    return next(iter(marks or named), None)


def is_own(token: Token, verb: Token, marked: MarkedReport) -> bool:
    """ "Warned that it will strike", "insisted that its men be freed": who speaks asks nothing of himself."""
    owner = next((child for child in token.children if child.tag_ == "PRP$"), token if token.tag_ == "PRP" else None)
    if owner is None:
        return False
    mark, own = marked.actor_mark_of(token), [marked.actor_mark_of(doer) for doer in doers(verb)]
    names = {one.entity_name for one in own if one is not None}
    return mark is not None and mark.resolution == "coreference" and mark.entity_name in names


def with_whom(word: Token) -> list[Token]:
    """ "Refused to sit down with X", "ruled out talks with X", "to hold X responsible"."""
    step = next((child for child in word.children if child.lower_ in {"down", "back"}), word)
    return [*prepositional_objects(word, "with", "to"), *prepositional_objects(step, "with"), *direct_objects(word)]


def is_human(token: Token) -> bool:
    return lemma_of(token) in word_set(KIND, "holders") | word_set(KIND, "addressees")
