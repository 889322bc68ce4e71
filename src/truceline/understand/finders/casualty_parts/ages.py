"""Whether a number is somebody's age."""

from truceline.understand.finders.casualty_parts.counted import chain_head
from truceline.understand.finders.casualty_parts.harm_words import noun_harms
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import words_after, words_before
from truceline.understand.tokens import Token


def is_age(unit: Token) -> bool:
    """ "two brothers of 9 and 11", "Pablo Pelaez, 45, was shot"."""
    if unit.text.isdigit() and (is_after_name(unit) or is_in_brackets(unit)):
        return True
    head = chain_head(unit)
    step = head.head if head.dep_ == "pobj" and unit.pos_ == "NUM" else None
    if step is None or step.lower_ not in {"of", "aged"} or step.head.i > unit.i or followed_by_of(unit):
        return False
    if step.head.lower_ == "one":  # "one of 14 to die"
        return False
    return is_person(step.head) and step.head.low_lemma not in noun_harms()


def is_after_name(number: Token) -> bool:
    before, after = words_before(number.doc, number.i, 2), words_after(number.doc, number.i + 1, 1)
    if len(before) < 2 or not after or before[1].text != "," or after[0].text not in {",", ".", ")", ";"}:
        return False
    named = before[0].pos_ == "PROPN" or is_person(before[0])
    return named and number.text.isdigit() and len(number.text) <= 2


def is_in_brackets(number: Token) -> bool:
    """ "Rosa Quispe (48) was taken away"; behind a place's name it counts people."""
    before, after = words_before(number.doc, number.i, 2), words_after(number.doc, number.i + 1, 1)
    if len(before) < 2 or not after or before[1].text != "(" or after[0].text != ")" or len(number.text) > 2:
        return False
    return before[0].pos_ == "PROPN" and before[0].ent_type_ not in {"GPE", "LOC", "NORP"}


def followed_by_of(unit: Token) -> bool:
    return [word.lower_ for word in words_after(unit.doc, unit.i + 1, 1)] == ["of"]
