"""A meeting that is only sought, offered, wished for, or wished away."""

from truceline.understand.finders.clause_parts.phrases import first_said, lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import VERBAL
from truceline.understand.finders.talks_parts.chains import is_plan_noun
from truceline.understand.finders.talks_parts.meetings import Meeting
from truceline.understand.finders.talks_parts.people import KIND
from truceline.understand.finders.talks_parts.status_stopped import STOPPED
from truceline.understand.grammar import auxiliaries, direct_objects, grammar_words, has_no, prepositional_objects
from truceline.understand.tokens import Token


def is_sought(verb: Token) -> bool:
    """ "Is seeking a meeting before the end of August", "an effort to persuade them": nobody has agreed to it."""
    if lemma_of(verb) in word_set(KIND, "winning_over") and is_aim_of_effort(verb):
        return True
    return lemma_of(verb) in word_set(KIND, "seeking") and not auxiliaries(verb) & grammar_words("will")


def is_aim_of_effort(verb: Token) -> bool:
    """ "Tried to persuade", "in an effort to coax"; not "agreed to bring"."""
    trying = verb.head.lemma_ in word_set(KIND, "trying")
    return verb.tag_ == "VB" and verb.dep_ in {"acl", "xcomp", "advcl"} and trying


def is_on_terms(meeting: Meeting, chain: list[Token]) -> bool:
    """ "Would return to the table only if", "would negotiate tomorrow if they disarmed"."""
    if "would" not in {word for verb in chain for word in auxiliaries(verb)}:
        return False
    if any(child.lower_ in {"gladly", "happily", "readily"} for child in meeting.governor.children):
        return True
    if any(is_if_clause(child) for child in meeting.governor.children):
        return True
    words = {token.lower_ for child in meeting.governor.children if child.dep_ == "advcl" for token in child.children}
    return "only" in {token.lower_ for token in meeting.head.sent} and bool(words & {"if", "when", "once", "after"})


def is_if_clause(clause: Token) -> bool:
    return clause.dep_ == "advcl" and any(child.lower_ == "if" and child.dep_ == "mark" for child in clause.children)


def is_unreal(chain: list[Token]) -> bool:
    """ "Had hoped to see him", "would sooner dine with the devil"."""
    if any(child.lower_ in {"sooner", "rather"} for verb in chain for child in verb.children):
        return any("would" in auxiliaries(verb) for verb in chain)
    if any(verb.lemma_ in {"stop", "cease", "quit"} and verb.tag_ == "VB" for verb in chain[1:]):
        return True  # "demanded that the government stop negotiating abroad"
    if any(child.lower_ in {"nearly", "almost"} for child in chain[0].children) or is_on_verge(chain[0]):
        return True  # "the talks nearly collapsed"
    if any({"would", "have"} <= auxiliaries(verb) and verb.tag_ == "VBN" for verb in chain):
        return True  # "would have met them had they come"
    if any(verb.lemma_ == "prefer" and prepositional_objects(verb, "to") and direct_objects(verb) for verb in chain):
        return True  # "preferred war to talks"
    if any(says(verb, KIND, "putting_off_an_answer") for verb in chain):
        return True  # "is dragging its feet on a meeting"
    if is_wanted_to_end(chain[0]) or any(was_once(up) for verb in chain for up in (verb, verb.head)):
        return True
    return any(verb.lemma_ in {"hope", "intend", "mean"} and "had" in auxiliaries(verb) for verb in chain)


def is_on_verge(verb: Token) -> bool:
    """ "The talks are on the verge of collapse"."""
    edges = prepositional_objects(verb, "on", "in", "at")
    return verb.lemma_ in {"be", "seem", "appear"} and any(one.is_among(word_set(KIND, "verges")) for one in edges)


def is_wanted_to_end(verb: Token) -> bool:
    """ "Demanded that the government suspend the talks": nobody has done so."""
    stopping = first_said(verb, KIND, STOPPED) is not None or verb.lemma_ in word_set(KIND, "ending")
    wanted = verb.dep_ in {"ccomp", "xcomp"} and verb.head.pos_ in VERBAL and says(verb.head, KIND, "proposed")
    return stopping and wanted and verb.tag_ in {"VB", "VBP"} and not auxiliaries(verb) & grammar_words("will")


def is_offered(meeting: Meeting) -> bool:
    """ "His offer of talks", "a call for negotiations"."""
    head = meeting.head
    above = head.head.head if head.dep_ == "pobj" else head.head if head.dep_ in {"acl", "xcomp"} else None
    if head.dep_ == "advcl" and head.left_edge.lower_ == "to":  # "repeated his offer to bring them together"
        above = head.left_edge.nbor(-1)
    return above is not None and is_plan_noun(above) and not has_no(above)


def was_once(verb: Token) -> bool:
    """ "Was once ready to mediate"."""
    return verb.lemma_ == "be" and verb.tag_ == "VBD" and any(child.lower_ == "once" for child in verb.children)
