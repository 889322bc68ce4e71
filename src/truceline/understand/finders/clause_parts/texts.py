"""Resolutions, drafts, laws: what stands in a text is its terms, told of nobody's act or stand today."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.tokens import Token


def is_text(noun: Token) -> bool:
    return lemma_of(noun) in word_set("events", "texts")


def is_said_by_text(verb: Token) -> bool:
    """ "Resolution 598, which calls for a truce": told beside something else."""
    led = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    own = any(child.tag_ not in {"WDT", "WP"} for child in led)  # "a communiqué in which the rebels accuse"
    return verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and is_text(verb.head) and not own
