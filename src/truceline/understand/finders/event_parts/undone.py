"""What stopped, was left without, was not gone on with, or is said of whoever may do it: no deed."""

from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import auxiliaries, grammar_words, is_negated
from truceline.understand.tokens import Token


def is_undone(verb: Token) -> bool:
    return is_not_gone_on(verb) or is_stopped(verb) or is_left_undone(verb) or is_of_whoever_does(verb)


def is_not_gone_on(verb: Token) -> bool:
    """ "Cannot go on talking to them", "may not continue shelling": what the verb of going on lacks, this lacks too."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    goes_on = verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "pcomp"} and lemma_of(above) in word_set("going_on")
    return goes_on and (is_negated(above) or bool(auxiliaries(above) & word_set("possible")))


def is_stopped(verb: Token) -> bool:
    """ "Pledged to stop supplying them", "urged it to refrain from shelling", "stopped shelling": the halt is told."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "pcomp"} and lemma_of(above) in word_set("stopping")


def is_of_whoever_does(verb: Token) -> bool:
    """ "Will hang the man who breaks the peace", "whichever side attacks would pay": whoever may do it."""
    if verb.dep_ != "relcl" or verb.tag_ not in {"VBZ", "VBP"} or verb.head.pos_ == "PROPN":
        return False
    above = next((up for up in verb.head.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    return above is not None and not above.helpers.isdisjoint(grammar_words("will"))


def is_left_undone(verb: Token) -> bool:
    """ "Left without having met him", "fled instead of fighting"."""
    step = verb.head if verb.dep_ == "pcomp" else None
    return step is not None and (
        step.lower_ == "without" or (step.lower_ == "of" and step.nbor(-1).lower_ == "instead")
    )
