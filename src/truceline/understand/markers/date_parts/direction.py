"""Which way a date points, from the tense of its clause and from cue words: "will meet on Friday", "said on Monday"."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise, takewhile

from truceline.understand.grammar import auxiliaries, words_after, words_before
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.present import PRESENT, word_before
from truceline.understand.markers.date_parts.setting import Direction
from truceline.understand.markers.date_parts.tense import direction_of_verb, governing_verb
from truceline.understand.tokens import Span, Token

CALLED_OFF = re.compile(r"\b(?:called|put|broken)\s+off\b|\b(?:did|was|were)\s+not\s+(?:take|taken|held|happen|show)")
REACH_OF_DEADLINE = 8
REACH = 5  # tokens to the left in which a cue governs a date


@lru_cache(maxsize=1)
def ahead_phrases() -> dict[str, list[tuple[str, ...]]]:
    """By their first word."""
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in listed("ahead"):
        words = tuple(phrase.replace("-", " - ").split())
        phrases[words[0]].append(words)
    return dict(phrases)


def direction_of(date: Span) -> Direction | None:
    """Past, future, or None where the words do not show it (a headline without a verb)."""
    if is_ahead_of(date) or is_upcoming(date) or is_purpose(date) or is_deadline(date):
        return direction_of_plan(date)
    if follows_reporting(date) or word_before(date) == "since":
        return "past"
    if is_due(date):
        return "future"
    verb = governing_verb(date.root)
    if verb is not None and opens_after(verb, date):
        return "past"
    direction = direction_of_headline(date) if verb is None else direction_of_verb(verb, date)
    if direction == "future":
        return None if names_past_thing(date) else direction_of_plan(date)
    return direction


def is_day_of_saying(date: Span) -> bool:
    """As in "told reporters on Tuesday night that ...": when it was said, which is not when it happened."""
    verb = governing_verb(date.root)
    return follows_reporting(date) or (verb is not None and verb.tag_ == "VBD" and verb.lemma_ in listed("reporting"))


def is_told_in_present(date: Span) -> bool:
    verb = governing_verb(date.root)
    return verb is not None and verb.tag_ in PRESENT


def is_still_ahead(date: Span) -> bool:
    """As in "will decide at 10 a.m.": ahead of the report, not only of what was told ("would decide")."""
    verb = governing_verb(date.root)
    return verb is not None and (verb.tag_ in PRESENT or bool(auxiliaries(verb) & listed("still_ahead")))


def is_due(date: Span) -> bool:
    """As in "the envoy, due in Brussels on Monday, said ...": an adjective between the day and the verb."""
    above = takewhile(lambda token: token.pos_ not in {"VERB", "AUX"}, date.root.ancestors)
    return any(token.pos_ == "ADJ" and token.lower_ in listed("appointed") for token in above)


def opens_after(verb: Token, date: Span) -> bool:
    """As in "warnings on Thursday that strikes could start a war": the day stands before the clause of the verb."""
    return any(child.dep_ == "mark" and child.lower_ == "that" and child.i >= date.end for child in verb.lefts)


def direction_of_plan(date: Span) -> Direction:
    """What was planned lies ahead; where it was called off it may have been yesterday."""
    if word_before(date) in {"until", "till"}:
        return "future"
    called_off = any(token.lemma_ in listed("called_off") and token.tag_ in {"VBD", "VBN"} for token in date.sent)
    return "nearest" if called_off or CALLED_OFF.search(date.sent.text) else "future"


def direction_of_headline(date: Span) -> Direction | None:
    """As in "Truce talks resume in Cairo Sunday", where the tagger took the verb for a noun."""
    return "future" if any(token.low_lemma in listed("headline_timetable") for token in date.sent) else None


def names_past_thing(date: Span) -> bool:
    """As in "will appeal Wednesday's ruling": of things named by a day only meetings and the like can lie ahead."""
    after = words_after(date.doc, date.end, 1)
    return bool(after) and after[0].lower_ in {"'s", "’s"} and not names_meeting(date)


def is_ahead_of(date: Span) -> bool:
    """As in "ahead of meetings with the envoy on Friday": the phrase stands before, with no verb between."""
    phrases = ahead_phrases()
    for token in reversed(words_before(date.doc, date.start, 14)):
        if (token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG") or token.text in {",", ";", "."}:
            return False
        if any(matches_at(token, phrase) for phrase in phrases.get(token.lower_, ())):
            return True
    return False


def matches_at(token: Token, phrase: tuple[str, ...]) -> bool:
    return tuple(part.lower_ for part in words_after(token.doc, token.i, len(phrase))) == phrase


def is_upcoming(date: Span) -> bool:
    """As in "Friday's deadline", "the coming Friday", "Sunday's planned vote"."""
    after = [token.lower_ for token in words_after(date.doc, date.end, 2) if token.lower_ not in {"'s", "’s"}][:1]
    before = [token.lower_ for token in words_before(date.doc, date.start, 2) if token.lower_ not in {"on", "for"}][-1:]
    if set(after) & listed("ahead_nouns"):
        verb = governing_verb(date.root)
        return verb is None or verb.lemma_ not in listed("deadline_passed")
    return not listed("upcoming").isdisjoint({*before, *after} - {"next"})


def is_purpose(date: Span) -> bool:
    """As in "arrived for talks on Thursday", "gathered for Thursday's summit", "before a planned vote on Sunday";
    not as in "proposed a truce on Sunday".
    """
    before = [token for token in words_before(date.doc, date.start, 6) if token.lower_ != "on"]
    if names_meeting(date):
        return bool(before) and before[-1].lower_ == "for"
    if not before or before[-1].pos_ not in {"NOUN", "PROPN"}:
        return False
    modifiers = list(takewhile(lambda token: token.pos_ in {"ADJ", "DET", "NOUN", "VERB"}, reversed(before[:-1])))
    leading = before[-2 - len(modifiers)].lower_ if len(before) >= 2 + len(modifiers) else ""
    planned = any(token.lower_ in listed("upcoming") and token.tag_ != "VBD" for token in modifiers)
    return planned or (leading == "for" and before[-1].low_lemma in listed("upcoming_nouns"))


def names_meeting(date: Span) -> bool:
    after = words_after(date.doc, date.end, 4)
    return (
        bool(after)
        and after[0].lower_ in {"'s", "’s"}
        and any(token.low_lemma in listed("upcoming_nouns") for token in after)
    )


def is_deadline(date: Span) -> bool:
    """As in "rejected a call to halt fire by Monday", but not "failed to withdraw by Monday"."""
    word = word_before(date)
    if word == "before" or word not in listed("deadline"):
        return False
    before = words_before(date.doc, date.start, REACH_OF_DEADLINE)
    asked = any(first.tag_ == "TO" and second.tag_ == "VB" for first, second in pairwise(before))
    return asked and not any(token.lemma_ == "fail" for token in before)


def follows_reporting(date: Span) -> bool:
    """As in "said late on Friday that ..." in the past tense, whatever the parser hangs the day on."""
    for token in reversed(words_before(date.doc, date.start, REACH)):
        if token.lower_ not in listed("step_over"):
            return token.tag_ == "VBD" and token.lemma_ in listed("reporting")
    return False
