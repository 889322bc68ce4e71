"""Requests, offers, signings: what they are for or of, where the English parser hangs it on another word."""

import spacy.tokens

from truceline.knowledge.files import word_set
from truceline.understand.languages.en.mend_questions import weekdays
from truceline.understand.languages.en.mends import Mends

mend_requests = Mends()


@mend_requests.of("prep")
def mend_what_is_asked_for(step: spacy.tokens.Token) -> None:
    """ "Snubbed Kenya's plea for a truce", "accepted a proposal by Kenya for one": the plea is for it."""
    verb = step.head
    if step.lower_ != "for" or verb.pos_ != "VERB" or step.i < verb.i:
        return
    asked = next((child for child in verb.rights if child.dep_ in {"dobj", "nsubjpass"} and child.i < step.i), None)
    if asked is None or asked.lemma_ not in word_set("grammar", "nouns_of_asking"):
        return
    between = [child for child in verb.rights if asked.i < child.i < step.i]
    if asked.right_edge.i == step.i - 1 or (len(between) == 1 and is_by_somebody(between[0], step)):
        for child in between:
            child.head = asked
        step.head = asked


def is_by_somebody(by: spacy.tokens.Token, step: spacy.tokens.Token) -> bool:
    return by.lower_ in {"by", "from"} and by.right_edge.i == step.i - 1


@mend_requests.of("prep")
def mend_what_is_appealed_for(step: spacy.tokens.Token) -> None:
    """ "Appealed to the army and the rebels for a truce": the appeal is for it, and not the rebels."""
    asked = step.head
    if step.lower_ != "for" or asked.dep_ not in {"pobj", "conj"} or step.i < asked.i:
        return
    first = asked.head if asked.dep_ == "conj" else asked
    verb = first.head.head
    if first.dep_ == "pobj" and first.head.lower_ == "to" and verb.lemma_ == "appeal" and verb.pos_ == "VERB":
        step.head = verb


@mend_requests.of("prep")
def mend_of_behind_day(step: spacy.tokens.Token) -> None:
    """ "The signing on Monday of a truce", "the capture in May of the town": the day is of nothing."""
    day = step.head
    if step.lower_ != "of" or day.dep_ != "pobj" or day.head.lower_ not in {"on", "in"} or not is_named_day(day):
        return
    deed = day.head.head
    things = [child for child in step.rights if child.dep_ == "pobj"]
    other = any(child.ent_type_ in {"DATE", "TIME"} or child.like_num or is_torn(child) for child in things)
    if deed.pos_ == "NOUN" and deed.i < day.i and things and not other:
        step.head = deed


def is_torn(name: spacy.tokens.Token) -> bool:
    """ "Of Mayor Diana Perez": the parse parts the title from the name."""
    return name.pos_ == "PROPN" and name.i + 1 < len(name.doc) and name.nbor(1).pos_ == "PROPN"


def is_named_day(day: spacy.tokens.Token) -> bool:
    """ "Monday", "Monday night", "May", "12 May"."""
    named = (day, *day.lefts)
    month = any(word.pos_ == "PROPN" and word.ent_type_ == "DATE" for word in named)
    return day.ent_type_ in {"DATE", "TIME"} and (month or any(word.text in weekdays() for word in named))


@mend_requests.of("dobj", "pobj", "nsubj", "attr")
def mend_calling_as_noun(calling: spacy.tokens.Token) -> None:
    """ "Tabled a draft calling for a truce": the draft calls, and no calling is tabled."""
    if calling.lower_ != "calling" or calling.tag_ != "NN" or calling.i + 1 >= len(calling.doc):
        return
    paper = calling.nbor(-1)
    if paper.head != calling or paper.dep_ != "compound" or calling.nbor(1).lower_ not in {"for", "on"}:
        return
    paper.head, paper.dep_ = calling.head, calling.dep_
    for child in [child for child in calling.lefts if child != paper]:
        child.head = paper
    calling.head, calling.dep_, calling.pos_, calling.tag_, calling.lemma_ = paper, "acl", "VERB", "VBG", "call"


@mend_requests.of("xcomp")
def mend_truce_as_aim(truce: spacy.tokens.Token) -> None:
    """ "Colombo ends truce": what it ends, and no deed of its own."""
    if truce.pos_ == "NOUN" and truce.lower_ in word_set("ceasefires", "truces") and truce.head.tag_ == "VBZ":
        truce.dep_ = "dobj"


@mend_requests.of("dobj")
def mend_halt_as_verb(halt: spacy.tokens.Token) -> None:
    """ "M23 announces halt to attacks": no finite verb is an object."""
    if halt.lower_ == "halt" and halt.pos_ == "VERB" and any(child.dep_ == "prep" for child in halt.rights):
        halt.pos_, halt.tag_ = "NOUN", "NN"


@mend_requests.of("xcomp", "advcl", "relcl", "ccomp", "acl")
def mend_truce_as_verb(truce: spacy.tokens.Token) -> None:
    """ "Israel, Hamas agree to ceasefire": nobody ceasefires."""
    step = truce.nbor(-1) if truce.i else truce
    if truce.pos_ != "VERB" or truce.lower_ not in word_set("ceasefires", "truces") or step.tag_ != "TO":
        return
    for child in [child for child in truce.children if child != step]:
        child.head = truce.head
    step.head, step.dep_, step.pos_, step.tag_ = truce.head, "prep", "ADP", "IN"
    truce.head, truce.dep_, truce.pos_, truce.tag_ = step, "pobj", "NOUN", "NN"
