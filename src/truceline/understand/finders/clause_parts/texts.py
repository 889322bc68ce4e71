"""Resolutions, drafts, laws: what stands in a text is its terms, told of nobody's act or stand today."""

from truceline.understand.finders.clause_parts.phrases import lemma_of, word_set
from truceline.understand.tokens import Token


def is_text(noun: Token) -> bool:
    return lemma_of(noun) in word_set("events", "texts")


def is_said_by_text(verb: Token) -> bool:
    """ "Resolution 598, which calls for a truce": told beside something else."""
    return verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and is_text(verb.head)
