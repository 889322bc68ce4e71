"""Whether a meeting is under way."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.grammar import auxiliaries, prepositional_objects
from truceline.understand.tokens import Token


def is_so_far_in(verb: Token) -> bool:
    """ "Are now in their fourth month", "are into a third day"."""
    spans = prepositional_objects(verb, "in", "into")
    return any(
        lemma_of(span) in word_set(KIND, "lengths")
        and any(child.ent_type_ == "ORDINAL" or child.tag_ == "JJ" for child in span.children)
        for span in spans
    )


def has_begun(meeting: Meeting) -> bool:
    """ "The talks, which opened on Tuesday, are expected to run until Sunday"."""
    clauses = (child for child in meeting.head.children if child.dep_ == "relcl")
    return any(lemma_of(clause) in word_set(KIND, "beginning") and clause.tag_ == "VBD" for clause in clauses)


def is_now_in(meeting: Meeting) -> bool:
    """ "The rebels, currently in talks with Khartoum, said"."""
    step = meeting.head.head
    inside = meeting.head.dep_ == "pobj" and step.lower_ == "in" and step.head.pos_ in {"NOUN", "PROPN"}
    return inside and any(child.lower_ in word_set(KIND, "right_now") for child in step.children)


def is_said_to_be_in(meeting: Meeting) -> bool:
    """ "Confirmed that it was in talks with them": when he said so."""
    verb, step = meeting.governor, meeting.head.head
    inside = meeting.head.dep_ == "pobj" and step.lower_ == "in" and step.head == verb
    return inside and verb.lemma_ == "be" and verb.tag_ == "VBD" and verb.dep_ == "ccomp" and not auxiliaries(verb)


def is_going_on(meeting: Meeting) -> bool:
    verb = meeting.governor
    aux = auxiliaries(verb)
    if lemma_of(verb) in {"lock", "closet", "engage"} and aux & {"are", "is"}:
        return True  # "are still locked in argument"
    if verb.tag_ == "VBG" and aux & {"are", "is", "been", "'s", "'re"}:
        holds = meeting.head == verb or any(says(verb, KIND, name) for name in ("held", "ongoing"))
        return holds and not aux & {"was", "were", "had"}
    if is_now_in(meeting) or is_said_to_be_in(meeting):
        return True
    if verb.lemma_ in {"be", "remain"} and verb.tag_ in {"VBZ", "VBP"}:
        if is_so_far_in(verb):
            return True
        in_it = meeting.head.dep_ == "pobj" and meeting.head.head.lower_ == "in" and meeting.head.head.head == verb
        still = any(child.lower_ in {"ongoing", "underway", "continuing"} for child in verb.children)
        return in_it or still
    since = any(child.lower_ == "since" for child in verb.children)
    lasting = verb.tag_ == "VBG" or lemma_of(verb) == "be" or lemma_of(verb) in word_set(KIND, "shuttling")
    return since and lasting and bool(aux & {"have", "has", "'ve"} or verb.tag_ in {"VBP", "VBZ"})
