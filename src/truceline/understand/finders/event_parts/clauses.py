"""The words of one clause, without what hangs on it as a clause of its own."""

from truceline.understand.awaited import awaiting_mark
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.who import is_time_taken, was_able
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import is_negated, is_only_near, is_passive
from truceline.understand.tokens import Token

OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "relcl", "cc", "punct", "mark"})


def clause_tokens(verb: Token) -> list[Token]:
    """The verb with its arguments, in text order, in one stretch."""
    inside = [verb]
    for child in verb.children:
        if child.dep_ not in OTHER_CLAUSES:
            inside += [token for token in child.subtree if not in_other_clause(token, child)]
    return one_stretch(inside)


def in_other_clause(token: Token, top: Token) -> bool:
    here = token
    while here != top:
        if here.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}:
            return True
        here = here.head
    return False


def noun_tokens(noun: Token) -> list[Token]:
    inside = [noun]
    for child in noun.children:
        if child.dep_ in {"det", "amod", "compound", "poss", "nummod", "prep", "nmod", "acl", "agent"}:
            inside += [token for token in child.subtree if not in_other_clause(token, child)]
    return one_stretch(inside)


def one_stretch(inside: list[Token]) -> list[Token]:
    """All words from the first to the last."""
    places = [token.i for token in inside]
    return [token for token in inside[0].doc.tokens[min(places) : max(places) + 1] if not token.is_space]


def is_conditional(token: Token) -> bool:
    """Within a clause that "if", "unless" or "whether" opens."""
    for up in (token, *token.ancestors):
        if up.dep_ in {"advcl", "ccomp"} and any(c.dep_ == "mark" and c.lower_ in word_set("ifs") for c in up.children):
            return True
        if is_inverted(up):
            return True
        if (
            up.dep_ in {"advcl", "acl"}
            and (up.tag_ in {"VBZ", "VBP"} or has_present_helper(up))
            and any(c.lower_ in {"when", "until", "once", "before"} for c in up.children)
            and not is_of_harm_as_told(up.head)
        ):
            return True  # "when it pulls out": not yet
        if awaiting_mark(up) is not None:
            return True
        if up.dep_ == "advcl" and up.head.lower_ in {"long", "soon"}:
            return up.tag_ in {"VBZ", "VBP"} or has_present_helper(up)  # "as long as the army halts its operations"
    return False


def is_of_harm_as_told(verb: Token) -> bool:
    """ "Two miners die when a shell hits a pit": told in the present, and done."""
    return lemma_of(verb) in word_set("harmed_or_dead") and (verb.tag_ in {"VBZ", "VBP"} or has_present_helper(verb))


def has_present_helper(verb: Token) -> bool:
    """ "Until it has left", "before the accord is signed"."""
    return any(c.tag_ in {"VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for c in verb.children)


def is_inverted(verb: Token) -> bool:
    """ "Should the parties agree on a truce, ..."."""
    should = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ == "should"), None)
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return should is not None and bool(own) and should.i < own[0].left_edge.i


def is_only_intended(verb: Token) -> bool:
    """ "To stop the fighting", "persuade both sides to talk", "a step toward ending it": an aim, not a deed."""
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ in word_set("toward")
        and verb.head.head.pos_ in {"NOUN", "PROPN", "VERB"}
    ):
        return verb.head.head.pos_ == "NOUN" or verb.head.head.low_lemma in word_set("aiming")
    to = "to" in verb.helpers and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    to_be = to and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
    aim = to and (verb.tag_ == "VB" or to_be) and not is_future(verb)
    done = is_brought_about(verb) or is_time_taken(verb) or was_able(verb)
    return aim and verb.head.low_lemma not in word_set("begun") and not done


def is_brought_about(verb: Token) -> bool:
    """ "Persuaded the rebels to accept it", "were forced to pull back": who was brought to it did it."""
    above = verb.head
    forced = above.lemma_ in word_set("forcing") and is_passive(above)
    brought = forced or above.lemma_ in word_set("bringing_about")
    if verb.dep_ not in {"xcomp", "ccomp", "advcl"} or not brought:
        return False
    told = above.tag_ in {"VBD", "VBN"} and above.helpers.isdisjoint({"to", "be", *word_set("possible")})
    return told and not is_negated(above) and not is_future(above) and not is_only_near(above)


def is_wished(verb: Token) -> bool:
    """Only wanted, planned, feared or failed: "tried to capture", "plans to withdraw"."""
    if was_able(verb):
        return False
    return (verb.dep_ in {"xcomp", "pcomp"} and verb.head.low_lemma in word_set("wishes")) or (
        verb.dep_ == "pcomp" and verb.head.head.low_lemma in word_set("wishes")
    )


def is_future(verb: Token) -> bool:
    if verb.helpers & {"will", "shall", "'ll", "would"}:
        return True
    governor = verb.head if verb.dep_ == "xcomp" else None
    if governor is None:
        return False
    if governor.lemma_ in word_set("still_to_do"):
        return governor.lemma_ != "go" or governor.tag_ == "VBG"  # "went on to sign" signed
    return governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"}
