"""What is told in the past and not done when it was said: "would not leave until the state agreed to talks"."""

from truceline.understand.grammar import grammar_words
from truceline.understand.tokens import Token

BARE = frozenset({"VB", "VBG"})


def is_awaited(token: Token) -> bool:
    """Within a clause that another, still to come, waits for."""
    return any(awaiting_mark(up) is not None for up in (token, *token.ancestors))


def awaiting_mark(clause: Token) -> Token | None:
    """The word that opens ``clause``, if what stands above is still to come."""
    if is_on_condition(clause):
        return clause.head
    if clause.tag_ != "VBD" or clause.dep_ not in {"advcl", "relcl"}:
        return None
    if (moment := moment_of(clause)) is not None:
        return moment if is_still_to_come(moment.head) else None
    if clause.dep_ != "advcl":
        return None
    mark = next((child for child in clause.children if child.lower_ in grammar_words("awaiting")), None)
    mark = mark or next((child for child in clause.lefts if is_only_when(child)), None)
    return mark if mark is not None and is_still_to_come(clause.head) else None


def is_on_condition(clause: Token) -> bool:
    """ "Agreed to a truce on condition that the president opens talks", "would talk provided they left"."""
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i > clause.sent.start else clause
    if before.lower_ in grammar_words("provided") and clause.dep_ in {"ccomp", "advcl"} and not before.helpers:
        return True
    condition = clause.head
    in_order = condition.low_lemma == "condition" and condition.dep_ == "pobj"
    return in_order and clause.dep_ in {"acl", "ccomp", "relcl"} and condition.head.lower_ in {"on", "upon"}


def is_only_when(mark: Token) -> bool:
    """ "Tankers would be let through only when the army freed its prisoners", "only after all of it was theirs"."""
    return mark.lower_ in {"when", "after"} and mark.i > 0 and mark.nbor(-1).lower_ == "only"


def moment_of(clause: Token) -> Token | None:
    """ "Would disarm the day the president resigned", "would leave as soon as they signed"."""
    time = clause.head
    if clause.dep_ == "relcl":
        return time if time.dep_ in {"npadvmod", "dobj"} and time.low_lemma in grammar_words("moments") else None
    return time if time.lower_ in {"soon", "long"} and time.dep_ == "advmod" else None


def has_moment(verb: Token) -> bool:
    """ "Would disarm the day the president resigned": only then."""
    times = (child for child in verb.children if child.i > verb.i and child.low_lemma in grammar_words("moments"))
    return any("relcl" in time.child_deps for time in times)


def is_still_to_come(verb: Token) -> bool:
    """ "Would keep fighting", "vowed to stay", "refused to leave the town", "would remain suspended"."""
    here = verb.head if verb.dep_ in {"acomp", "oprd"} else verb
    while not will_of(here) and here.dep_ in {"xcomp", "conj"} and here.tag_ in BARE:
        here = here.head
        if here.low_lemma in grammar_words("vows"):
            return True
    return will_of(here) or here.low_lemma in grammar_words("vows")


def will_of(verb: Token) -> bool:
    """ "Would stay", "would remain suspended"."""
    told = (verb, *(child for child in verb.lefts if child.dep_ == "auxpass"))
    return any(not one.helpers.isdisjoint(grammar_words("past_will")) for one in told)
