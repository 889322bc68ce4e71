"""Whether a meeting is told as one that is still to come."""

import datetime

from truceline.model.when import Date
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.when import is_called_for_day, weekdays
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, is_headline_aim
from truceline.understand.finders.talks_parts.telling_words import is_occasion
from truceline.understand.grammar import auxiliaries, grammar_words, is_negated, subjects
from truceline.understand.tokens import Token

JUST_COME = 2  # days
SHOULD = frozenset({"should", "must", "ought"})


def is_ahead(
    meeting: Meeting, chain: list[Token], words: list[Token], date: Date | None, published: datetime.date | None
) -> bool:
    if any(auxiliaries(verb) & grammar_words("will") for verb in chain) or is_ahead_of(meeting.head):
        return True
    if (
        is_called_for_day(meeting.governor)
        or is_for_what_is_to_come(meeting)
        or is_later_today(meeting)
        or is_on_journey(meeting, date, published)
    ):
        return True
    if is_to_be_done(meeting.governor) or was_to_be(meeting.governor) or is_called_for_day(meeting.governor):
        return True
    if is_told_as_past(meeting.governor) and not is_future_in_past(meeting):
        is_own = meeting.head == meeting.governor or is_occasion(meeting)
        return not is_own and says(meeting.governor, KIND, "planned")
    if any(says(word, KIND, "planned") and is_plan(word) for word in words) or is_to_come(date, published):
        return True
    if is_headline_infinitive(meeting.governor) or is_on_way(meeting):
        return True
    if any(verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB" for verb in words):
        return True
    return meeting.head in subjects(meeting.governor) and is_future_in_past(meeting)


def is_infinitive(verb: Token) -> bool:
    """ "Is to meet", "is to be held"."""
    return verb.tag_ == "VB" or {"to", "be"} <= auxiliaries(verb)


def is_later_today(meeting: Meeting) -> bool:
    """ "The general sees the premier this afternoon": what the present tense tells of a day named is to come."""
    verb = meeting.governor
    meets = meeting.head == verb or says(verb, KIND, "coming_about")
    if verb.tag_ not in {"VBZ", "VBP"} or not meets or verb.sent.text.rstrip()[-1:] not in {".", "”", '"'}:
        return False
    beside = {child.lower_ for one in verb.children for child in (one, *one.children)}
    if beside & weekdays() and not beside & {"every", "since", "last"}:
        return True  # "the talks reopen on Tuesday"
    today = "this" in beside and beside & {"afternoon", "evening"}
    return bool(today or beside & {"tonight", "tomorrow", "later"})


def is_on_journey(meeting: Meeting, date: Date | None, published: datetime.date | None) -> bool:
    return is_departure(meeting) or (is_arrival(meeting) and not is_long_past(date, published))


def is_departure(meeting: Meeting) -> bool:
    """ "Left on Tuesday for talks in Cairo": who leaves has not met yet."""
    step = meeting.head.head
    return step.lower_ == "for" and lemma_of(step.head) in word_set(KIND, "departing")


def is_arrival(meeting: Meeting) -> bool:
    """ "Landed in Doha for talks", "arrived to meet the president": who has just come has not met yet."""
    verb, step = meeting.governor, meeting.head.head
    if step.lower_ == "for" and says(step.head, KIND, "arriving"):
        return not is_negated(step.head)
    aim = verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"} and "to" in auxiliaries(verb)
    return aim and says(verb.head, KIND, "arriving") and not is_negated(verb.head)


def is_long_past(date: Date | None, published: datetime.date | None) -> bool:
    """Who came days before has met by now."""
    if date is None or date.latest is None or published is None:
        return False
    return (published - date.latest).days > JUST_COME


def is_to_be_done(verb: Token) -> bool:
    """ "The only issue to be discussed at the Rabat meeting": it is yet to come."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"} and {"to", "be"} <= auxiliaries(verb)


def was_to_be(verb: Token) -> bool:
    """ "Machar was to meet Kiir on Friday": due, whether or not it came to that."""
    step = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    due = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.head.dep_ != "relcl"
    return due and step is not None and step.i == verb.head.i + 1


def is_on_way(meeting: Meeting) -> bool:
    """ "Is on his way to Damascus to see"."""
    here = meeting.governor
    way = next((up for up in here.ancestors if up.lemma_ == "way" and up.head.lower_ == "on"), None)
    verb = way.head.head if way is not None else here.head
    ways = [t for child in verb.children if child.lower_ == "on" for t in child.children if t.lemma_ == "way"]
    return here.tag_ == "VB" and (way is not None or bool(ways)) and verb.tag_ in {"VBZ", "VBP"}


def is_headline_infinitive(verb: Token) -> bool:
    """ "Armenia, Azerbaijan to hold talks", "the envoys to meet on Friday"."""
    if is_headline_aim(verb):
        return True
    before = verb.doc[verb.i - 1] if verb.i else verb
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    is_root = verb.dep_ in {"ROOT", "acl", "relcl", "ccomp"} and (own_subject or verb.dep_ == "acl")
    return verb.tag_ == "VB" and before.lower_ == "to" and is_root and verb.sent.text.rstrip()[-1:] not in {".", "?"}


def is_future_in_past(meeting: Meeting) -> bool:
    """ "Talks were to begin on Monday"."""
    verb = meeting.governor
    return verb.lemma_ == "be" and any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)


def is_ahead_of(head: Token) -> bool:
    """ "Ahead of talks", "on the eve of the summit"."""
    before = [token.lower_ for token in head.doc[max(0, head.i - 5) : head.i]]
    return head.dep_ == "pobj" and ("ahead" in before or "eve" in before)


def is_to_come(date: Date | None, published: datetime.date | None) -> bool:
    known = date is not None and date.earliest is not None and published is not None
    return known and date.earliest > published  # type: ignore[union-attr, operator]


def is_told_as_past(verb: Token) -> bool:
    """ "Met", "has met", "were held": done, whatever date stands near."""
    if verb.pos_ not in VERBAL:
        return False
    aux = auxiliaries(verb)
    done = bool(aux & {"has", "have", "had", "'ve"}) or (verb.lemma_ == "hold" and bool(aux & {"was", "were"}))
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and done and "to" not in aux)


def is_for_what_is_to_come(meeting: Meeting) -> bool:
    """ "Flew in for talks that are due to get under way on Thursday"."""
    noun = meeting.head
    clauses = [word for word in noun.subtree if word.dep_ in {"relcl", "acl"} and word.i > noun.i]
    words = [*clauses, *(child for clause in clauses for child in clause.children if child.dep_ == "acomp")]
    aimed = noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to", "on"}
    will = any(auxiliaries(clause) & grammar_words("will") for clause in clauses)
    return aimed and (will or any(says(word, KIND, "planned") and is_plan(word) for word in words))


def is_aim_behind(clause: Token) -> bool:
    """ "Agreed in Oslo on 23 November to revive the talks": the parse takes what they agreed on for an aside."""
    return clause.dep_ == "advcl" and clause.tag_ == "VB" and "to" in auxiliaries(clause)


def is_plan(word: Token) -> bool:
    if word.lemma_ in word_set(KIND, "planned_with_aim"):
        wanted = any(child.dep_ == "xcomp" or child.lower_ == "for" or is_aim_behind(child) for child in word.rights)
        to_it = word.lemma_ == "agree" and any(child.lower_ == "to" and child.dep_ == "prep" for child in word.children)
        return wanted or to_it or word.lemma_ == "head"
    return True
