"""Turns of speech that tell by themselves what became of a meeting: "have shown the envoy the door"."""

from functools import cache

from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import first_said, phrase_book, word_set
from truceline.understand.finders.talks_parts.meeting_nouns import is_in_report_of_talks
from truceline.understand.finders.talks_parts.people import KIND, is_pair, is_party
from truceline.understand.grammar import auxiliaries, grammar_words, is_negated, subjects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

STATUSES: dict[str, TalksStatus] = {
    "turns_ongoing": "ongoing", "turns_planned": "planned", "turns_proposed": "proposed",
    "turns_postponed": "postponed", "turns_collapsed": "collapsed", "turns_refused": "refused",
    "turns_ruled_out": "ruled_out", "turns_did_not_take_place": "did_not_take_place",
}  # fmt: skip
NAMES = tuple(STATUSES)
NAMING = frozenset({"NOUN", "PROPN", "PRON"})


@cache
def turn_words() -> frozenset[str]:
    """A word that is none of these begins no turn."""
    return frozenset(word for word, lists in phrase_book(KIND).items() if not STATUSES.keys().isdisjoint(lists))


def is_turn(token: Token, marked: MarkedReport) -> bool:
    """With a party in its sentence; a verb or the noun that such a turn begins with ("the door is open")."""
    name = first_said(token, KIND, NAMES)
    if name is None or (is_loose(name, token) and not is_of_talks(token)):
        return False
    return any(is_party(word, marked) or is_pair(word) for word in token.sent if word.pos_ in NAMING)


def is_loose(name: str, token: Token) -> bool:
    """ "Left the table", "had a date", "the chair stood empty" are said of much else."""
    return name in {"turns_collapsed", "turns_planned"} or token.base in {"chair", "seat"}


def is_of_talks(token: Token) -> bool:
    """In a report that speaks of talks, or said of two sides."""
    who = subjects(token)
    return len(who) > 1 or any(map(is_pair, who)) or is_in_report_of_talks(token)


def status_of_turn(token: Token, chain: list[Token]) -> TalksStatus | None:
    """Null where it is denied, only possible, or still to come."""
    name = first_said(token, KIND, NAMES)
    if name is None or any(is_negated(verb) or auxiliaries(verb) & word_set(KIND, "unsure") for verb in chain):
        return None
    status = STATUSES[name]
    to_come = any(auxiliaries(verb) & (grammar_words("will") | {"to"}) for verb in chain)
    return None if to_come and status in {"collapsed", "ongoing"} else status
