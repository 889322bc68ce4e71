"""What several mends ask of a word."""

from functools import lru_cache

import spacy.tokens

from truceline.knowledge.files import word_set, words
from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.date_parts.lexicon import coded

FINITE = frozenset({"VBD", "VBZ", "VBP"})


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """ "Monday", "Mon"."""
    return frozenset(map(str.title, coded("weekday")))


@lru_cache(maxsize=1)
def base_forms() -> dict[str, str]:
    """Forms of verbs that the parser does not know, each with its base form."""
    return {form: base for form, _, base in (pair.partition(" ") for pair in words("lemmas")["verbs"])}


@lru_cache(maxsize=1)
def short_nouns() -> dict[str, str]:
    """ "Govt", "civs", each with its base form."""
    return {form: base for form, _, base in (pair.partition(" ") for pair in words("lemmas")["nouns"])}


def has_lemma_of_saying(word: spacy.tokens.Token) -> bool:
    return word.lemma_ in word_set("speech", "says")


def own_subject(verb: spacy.tokens.Token) -> spacy.tokens.Token | None:
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def is_behind_comma(word: spacy.tokens.Token) -> bool:
    return word.i > 0 and word.nbor(-1).text == ","
