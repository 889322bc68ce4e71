"""Parts of those whom the sentence before tells: "Eleven of them were children", "They included nine monks"; and those
of whom the sentence itself names the whole without a figure: "Of the dead, nine were policemen".
"""

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.counted import Counted
from truceline.understand.finders.casualty_parts.harm_words import harm_of_subject, state_harms, word_set
from truceline.understand.finders.casualty_parts.inherited import is_part_of_them
from truceline.understand.finders.casualty_parts.people import is_person, status_of, subgroups_of
from truceline.understand.grammar import SUBJECTS
from truceline.understand.tokens import Token

COMPLEMENTS = frozenset({"attr", "acomp"})
PARTED = frozenset({"killed", "injured", "captured", "missing"})


def part_of_told(mark: NumberMark, unit: Token, noun: Token | None, last: Counted | None) -> Counted | None:
    """``last``: the last figure of the sentence before."""
    harm = last.harm if last is not None and last.harm in PARTED else None
    verb = unit.head
    if unit.dep_ in SUBJECTS and verb.low_lemma == "be":
        told = harm_of_whom(verb) or (harm if harm is not None and is_part_of_them(unit) else None)
        kind = next((child for child in verb.rights if child.dep_ in COMPLEMENTS), None) if told is not None else None
        if told is None or kind is None or not tells_kind(kind):
            return None
        people = kind if kind.pos_ == "NOUN" or subgroups_of(kind) else None
        return Counted(mark, unit, people, told, verb, "part-of-those-before", True)
    if harm is None or last is None or noun is None or not is_included(unit, last):
        return None
    return Counted(mark, unit, noun, harm, listing_verb(unit), "part-of-those-before", True)


def tells_kind(word: Token) -> bool:
    """ "Were children", "were policemen", "were elderly"; not "were in the yard" or "were freed"."""
    people = subgroups_of(word) or status_of(word) != "unknown" or is_person(word)
    return bool(people) or word.low_lemma in word_set("kinds_of_victims")


def harm_of_whom(verb: Token) -> Harm | None:
    """ "Of the dead, ...", "Of those killed, ..."."""
    step = next((child for child in verb.lefts if child.lower_ == "of"), None)
    whom = next(iter(step.rights), None) if step is not None else None
    if whom is None:
        return None
    inner = (whom, *whom.children)
    if not any(word.lower_ in {"the", "those"} for word in inner):
        return None
    named = next((word for word in inner if word.lower_ in state_harms()), None)
    if named is not None:
        return state_harms()[named.lower_]
    if whom.low_lemma == "victim":
        return "killed"
    clause = next((word for word in whom.rights if word.dep_ == "relcl"), None)
    return harm_of_subject(clause) if clause is not None and whom.lower_ == "those" else None


def is_included(unit: Token, last: Counted) -> bool:
    """ "They included 93 guards and nine monks": they are those told last, where no other people stand behind them."""
    verb = listing_verb(unit)
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.low_lemma != "include" or verb.tag_ != "VBD" or subject is None or subject.lower_ != "they":
        return False
    told = last.unit.doc[last.unit.sent.start : verb.sent.start]
    people = (word for word in told if word.tag_ in {"NNS", "NNPS"} and word != last.noun and is_person(word))
    return not any(word.i > last.unit.i or "nummod" in word.child_deps for word in people)


def listing_verb(unit: Token) -> Token:
    """The verb above a list: "included 93 members of the force and 92 Druze"."""
    first = unit
    while first.dep_ in {"conj", "nummod"}:
        first = first.head
    return first.head
