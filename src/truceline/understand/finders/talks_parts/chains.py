"""The verbs over a meeting: the one that governs it and those over that in the same clause."""

from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND, NOBODY
from truceline.understand.grammar import auxiliaries, is_negated, subjects
from truceline.understand.tokens import Token

LONG = 4  # verbs: no clause says more of one meeting
UNDOING = ("cancelled", "postponed", "ruled_out", "refused")
TELLING = ("ruled_out", "cancelled", "postponed", "refused", "collapsed", "planned", "proposed")


def is_verb_of_telling(verb: Token) -> bool:
    """ "Balked at sitting down", "insisted on meeting"."""
    return verb.pos_ in VERBAL and first_said(verb, KIND, TELLING) is not None


def whole_of(head: Token) -> Token:
    """ "Three hours of talks", "a round of negotiations": the length or the round."""
    above = head.head.head
    is_part = (
        head.dep_ in {"pobj", "pcomp"} and head.head.lower_ == "of" and lemma_of(above) in word_set(KIND, "lengths")
    )
    return above if is_part else head


def governors(meeting: Meeting) -> list[Token]:
    """The governing verb and those over it in the same clause: "refused to sit down", "is due to meet"."""
    chain = [meeting.governor]
    here = meeting.governor
    while len(chain) < LONG and (
        here.dep_ in {"xcomp", "acl", "pcomp"} or is_aim(here) or is_joined_infinitive(here) or is_gone_on_with(here)
    ):
        if is_aim_of_other_deed(here):
            break
        beside = is_joined_infinitive(here)
        here = here.head
        if here.pos_ == "ADP" and (
            is_going_on_with(here) or (here.lower_ in word_set(KIND, "shying") and is_verb_of_telling(here.head))
        ):
            here = here.head
        if here.pos_ != "ADP" and not beside:
            chain.append(here)
    above = here.head
    plan = next((noun for noun in (here, above) if is_plan_noun(noun)), None)
    if plan is not None and (plan == here or here.dep_ in {"acl", "ccomp", "relcl"}):
        chain += [up for up in list(plan.ancestors)[:1] if up.pos_ in VERBAL]  # "a call that they meet was declined"
    if here.dep_ == "ccomp" and above.i < here.i and first_said(above, KIND, TELLING) is not None:
        chain.append(above)
    return [*chain, *undoing(here)]


def is_going_on_with(particle: Token) -> bool:
    """ "Cannot go on talking", "will carry on meeting"."""
    return particle.lower_ == "on" and lemma_of(particle.head) in word_set(KIND, "carrying_on")


def is_gone_on_with(verb: Token) -> bool:
    """ "Cannot go on talking": the parse may hang the talking on the going."""
    above = verb.head
    on = verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma_of(above) in word_set(KIND, "carrying_on")
    return on and any(child.lower_ == "on" and child.i == above.i + 1 for child in above.children)


def undoing(plan: Token) -> list[Token]:
    """ "Cancelled plans to meet", "plans for them to meet were scrapped": the verb that undoes the plan."""
    if plan.pos_ != "NOUN" or lemma_of(plan) not in word_set(KIND, "intents"):
        return []
    verb = plan.head
    is_its = plan.dep_ in {"dobj", "nsubjpass"} and verb.pos_ in VERBAL
    return [verb] if is_its and first_said(verb, KIND, UNDOING) is not None else []


def is_plan_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and lemma_of(token) in word_set(KIND, "plan_nouns")


def is_joined_infinitive(verb: Token) -> bool:
    """ "Urged them to stop and to begin a dialogue": what holds over the first holds over the second."""
    return verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.tag_ == "VB"


def is_aim_of_other_deed(verb: Token) -> bool:
    """ "Refuses to lift sanctions to get them to the table": what is refused is to lift."""
    deed = verb.head
    return is_aim(verb) and deed.dep_ == "xcomp" and lemma_of(deed) not in word_set(KIND, "done_to_meet")


def is_aim(verb: Token) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VB" and "to" in auxiliaries(verb)


def negated(verb: Token) -> bool:
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp":
        return negated(verb.head)  # "is not willing to negotiate"
    return verb.pos_ in VERBAL and (
        is_negated(verb)
        or any(child.lower_ in {"never", "neither"} for child in verb.children)
        or any(child.lower_ == "neither" for one in subjects(verb) for child in one.children)
    )


def is_by_nobody(verb: Token) -> bool:
    """ "Nobody turned up", "no one has proposed"."""
    who = subjects(verb)
    return any(one.lower_ in NOBODY or (one.lower_ == "one" and one.nbor(-1).lower_ == "no") for one in who)
