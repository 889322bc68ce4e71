"""A count that changes: "rose from 51 to 64", "to 93 from 101". The figure left behind is none of that day."""

from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import state_harms, word_set
from truceline.understand.tokens import Token

FAR = 12  # tokens between a changing verb and its figures


def is_left_behind(unit: Token) -> bool:
    """ "From 101" where the same verb or count goes "to 93"."""
    if unit.dep_ != "pobj" or unit.head.lower_ != "from" or not changing(unit):
        return False
    around = unit.doc[max(unit.sent.start, unit.i - FAR) : min(unit.sent.end, unit.i + FAR)]
    return any(word.lower_ == "to" and word.i != unit.i + 1 and is_number(word.nbor(1)) for word in around[:-1])


def is_number(word: Token) -> bool:
    return word.like_num or word.pos_ == "NUM"


def changing(unit: Token) -> bool:
    return any(up.low_lemma in word_set("changing") for up in unit.ancestors)


def as_changed(mark: NumberMark, unit: Token) -> NumberMark:
    """ "From 51 to 64": no range, but the second figure."""
    before = unit.doc[max(unit.sent.start, unit.i - 4) : unit.i + 1]
    ends = [part.strip().replace(",", "") for part in mark.text.split(" to ")]
    if len(ends) != 2 or not ends[1].isdigit() or not changing(unit) or all(w.lower_ != "from" for w in before):
        return mark
    value = int(ends[1])
    return mark.model_copy(update={"value": value, "low": value, "high": value, "bound_rule": None})


def told_beside_count(unit: Token) -> Token | None:
    """ "The number of civilians killed at 212", "its count of the dead to 77": the word for the harm beside a count."""
    step = unit.head
    if unit.dep_ != "pobj" or step.lower_ not in {"at", "to"}:
        return None
    inside = unit.sent.start
    before = [word for word in unit.doc[max(inside, unit.i - FAR) : unit.i] if word.lower_ in state_harms()]
    told = before[-1] if before else None
    counts = [word for word in told.ancestors if word.low_lemma in word_set("tolls")] if told is not None else []
    return told if counts and (step in set(counts[0].subtree) or counts[0].head == step.head) else None


def people_of_count(teller: Token) -> Token | None:
    """The people whom a count is of: "civilians" for "killed" in "the number of civilians killed"."""
    if teller.dep_ == "acl":
        noun = teller.head
        if noun.low_lemma not in word_set("tolls"):
            return noun
        teller = noun
    return next((obj for child in teller.children if child.lower_ == "of" for obj in child.children), None)
