"""Convoys and flights of relief, which help by arriving."""

from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.trigger_words import named_list, word_set
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

HELPERS = frozenset({"igo", "ngo"})


def is_relief(carrier: Token, marked: MarkedReport) -> bool:
    """ "A convoy of 22 trucks carrying food", "Red Cross trucks": what it carries or whose it is."""
    if lemma_of(carrier) not in word_set("carriers"):
        return False
    goods = frozenset(named_list("AID", "goods")) - word_set("arms_given")
    marks = (marked.actor_mark_of(token) for token in carrier.subtree)
    return any(lemma_of(token) in goods for token in carrier.subtree if token != carrier) or any(
        mark is not None and mark.kind in HELPERS for mark in marks
    )
