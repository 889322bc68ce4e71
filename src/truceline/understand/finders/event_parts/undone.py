"""What stopped, was left without, was not gone on with, or is said of whoever may do it: no deed."""

from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import auxiliaries, grammar_words, has_no, is_negated
from truceline.understand.tokens import Token

BY_HABIT: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "COOPERATE"})


def is_undone(verb: Token) -> bool:
    undone = is_not_gone_on(verb) or is_stopped(verb) or is_left_undone(verb)
    return undone or is_of_whoever_does(verb) or is_what_is_asked(verb)


def is_not_gone_on(verb: Token) -> bool:
    """ "Cannot go on talking to them", "may not continue shelling": what the verb of going on lacks, this lacks too."""
    above = verb_above_doing(verb)
    if above is None or lemma_of(above) not in word_set("going_on"):
        return False
    return is_negated(above) or bool(auxiliaries(above) & word_set("possible"))


def is_stopped(verb: Token) -> bool:
    """ "Pledged to stop supplying them", "urged it to refrain from shelling", "stopped shelling": the halt is told."""
    above = verb_above_doing(verb)
    return above is not None and lemma_of(above) in word_set("stopping")


def verb_above_doing(verb: Token) -> Token | None:
    """ "Stopped shelling", "refrain from shelling": the verb that tells what becomes of the doing."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"xcomp", "pcomp"} or verb.head.lower_ == "by":
        return None  # "stopped the train by blowing up the track"
    return verb.head.head if verb.dep_ == "pcomp" else verb.head


def is_of_whoever_does(verb: Token) -> bool:
    """ "Will hang the man who breaks the peace", "whichever side attacks would pay": whoever may do it."""
    if verb.tag_ in {"VBZ", "VBP"} and any(child.lower_ in grammar_words("whoever") for child in verb.lefts):
        return True
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBZ", "VBP"} or verb.head.pos_ == "PROPN":
        return False
    if is_anyone(verb.head) or is_offered(verb.head):
        return True
    above = next((up for up in verb.head.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    return above is not None and not above.helpers.isdisjoint(grammar_words("will"))


def is_anyone(noun: Token) -> bool:
    """ "Any who surrender", "any of the rebels who surrender", "those who lay down arms"."""
    above = [noun.head.head] if noun.dep_ == "pobj" and noun.head.lower_ == "of" else []
    return any(one.lower_ in word_set("anyone") for one in (noun, *noun.children, *above))


def is_offered(noun: Token) -> bool:
    """ "Offered an amnesty to rebels who surrender": none has yet."""
    step = noun.head
    if noun.dep_ != "pobj" or step.lower_ not in {"to", "for"}:
        return False
    given = (step.head, *step.head.rights)
    return any(one.low_lemma in word_set("for_whoever") for one in given)


def is_habit(event: PloverEvent, verb: Token) -> bool:
    """ "The young men who plant the bombs", "which fights alongside the army": what they do, no deed of a day."""
    bare = verb.tag_ in {"VBZ", "VBP"} and not verb.helpers
    if bare and any(child.lower_ in word_set("habits") for child in verb.lefts):
        return True  # "rarely acknowledges defeats"
    return bare and verb.dep_ == "relcl" and event in BY_HABIT


def is_left_undone(verb: Token) -> bool:
    """ "Left without having met him", "fled instead of fighting", "has no intention of capturing it"."""
    step = verb.head if verb.dep_ == "pcomp" else None
    if step is None or step.lower_ == "without":
        return step is not None
    if step.lower_ == "of" and step.head.lower_ in word_set("only_able"):
        return True  # "is capable of attacking"
    if step.lower_ == "from" and step.nbor(-1).lower_ == "far":
        return True  # "far from rejecting it"
    denied = has_no(step.head) or lemma_of(step.head.head) == "deny"  # "denied any intention of capturing it"
    unmeant = lemma_of(step.head) in listed("ceasefires", "intents") and denied
    return step.lower_ == "of" and (unmeant or step.nbor(-1).lower_ == "instead")


def is_what_is_asked(verb: Token) -> bool:
    """ "Asked how its forces would pull back", "a map of when they will leave": a thing to settle, no promise."""
    if verb.dep_ not in {"ccomp", "pcomp", "acl"} or auxiliaries(verb).isdisjoint(grammar_words("will")):
        return False
    return any(child.tag_ == "WRB" and child.dep_ == "advmod" and child.i < verb.i for child in verb.children)
