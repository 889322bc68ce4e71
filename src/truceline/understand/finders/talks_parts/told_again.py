"""The same meeting told again: by a second word, in the next sentence, by "the talks" of before."""

from truceline.model.actor import Actor
from truceline.model.claim import Fields
from truceline.model.claims import TalksFields
from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import whole_of
from truceline.understand.finders.talks_parts.enough import own_company
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, acting
from truceline.understand.finding import Finding
from truceline.understand.grammar import auxiliaries, subjects
from truceline.understand.tokens import Token

UNDER_WAY: frozenset[TalksStatus] = frozenset({"held", "ongoing"})


def is_told_again(one: Finding, others: list[Finding]) -> bool:
    """ "The mediators left the table, and the talks are over": nothing that the other does not say."""
    return any(says_no_more(one.fields, other.fields) for other in others)


def says_no_more(less: Fields, more: Fields) -> bool:
    if not isinstance(less, TalksFields) or not isinstance(more, TalksFields) or less.status != more.status:
        return False
    same = set(less.participants) <= set(more.participants) and not (less.mediators or less.hosts)
    richer = len(more.participants) > len(less.participants) or (less.place is None and more.place is not None)
    return same and richer and less.place in {None, more.place} and less.date in {None, more.date}


def was_told(meeting: Meeting, found: Finding, earlier: list[Finding], before: list[Finding]) -> bool:
    """``earlier``: what the sentences before told; ``before``: what the last of them told."""
    fields = found.fields
    if not isinstance(fields, TalksFields):
        return False
    known = fields_in(earlier)
    return (
        (bool(known) and is_reminder(meeting, fields))
        or is_known_meeting(meeting, fields, known)
        or is_what_they_said(meeting, fields, fields_in(before))
    )


def fields_in(findings: list[Finding]) -> list[TalksFields]:
    return [one.fields for one in findings if isinstance(one.fields, TalksFields)]


def is_reminder(meeting: Meeting, fields: TalksFields) -> bool:
    """ "Told reporters after the meeting in Rabat": where a meeting was told of before, no second one."""
    head = whole_of(meeting.head)
    if fields.status != "held" or head.pos_ in VERBAL:
        return False
    by_the_way = head.dep_ == "pobj" and head.head.lower_ in word_set(KIND, "past_times")
    anew = own_company(meeting) or any(token.ent_type_ in {"DATE", "ORDINAL"} for token in head.subtree)
    return by_the_way and any(child.lower_ in {"the", "this"} for child in head.children) and not anew


def is_what_they_said(meeting: Meeting, fields: TalksFields, before: list[TalksFields]) -> bool:
    """ "The ministers exchanged views on the truce", next to the sentence that told of their call: the same one."""
    told = [one for one in before if one.status == "held"]
    if not told or fields.status != "held":
        return False
    verb, who = meeting.head, acting(meeting.head) if meeting.head.pos_ in VERBAL else []
    same = bool(who) and all(is_anaphoric(one) for one in who) and lemma_of(verb) in word_set(KIND, "conversing")
    anew = fields.date is not None or any(child.lower_ in word_set(KIND, "anew") for child in verb.children)
    elsewhere = lemma_of(verb) in word_set(KIND, "meeting_verbs") and fields.place is not None
    before_that = bool(auxiliaries(verb) & {"had", "have", "has"})
    how = fields.format != "unknown" and told[-1].format == "unknown"  # "they met in separate rooms"
    return same and not (anew or elsewhere or before_that or how) and len({*told[-1].participants, *told[-1].hosts}) > 1


def is_anaphoric(noun: Token) -> bool:
    """ "They", "the ministers", "the two sides", "both"."""
    if noun.lower_ in {"they", "both", "two", "pair"}:
        return True
    definite = any(child.lower_ in {"the", "both"} for child in noun.children)
    named = any(child.dep_ in {"poss", "compound", "prep", "relcl"} for child in noun.children)
    return definite and not named and (noun.tag_ == "NNS" or noun.lower_ in {"pair", "duo"})


def is_known_meeting(meeting: Meeting, fields: TalksFields, earlier: list[TalksFields]) -> bool:
    """ "The meeting lasted six hours", "the talks had broken down", where that was told before with no less."""
    head = meeting.head
    if head.pos_ in VERBAL or own_company(meeting):
        return False
    known = [one for one in earlier if is_same_status(one.status, fields.status)]
    if is_called_it(meeting):
        return bool(known)
    definite = any(child.lower_ in word_set(KIND, "definite") for child in head.children) and not is_counted(head)
    return definite and whole_of(head) == head and any(adds_nothing(fields, one) for one in known)


def is_called_it(meeting: Meeting) -> bool:
    """ "It was their first meeting since the coup"."""
    verb = meeting.governor
    pointed = any(one.lower_ in {"it", "this", "that"} for one in subjects(verb))
    return verb.lemma_ == "be" and meeting.head.dep_ == "attr" and pointed


def is_counted(head: Token) -> bool:
    beside = {child.lower_ for child in head.children}
    return any(child.ent_type_ == "ORDINAL" for child in head.children) or bool(beside & word_set(KIND, "in_series"))


def is_same_status(one: TalksStatus, other: TalksStatus) -> bool:
    return one == other or {one, other} <= UNDER_WAY


def adds_nothing(fields: TalksFields, known: TalksFields) -> bool:
    """No new party, no new day, no other place than the one told."""
    told = {name_of(actor) for actor in known.named}
    named = {name_of(actor) for actor in fields.named} - word_set(KIND, "pronouns")
    return named <= told and fields.date in {None, known.date} and fields.place in {None, known.place}


def name_of(actor: Actor) -> str:
    return (actor.entity_name or actor.entity_text or "").lower()
