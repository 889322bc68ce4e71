"""Whether one figure counts the killed and the injured together."""

from truceline.model.claims.casualties import Harm
from truceline.understand.finders.casualty_parts.harm_words import harm_done, state_harms, word_set
from truceline.understand.grammar import is_passive, words_after, words_before
from truceline.understand.tokens import Token


def joint_harm(harm: Harm, teller: Token) -> Harm:
    """ "killed or maimed 40" counts both together."""
    if harm not in {"killed", "injured"} or any(one.pos_ == "NUM" for one in words_before(teller.doc, teller.i, 1)):
        return harm
    if teller.dep_ == "conj" and not has_own_words(teller.head, teller) and one_verb_away(teller.head, teller):
        return joined(harm, teller.head)
    for child in teller.children:
        if child.dep_ == "conj" and child.i - teller.i <= 3 and not has_people(child) and is_passive(teller):
            return joined(harm, child)
    return harm


def joined(harm: Harm, verb: Token) -> Harm:
    """Dead and wounded; who is "wounded and taken to a clinic" is wounded, who is "shot and killed" dead. "Killed or
    captured" is lost to the side, one way or the other.
    """
    other = harm_done(verb)
    if {harm, other} == {"killed", "captured"}:
        return "losses" if is_either(verb) else harm
    if other == "injured" and verb.lower_ not in state_harms():
        return harm
    return "casualties" if other in {"killed", "injured"} and other != harm else harm


def is_either(verb: Token) -> bool:
    """ "Killed or captured"; "captured and killed" tells the deaths."""
    return any(word.lower_ == "or" for near in (verb, verb.head) for word in near.children if word.dep_ == "cc")


def both_told_behind(unit: Token) -> bool:
    """ "700,000 killed and wounded", "40 dead or injured": one figure for both."""
    words = [word.lower_ for word in words_after(unit.doc, unit.i + 1, 4)]
    if words[:1] and words[0] in word_set("counted_jointly"):
        words = words[1:]
    if len(words) < 3 or words[1] not in {"and", "or"}:
        return False
    harms = {state_harms().get(words[0]), state_harms().get(words[2])}
    return harms == {"killed", "injured"}


def has_people(verb: Token) -> bool:
    """ "killed and three wounded": those wounded are others; "killed, wounded or captured" are the same."""
    inside = {"nsubj", "nsubjpass", "dobj", "nummod", "npadvmod", "dep", "conj", "aux", "auxpass"}
    further = (child for child in verb.children if child.dep_ in inside)
    return any(child.dep_ != "conj" or child.lower_ not in state_harms() or has_people(child) for child in further)


def has_own_words(verb: Token, other: Token) -> bool:
    """Each of the two has its own people: "one soldier killed and two injured"."""
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in other.children)
    return own_subject or any(child.dep_ in {"dobj", "nsubjpass"} for child in verb.children)


def one_verb_away(verb: Token, other: Token) -> bool:
    return 0 < other.i - verb.i <= 3
