"""A count that changes: "rose from 51 to 64", "to 93 from 101". The figure left behind is none of that day."""

from truceline.model.claims.casualties import Harm
from truceline.model.mark import NumberMark
from truceline.understand.finders.casualty_parts.harm_words import harm_of_subject, state_harms, word_set
from truceline.understand.grammar import words_before
from truceline.understand.tokens import Token

FAR = 12  # tokens between a changing verb and its figures
COUNTED = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_left_behind(unit: Token) -> bool:
    """ "From 101" where the same verb or count goes "to 93"."""
    before = [word.lower_ for word in words_before(unit.doc, unit.i, 3)]
    if before[-2:] in (["up", "from"], ["down", "from"]) or before[:2] in (["up", "from"], ["down", "from"]):
        return True  # "25 dead, up from 18 dead"
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


def told_beside_count(unit: Token) -> tuple[Harm, Token] | None:
    """ "The number of civilians killed at 212", "of those who have died to 31": the harm of a count, and its word."""
    step = unit.head
    if unit.dep_ != "pobj" or step.lower_ not in {"at", "to"}:
        return None
    count = count_at(step)
    return (harm_of_people(count) or harm_beside(unit, count)) if count is not None else None


def count_at(step: Token) -> Token | None:
    """The count that goes "to" or stands "at": beside the verb, or above words that the parse hangs the step on."""
    tolls = word_set("tolls")
    raised = step.lower_ == "to" and step.head.low_lemma in word_set("raising")  # "bring to 47 the number of"
    beside = [child for child in step.head.children if child.dep_ in COUNTED and (child.i < step.i or raised)]
    return next((word for word in (*step.ancestors, *beside) if word.low_lemma in tolls and word.dep_ in COUNTED), None)


def harm_of_people(count: Token) -> tuple[Harm, Token] | None:
    """ "Of villagers killed in a raid", "of soldiers who have died"."""
    people = [obj for child in count.children if child.lower_ == "of" for obj in child.children]
    clauses = (child for one in (*people, count) for child in one.children if child.dep_ in {"acl", "relcl"})
    return next(((harm, clause) for clause in clauses if (harm := harm_of_subject(clause)) is not None), None)


def harm_beside(unit: Token, count: Token) -> tuple[Harm, Token] | None:
    before = [word for word in words_before(unit.doc, unit.i, FAR) if word.lower_ in state_harms()]
    told = before[-1] if before and before[-1] in list(count.subtree) else None
    return (state_harms()[told.lower_], told) if told is not None else None


def people_of_count(teller: Token) -> Token | None:
    """The people whom a count is of: "civilians" for "killed" in "the number of civilians killed"."""
    if teller.dep_ == "oprd" and teller.head.dep_ == "acl":
        teller = teller.head  # "the number of servicemen confirmed dead"
    if teller.dep_ in {"acl", "relcl"}:
        noun = teller.head
        if noun.low_lemma not in word_set("tolls"):
            return noun
        teller = noun
    return next((obj for child in teller.children if child.lower_ == "of" for obj in child.children), None)
