"""Who is harmed without a figure: one more, both, "a significant number of insurgents"."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.understand.finders.casualty_parts.counted import Counted, harm_at
from truceline.understand.finders.casualty_parts.names import names_at
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.finders.casualty_parts.singles import figure, is_one_more, one_of_whom, single_marks
from truceline.understand.finders.casualty_parts.told import is_told
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence


def singles_in(sentence: MarkedSentence, counted: list[Counted], marked: MarkedReport) -> Iterator[Counted]:
    """ "another is missing", "killing both", "her husband was hurt": one or two more without a figure."""
    taken = {found.unit.i for found in counted} | {found.noun.i for found in counted if found.noun is not None}
    for mark, token in single_marks(sentence):
        other = is_one_more(token)
        if token.i in taken or names_at(token, marked):
            continue
        people = None if other else one_of_whom(token) or token
        told = harm_at(token, people, token)
        if told is None or told[2] in {"harm-noun", "toll-noun", "by-order", "order-object-harmed"}:
            continue
        if other and token.idx <= sentence.numbers[0].start:
            continue
        before = counted[-1] if counted and other else None
        found = Counted(mark, token, people, *told[:2], "another" if other else "single-person")
        found = replace(found, before=before)
        if other or is_told(found, marked):
            yield found


def unnumbered_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    """ "a significant number of insurgents had been killed": a claim without a figure."""
    for token in sentence.span:
        if token.lower_ != "number":
            continue
        people = next((one for step in token.children if step.lower_ == "of" for one in step.children), None)
        unsaid = any(child.lower_ in {"a", "an"} for child in token.children)
        if people is None or not unsaid or not is_person(people):
            continue
        told = harm_at(token, people, token)
        if told is None or told[2] not in {"passive-harm", "object-harmed", "subject-suffers"}:
            continue
        mark = figure(sentence, token, None)
        found = Counted(mark, token, people, *told[:2], "number-not-said")
        if is_told(found, marked):
            yield found
