"""Which way the tense of a clause points: "will meet", "is to meet", "were due to meet", "had met"."""

from truceline.understand.grammar import auxiliaries, is_negated
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.present import is_ahead_in_present, is_of_subject, word_before
from truceline.understand.markers.date_parts.setting import Direction
from truceline.understand.tokens import Span, Token


def governing_verb(token: Token) -> Token | None:
    """The verb that the date hangs on, however far up."""
    here = token
    while here.pos_ not in {"VERB", "AUX"}:
        if here.head == here:
            return None
        here = here.head
    return here


def direction_of_verb(verb: Token, date: Span) -> Direction | None:
    helpers = auxiliaries(verb)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in {"after", "since"}:
        return "past"  # "is missing after taking off on Saturday"
    if helpers & {"had", "did"}:
        return "past"
    if helpers & listed("modals"):
        return "future" if word_before(date) in listed("deadline") else direction_of_modal(verb, helpers)
    if {"to", "have"} <= helpers:
        return "past"  # "were to have left on Tuesday"
    if "to" in helpers:
        return direction_of_infinitive(verb, date)
    if helpers & {"have", "has", "'ve", "’ve", "was", "were"} and verb.lemma_ not in listed("forward"):
        return "past"
    return direction_of_form(verb, helpers, date)


def direction_of_modal(verb: Token, helpers: frozenset[str]) -> Direction:
    """Ahead, but for "would have met" and "could not be reached on Wednesday"."""
    failed = "could" in helpers and (is_negated(verb) or "be" in helpers)
    return "past" if failed or helpers & {"have", "’ve", "'ve"} else "future"


def direction_of_infinitive(verb: Token, date: Span) -> Direction | None:
    """As in "is to meet", "agreed to meet", "a plan to meet": ahead. "flew in to meet" goes with the flight."""
    head = verb.head
    if head.lemma_ in listed("appointed") and "had" in auxiliaries(head):
        return "nearest"  # "had been due to leave on Friday": what came of it is not told
    if head == verb or head.lemma_ in listed("forward") or head.lemma_ == "be" or head.pos_ in {"NOUN", "ADJ"}:
        return "future"
    return direction_of_verb(head, date) if head.pos_ in {"VERB", "AUX"} else "future"


def direction_of_form(verb: Token, helpers: frozenset[str], date: Span) -> Direction | None:
    if verb.lemma_ in listed("forward") and hangs_as_goal(date, verb):
        return "future"
    if verb.lemma_ in listed("planning") and verb.tag_ == "VBD" and date.start > verb.i + 1:
        return "future"  # "planned a march on Saturday", but not "planned Saturday's march"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helpers & {"is", "are"}):
        return "past"
    if verb.tag_ == "VBN":
        return "future" if is_ahead_in_present(verb, date) else "past"
    return direction_of_present(verb, date) if verb.tag_ != "VBG" else direction_of_ing(verb, helpers, date)


def direction_of_present(verb: Token, date: Span) -> Direction | None:
    """Ahead for timetables and wishes; a headline's present says nothing."""
    if is_of_subject(date, verb):
        return None
    asked = verb.tag_ == "VB" and verb.head.lemma_ in listed("forward")  # "urged that they meet on Friday"
    ahead = asked or is_on_timetable(verb) or verb.lemma_ in listed("appointed")
    return "future" if ahead or is_ahead_in_present(verb, date) else None


def is_on_timetable(verb: Token) -> bool:
    """As in "the truce expires", "it takes effect"."""
    return not listed("timetable").isdisjoint({verb.lemma_, *(f"{verb.lemma_} {word.lower_}" for word in verb.rights)})


def direction_of_ing(verb: Token, helpers: frozenset[str], date: Span) -> Direction | None:
    """As in "are meeting on Friday"; without a helper the verb above tells ("after meeting on Friday, he left")."""
    if helpers & {"is", "are", "'s", "'re", "’s", "’re", "am"}:
        return "future"
    upper = governing_verb(verb.head) if verb.head != verb else None
    if upper is None:
        return None
    if is_on_timetable(verb) and upper.lemma_ in listed("forward"):
        return "future"  # "called for a pause starting on Sunday"
    return direction_of_verb(upper, date)


def hangs_as_goal(date: Span, verb: Token) -> bool:
    """As in "scheduled for Friday", "agreed a truce until Friday", "due Friday", but not "agreed on Friday"."""
    before = word_before(date)
    if before in {"for", "from", "to"}:
        return verb.lemma_ in listed("appointed") or verb.lemma_ in listed("moved_to_a_day")
    return before in {"until", "till", "by", "before"} or (
        verb.lemma_ in listed("appointed")
        and date.start > verb.i
        and verb.tag_ == "VBN"
        and (verb.lemma_ != "set" or before != "on")  # "a record set on Monday"
    )
