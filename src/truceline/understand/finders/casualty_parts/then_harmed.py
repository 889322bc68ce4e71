"""Those of a figure whom the next verb harms: "pulled six teachers from a bus and shot them dead"."""

from collections.abc import Iterator

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import harm_done, word_set
from truceline.understand.finders.casualty_parts.people import is_person
from truceline.understand.grammar import SUBJECTS
from truceline.understand.tokens import Token


def then_harmed(mark: NumberMark, unit: Token, noun: Token | None, told: Counted | None) -> Counted | None:
    """Null where the figure itself is told with that harm."""
    if noun is None or noun.dep_ != "dobj" or "them" not in noun.sent.forms or not is_person(noun):
        return None
    for verb in verbs_behind(noun.head):
        harm = harm_to_them(verb)
        if harm is not None and (told is None or told.harm != harm):
            return Counted(mark, unit, noun, harm, verb, "then-harmed")
    return None


def verbs_behind(verb: Token) -> Iterator[Token]:
    """What the same doers did next."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and SUBJECTS.isdisjoint(child.child_deps):
            yield child
            yield from verbs_behind(child)


def harm_to_them(verb: Token) -> Harm | None:
    if not any(child.dep_ in {"dobj", "nsubj"} and child.lower_ == "them" for child in verb.rights):
        return None
    if any(word.lower_ == "dead" for word in verb.subtree if word.i - verb.i == 2):
        return "killed"
    harm = harm_done(verb)
    return harm if harm == "killed" and verb.low_lemma in word_set("sure_by_order") else None
