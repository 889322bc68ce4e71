"""Figures told in one series: "29 soldiers killed, 101 wounded and 28 missing" are one side's, by one source."""

from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.tokens import Token

NEAR = 12  # words
FURTHER = frozenset({"other", "more"})
BREAKS = frozenset({";", ":", ".", "–", "—", "(", '"'})


def told_before_in_series(found: Counted) -> Counted | None:
    """The figure before, where a bare one goes on with it: "one of its soldiers was killed and nine were wounded"."""
    before = found.before
    if (
        before is None
        or not (is_bare(found) or counts_the_same(found, before))
        or not 0 < found.unit.i - before.unit.i <= NEAR
    ):
        return None
    between = found.unit.doc[before.unit.i + 1 : found.unit.i]
    return before if all(goes_on(word) for word in between) else None


def is_bare(found: Counted) -> bool:
    noun = found.noun
    return noun is None or noun.lower_ in state_harms() or noun.low_lemma in FURTHER


def counts_the_same(found: Counted, before: Counted) -> bool:
    """ "20 enemy dead and 35 enemy wounded"."""
    return found.noun is not None and before.noun is not None and found.noun.low_lemma == before.noun.low_lemma


def goes_on(word: Token) -> bool:
    if word.lower_ in BREAKS or word.lower_ in word_set("breaking_series"):
        return False
    return word.pos_ not in {"VERB", "AUX"} or word.lemma_ == "be" or word.lower_ in state_harms()
