"""The present tense that tells of what is to come: "Negotiators return on Wednesday", "before the vote on Sunday".

It also tells what is ("shows", "remains"), and in headlines and captions what was ("Army kills 12 on Friday").
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from truceline.knowledge.files import words
from truceline.understand.grammar import direct_objects, words_before
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.tokens import Span, Token

PRESENT = frozenset({"VBZ", "VBP"})


@lru_cache(maxsize=1)
def told_in_present() -> frozenset[str]:
    """Verbs (lemmas) whose present is no programme: of saying, of being, of harm, of what a picture shows."""
    harm = (words("events")[name] for name in ("violent_verbs", "harmed", "taking"))
    said = set(words("speech")["says"]) - listed("programme_though_said")
    return listed("told_in_present").union(said, *harm)


def is_ahead_in_present(verb: Token, date: Span) -> bool:
    if word_before(date) == "since":
        return False
    if word_before(date) in {"until", "till"} or is_due_to_be(verb) or stands_before_coming(verb, date):
        return True
    if verb.lower_ in listed("present_like_past") or not ends_as_sentence(date):
        return False
    return opens_in_time(verb) or (verb.tag_ in PRESENT and is_programme(verb) and hangs_straight_on(date, verb))


def is_of_subject(date: Span, verb: Token) -> bool:
    """As in "the strike on Friday comes", "Sunday's vote leaves": the day is that of a thing past."""
    if date.start > verb.i:
        return False
    before = [token for token in verb.lefts if token.dep_.startswith("nsubj") and token.i < date.start]
    if verb.lemma_ in listed("effects"):
        return bool(before) or any(token.dep_.startswith("nsubj") for token in between(date, verb))
    return any(thing.low_lemma not in listed("upcoming_nouns") for thing in before)


def word_before(date: Span) -> str:
    return next((token.lower_ for token in words_before(date.doc, date.start, 1)), "")


def is_due_to_be(verb: Token) -> bool:
    """As in "is due at his office on Wednesday"."""
    return verb.lemma_ == "be" and any(
        child.pos_ == "ADJ" and child.lower_ in listed("appointed") for child in verb.rights
    )


def stands_before_coming(verb: Token, date: Span) -> bool:
    """As in "two stages follow before the finish in Paris on Sunday"."""
    things = verb.doc[verb.i : date.start]
    return any(thing.head.lower_ == "before" and thing.low_lemma in listed("upcoming_nouns") for thing in things)


def ends_as_sentence(date: Span) -> bool:
    """A headline has no full stop."""
    last = next((token for token in reversed(date.sent) if not token.is_space), None)
    return last is not None and last.is_punct


def opens_in_time(verb: Token) -> bool:
    """As in "when the presidents sit down on Friday", "if the rebels attack on Friday"."""
    return any(child.lower_ in listed("opens_in_time") and child.dep_ in {"mark", "advmod"} for child in verb.lefts)


def is_programme(verb: Token) -> bool:
    """The verb tells of something arranged. "Sit down" is, where "sit" is a picture."""
    if verb.lemma_ in listed("programme_without_object") and direct_objects(verb):
        return False
    return verb.lemma_ not in told_in_present() or any(child.dep_ == "prt" for child in verb.rights)


def hangs_straight_on(date: Span, verb: Token) -> bool:
    """As in "return to the capital on Wednesday": nothing in between could have the date for itself."""
    return all(
        token.pos_ in {"ADP", "ADV", "PART"}
        or token.tag_ == "VB"
        or token.head.lower_ in listed("whereto")
        or token.low_lemma in listed("upcoming_nouns")
        for token in between(date, verb)
    )


def between(date: Span, verb: Token) -> Iterator[Token]:
    """The words above a date and below its verb."""
    return takewhile(lambda token: token != verb, date.root.ancestors)
