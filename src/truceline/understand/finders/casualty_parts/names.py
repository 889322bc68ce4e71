"""The names of persons: which word is one, and which stand beside an office."""

from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.finders.casualty_parts.people import is_person, persons
from truceline.understand.grammar import with_conjuncts
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token


def names_at(token: Token, marked: MarkedReport) -> list[Token]:
    """The name itself, or the names beside an office: "the commander, General Jawas", "the priests X, Y and Z"."""
    if is_named_person(token, marked):
        return [token]
    beside = [child for child in token.children if child.dep_ in {"appos", "conj"}] if is_person(token) else []
    every = dict.fromkeys(part for child in beside for part in with_conjuncts(child))
    return [one for one in every if is_named_person(one, marked)]


def is_named_person(token: Token, marked: MarkedReport) -> bool:
    """A known person, or a full name that is neither a place nor a body of people."""
    mark = marked.actor_mark_of(token)
    if token.pos_ != "PROPN" or token.low_lemma in word_set("institutions"):
        return False
    if mark is not None and mark.kind == "person":
        if token.dep_ == "nmod" and mark.start <= token.head.idx < mark.end:
            return False  # "a DSP, Nawaz Gishkori": the rank before the name
        return mark.resolution in {"named", "coreference"}
    full = any(child.pos_ == "PROPN" and child.dep_ == "compound" for child in token.lefts)
    full = full or token.ent_type_ == "PERSON"
    other = mark is not None and mark.kind != "unspecified"
    return full and token.tag_ == "NNP" and not other and marked.place_mark_of(token) is None


def is_soldierly(token: Token) -> bool:
    """A rank before the name or beside it: "Colonel Adan Yusuf"."""
    beside = [*token.children, *(child for one in token.children if one.dep_ == "appos" for child in one.children)]
    near = [*beside, token.head] if token.dep_ == "appos" else beside
    return any({one.low_lemma, one.lower_} & persons("military") for one in near)
