"""Openings with a day, a month or a year, which the English parser runs together with who acts right behind them."""

import spacy.tokens

from truceline.understand.grammar import SUBJECTS
from truceline.understand.languages.en.mend_questions import base_forms, own_subject, weekdays
from truceline.understand.languages.en.mends import Mends
from truceline.understand.markers.date_parts.lexicon import coded

STEPS = frozenset({"on", "in", "by", "since", "until", "from"})
mend_openings = Mends()


@mend_openings.of("compound", "nmod")
def mend_day_before_subject(day: spacy.tokens.Token) -> None:
    """ "On Monday rebels attacked", "since January M23 has seized", "last Friday soldiers shot": no "Monday rebels"."""
    subject = day.head
    if not is_of_calendar(day) or subject.dep_ not in SUBJECTS or day.i == 0 or subject.i < day.i:
        return
    before, verb = day.nbor(-1), subject.head
    if before.lower_ in STEPS and before.head == verb and not list(before.children):
        before.dep_ = "prep"
        day.head, day.dep_ = before, "pobj"
    elif before.lower_ in {"last", "next"} and before.head in {day, subject}:
        before.head, before.dep_ = day, "amod"
        day.head, day.dep_ = verb, "npadvmod"


@mend_openings.of("appos")
def mend_subject_as_name_of_day(name: spacy.tokens.Token) -> None:
    """ "Since March 16 Azerbaijan has accused X": Azerbaijan has, and the day is not called so."""
    day, step = name.head, name.head.head
    verb = step.head
    if name.pos_ != "PROPN" or not is_of_calendar(day) or step.dep_ != "prep" or verb.i < name.i:
        return
    between = name.doc[name.i + 1 : verb.i]
    if own_subject(verb) is None and all(word.head == verb and word.pos_ in {"AUX", "ADV", "PART"} for word in between):
        passive = any(child.dep_ == "auxpass" for child in verb.lefts)
        name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"


@mend_openings.of("compound", classes=("NOUN",))
def mend_verb_behind_day(verb: spacy.tokens.Token) -> None:
    """ "In September 2023 Azerbaijan retook Nagorno-Karabakh": a form that the tagger does not know, and all the rest
    hung on the preposition.
    """
    step, thing, doer = verb.sent.root, verb.head, verb.nbor(-1) if verb.i else verb
    unknown = verb.lower_ in base_forms() and verb.lower_ != base_forms()[verb.lower_] and not verb.lower_.endswith("s")
    if not unknown or step.lower_ not in STEPS or step.i > verb.i or doer.pos_ != "PROPN" or thing.i < verb.i:
        return
    day = step.nbor(1)
    if not is_of_calendar(day) or not day.i < doer.i:
        return
    first = day.i + 1
    while verb.doc[first].like_num or verb.doc[first].text == ",":
        first += 1
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    verb.lemma_ = base_forms()[verb.lower_]
    step.head, step.dep_ = verb, "prep"
    day.head, day.dep_ = step, "pobj"
    for word in verb.doc[first : doer.i]:
        word.head, word.dep_ = doer, "compound"
    doer.head, doer.dep_ = verb, "nsubj"
    thing.head, thing.dep_ = verb, "dobj"


def is_of_calendar(word: spacy.tokens.Token) -> bool:
    """A weekday or a month."""
    return word.text in weekdays() or (word.text.istitle() and word.lower_ in coded("month"))
