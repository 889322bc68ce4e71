"""Who is harmed without a figure: one more, both, "a significant number of insurgents"."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.knowledge.files import all_words
from truceline.understand.finders.casualty_parts.counted import Counted, harm_at
from truceline.understand.finders.casualty_parts.denied import is_not_one, not_one_lost
from truceline.understand.finders.casualty_parts.harm_words import harm_done, noun_harms, state_harms, word_set
from truceline.understand.finders.casualty_parts.named_victims import (
    DEEDS,
    deed_of,
    is_not_done,
    is_real,
    named_behind,
    suffering,
)
from truceline.understand.finders.casualty_parts.names import names_at
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.finders.casualty_parts.singles import (
    figure,
    is_one_more,
    is_one_of_them,
    is_uncounted_person,
    one_of_whom,
    single_marks,
)
from truceline.understand.finders.casualty_parts.told import is_told
from truceline.understand.grammar import words_after
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token


def singles_in(sentence: MarkedSentence, counted: list[Counted], marked: MarkedReport) -> Iterator[Counted]:
    """ "another is missing", "killing both", "her husband was hurt": one or two more without a figure."""
    taken = {found.unit.i for found in counted} | {found.noun.i for found in counted if found.noun is not None}
    for mark, token in single_marks(sentence):
        other = is_one_more(token)
        if token.i in taken or is_not_one(token) or not_one_lost(token):
            continue
        if (names_at(token, marked) or is_named_behind(token)) and not is_one_of_them(token):
            continue  # told by his name; not "one of them, a rifleman, died"
        people = None if other else one_of_whom(token) or token
        told = harm_at(token, people, token)
        if told is None or told[2] in {"harm-noun", "toll-noun", "by-order", "order-object-harmed"}:
            continue
        if other and sentence.numbers and token.idx <= sentence.numbers[0].start and not is_one_of_them(token):
            continue
        before = next((one for one in reversed(counted) if one.unit.i < token.i), None) if other else None
        found = Counted(mark, token, people, *told[:2], "another" if other else "single-person")
        found = replace(found, before=before)
        if other or is_told(found, marked):
            yield found


def is_named_behind(person: Token) -> bool:
    """ "Its vice-president, X, was killed": told by his name."""
    return any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in person.rights)


def unnumbered_in(sentence: MarkedSentence, marked: MarkedReport, counted: list[Counted]) -> Iterator[Counted]:
    """ "a significant number of insurgents had been killed", "the murder of the priests": a claim without a figure,
    but for those counted already.
    """
    taken = {found.unit.i for found in counted}
    tolls = {found.teller.i for found in counted if found.rule == "toll-noun"}  # "the number of its troops killed: 370"
    for found in all_unnumbered(sentence, marked):
        if found.unit.i not in taken and found.teller.i not in tolls:
            yield found


def all_unnumbered(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    for token in sentence.span:
        if token.pos_ == "NOUN":
            yield from those_of_deed(token, sentence, marked)
        elif token.pos_ == "VERB":
            yield from those_of_verb(token, sentence, marked)
        if token.lower_ != "number":
            continue
        people = next((one for step in token.children if step.lower_ == "of" for one in step.children), None)
        unsaid = any(child.lower_ in {"a", "an"} for child in token.children)
        if people is None or not unsaid:
            continue
        harm = state_harms().get(people.lower_) or noun_harms().get(people.low_lemma)
        if harm is not None and any(child.lower_ in word_set("not_known") for child in token.lefts):
            yield Counted(figure(sentence, token, None), token, people, harm, people, "number-not-said")
            continue
        if not is_person(people):
            continue
        told = harm_at(token, people, token)
        if told is None or told[2] not in {"passive-harm", "object-harmed", "subject-suffers"}:
            continue
        mark = figure(sentence, token, None)
        found = Counted(mark, token, people, *told[:2], "number-not-said")
        if is_told(found, marked):
            yield found


def those_of_deed(noun: Token, sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    harm = deed_of(noun)
    if harm is None or is_not_done(noun) or not is_real(noun, marked):
        return
    for people in named_behind(noun):
        if names_at(people, marked):
            continue
        if is_those(people):
            yield Counted(figure(sentence, people, None), people, people, harm, noun, "number-not-said")
        elif (is_uncounted_person(people) and people.lefts) or is_another(people):
            yield Counted(figure(sentence, people, 1), people, people, harm, noun, "single-person")


def those_of_verb(verb: Token, sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    """ "The priests and their cook were murdered", "abducted the workers"."""
    harm = harm_done(verb) if verb.pos_ == "VERB" and verb.low_lemma in word_set("sure_by_order") else None
    if harm is None or harm not in DEEDS:
        return
    for people in suffering(verb, dying=False):
        if is_those(people) and not names_at(people, marked):
            found = Counted(figure(sentence, people, None), people, people, harm, verb, "number-not-said")
            if is_told(found, marked):
                yield found


def is_another(person: Token) -> bool:
    """ "the murders of the governor and another judge"."""
    another = any(child.lower_ == "another" for child in person.children)
    return another and person.tag_ == "NN" and is_person(person)


def is_those(people: Token) -> bool:
    """Known persons without a figure or name: "the priests", "their aides"; "civilians" may be anybody's."""
    known = any(child.lower_ in {"the", "these", "those"} or child.dep_ == "poss" for child in people.children)
    numbered = any(child.dep_ == "nummod" or child.pos_ == "NUM" for child in people.children)
    if people.low_lemma in noun_harms():
        return False  # "captured the bodies"
    persons = is_person(people) or people.base in all_words("persons")
    plural = people.tag_ in {"NNS", "NNPS"} and all(
        word.pos_ != "PROPN" for word in words_after(people.doc, people.i + 1, 1)
    )
    return known and not numbered and persons and plural
