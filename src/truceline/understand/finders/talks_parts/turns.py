"""Turns of speech that tell by themselves what became of a meeting: "have shown the envoy the door"."""

from truceline.model.claims.talks import TalksStatus
from truceline.understand.finders.clause_parts.phrases import first_said
from truceline.understand.finders.talks_parts.people import KIND, is_pair, is_party
from truceline.understand.grammar import auxiliaries, is_negated
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

STATUSES: dict[str, TalksStatus] = {
    "turns_ongoing": "ongoing", "turns_planned": "planned", "turns_proposed": "proposed",
    "turns_postponed": "postponed", "turns_collapsed": "collapsed", "turns_refused": "refused",
    "turns_ruled_out": "ruled_out", "turns_did_not_take_place": "did_not_take_place",
}  # fmt: skip
NAMES = tuple(STATUSES)
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
UNSURE = frozenset({"may", "might", "could", "can", "should", "must", "would"})
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "to"})


def is_turn(token: Token, marked: MarkedReport) -> bool:
    """With a party in its sentence; a verb or the noun that such a turn begins with ("the door is open")."""
    if first_said(token, KIND, NAMES) is None:
        return False
    return any(is_party(word, marked) or is_pair(word) for word in token.sent if word.pos_ in NAMING)


def status_of_turn(token: Token, chain: list[Token]) -> TalksStatus | None:
    """Null where it is denied, only possible, or still to come."""
    name = first_said(token, KIND, NAMES)
    if name is None or any(is_negated(verb) or auxiliaries(verb) & UNSURE for verb in chain):
        return None
    status = STATUSES[name]
    to_come = any(auxiliaries(verb) & AHEAD for verb in chain)
    return None if to_come and status in {"collapsed", "ongoing"} else status
