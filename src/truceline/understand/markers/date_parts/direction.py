"""Which way a date points, from the tense of its clause and from cue words: "will meet on Friday", "said on Monday"."""

from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Span, Token

from truceline.understand.grammar import words_after, words_before
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.setting import Direction

STEP_OVER = frozenset({"on", "late", "early", "in", "a", "the", "statement", "earlier", "that"})
REACH_OF_DEADLINE = 8
REACH = 5  # tokens to the left in which a cue governs a date


@lru_cache(maxsize=1)
def ahead_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.replace("-", " - ").split()) for phrase in listed("ahead"))


def direction_of(date: Span) -> Direction | None:
    """Past, future, or None where the words do not show it (a headline without a verb)."""
    if is_ahead_of(date) or is_upcoming(date) or is_purpose(date) or is_deadline(date):
        return "future"
    if follows_reporting(date):
        return "past"
    verb = governing_verb(date.root)
    direction = direction_of_headline(date) if verb is None else direction_of_verb(verb, date)
    return None if direction == "future" and names_past_thing(date) else direction


def direction_of_headline(date: Span) -> Direction | None:
    """ "Truce talks resume in Cairo Sunday", where the tagger took the verb for a noun."""
    return "future" if any(token.lemma_.lower() in listed("headline_timetable") for token in date.sent) else None


def names_past_thing(date: Span) -> bool:
    """ "will appeal Wednesday's ruling": of things named by a day only meetings, votes and the like can lie ahead."""
    after = words_after(date.doc, date.end, 1)
    return bool(after) and after[0].lower_ in {"'s", "’s"} and not names_meeting(date)


def is_ahead_of(date: Span) -> bool:
    """ "ahead of meetings with the envoy on Friday": the phrase stands before in the clause, with no verb between."""
    for token in reversed(words_before(date.doc, date.start, 14)):
        if (token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG") or token.text in {",", ";", "."}:
            return False
        for phrase in ahead_phrases():
            if phrase[0] == token.lower_ and matches_at(token, phrase):
                return True
    return False


def matches_at(token: Token, phrase: tuple[str, ...]) -> bool:
    return tuple(part.lower_ for part in words_after(token.doc, token.i, len(phrase))) == phrase


def word_before(date: Span) -> str:
    return next((token.lower_ for token in words_before(date.doc, date.start, 1)), "")


def is_upcoming(date: Span) -> bool:
    """ "Friday's deadline", "the coming Friday", "Sunday's planned vote"."""
    after = [token.lower_ for token in words_after(date.doc, date.end, 3)]
    if after[:1] in (["'s"], ["’s"]):
        after = after[1:]
    before = word_before(date)
    upcoming = listed("upcoming") - {"next"}
    return before in upcoming or any(word in upcoming | listed("ahead_nouns") for word in after[:1])


def is_purpose(date: Span) -> bool:
    """ "arrived for talks on Thursday", "gathered for Thursday's summit", "before a planned vote on Sunday"."""
    before = [token for token in words_before(date.doc, date.start, 6) if token.lower_ != "on"]
    if names_meeting(date):
        return bool(before) and before[-1].lower_ == "for"
    if not before or before[-1].pos_ not in {"NOUN", "PROPN"}:
        return False
    modifiers = list(takewhile(lambda token: token.pos_ in {"ADJ", "DET", "NOUN", "VERB"}, reversed(before[:-1])))
    leading = before[-2 - len(modifiers)].lower_ if len(before) >= 2 + len(modifiers) else ""
    planned = any(token.lower_ in listed("upcoming") for token in modifiers)
    return planned or (leading == "for" and before[-1].lemma_.lower() in listed("upcoming_nouns"))


def names_meeting(date: Span) -> bool:
    after = words_after(date.doc, date.end, 4)
    return (
        bool(after)
        and after[0].lower_ in {"'s", "’s"}
        and any(token.lemma_.lower() in listed("upcoming_nouns") for token in after)
    )


def is_deadline(date: Span) -> bool:
    """ "rejected a call to halt fire by Monday", but not "failed to withdraw by Monday"."""
    if word_before(date) not in listed("deadline") - {"before"}:
        return False
    before = words_before(date.doc, date.start, REACH_OF_DEADLINE)
    pairs = zip(before, before[1:], strict=False)
    asked = any(first.tag_ == "TO" and second.tag_ == "VB" for first, second in pairs)
    return asked and not any(token.lemma_ == "fail" for token in before)


def follows_reporting(date: Span) -> bool:
    """ "said late on Friday that ..." in the past tense, whatever the parser hangs the day on."""
    for token in reversed(words_before(date.doc, date.start, REACH)):
        if token.lower_ not in STEP_OVER:
            return token.tag_ == "VBD" and token.lemma_ in listed("reporting")
    return False


def governing_verb(token: Token) -> Token | None:
    """The verb that the date hangs on, however far up."""
    here = token
    while here.pos_ not in {"VERB", "AUX"}:
        if here.head == here:
            return None
        here = here.head
    return here


def direction_of_verb(verb: Token, date: Span) -> Direction | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & {"had", "did"}:
        return "past"
    if "could" in helpers and any(child.dep_ in {"neg", "auxpass"} for child in verb.children):
        return "past"  # "could not be reached on Wednesday"
    if helpers & listed("modals"):
        return "past" if helpers & {"have", "’ve", "'ve"} else "future"
    if "to" in helpers:
        return direction_of_infinitive(verb, date)
    if helpers & {"have", "has", "'ve", "’ve", "was", "were"} and verb.lemma_ not in listed("forward"):
        return "past"
    return direction_of_form(verb, helpers, date)


def direction_of_infinitive(verb: Token, date: Span) -> Direction | None:
    """ "is to meet", "agreed to meet", "a plan to meet": ahead. "flew in to meet" goes with the flight."""
    head = verb.head
    if head == verb or head.lemma_ in listed("forward") or head.lemma_ == "be" or head.pos_ in {"NOUN", "ADJ"}:
        return "future"
    return direction_of_verb(head, date) if head.pos_ in {"VERB", "AUX"} else "future"


def direction_of_form(verb: Token, helpers: set[str], date: Span) -> Direction | None:
    if verb.lemma_ in listed("forward") and hangs_as_goal(date, verb):
        return "future"
    if verb.tag_ in {"VBD", "VBN"}:
        return "past"
    if verb.tag_ in {"VBZ", "VBP", "VB"}:
        return "future" if verb.lemma_ in listed("timetable") or verb.tag_ == "VB" else None
    if helpers & {"is", "are", "'s", "'re", "’s", "’re", "am"}:
        return "future"
    upper = governing_verb(verb.head) if verb.head != verb else None
    if upper is None:
        return None
    if verb.lemma_ in listed("timetable") and upper.lemma_ in listed("forward"):
        return "future"  # "called for a pause starting on Sunday"
    return direction_of_verb(upper, date)


def hangs_as_goal(date: Span, verb: Token) -> bool:
    """ "scheduled for Friday", "agreed a truce until Friday", "due Friday", but not "agreed on Friday"."""
    before = word_before(date)
    return before in {"for", "until", "till", "by", "from", "to", "before"} or (
        verb.lemma_ in listed("appointed")
        and date.start > verb.i
        and verb.tag_ == "VBN"
        and (verb.lemma_ != "set" or before != "on")  # "a record set on Monday"
    )
