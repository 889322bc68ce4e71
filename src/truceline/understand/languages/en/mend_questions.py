"""What several mends ask of a word."""

from functools import lru_cache

import spacy.tokens

from truceline.knowledge.files import words
from truceline.understand.grammar import SUBJECTS

FINITE = frozenset({"VBD", "VBZ", "VBP"})


@lru_cache(maxsize=1)
def verbs_of_saying() -> frozenset[str]:
    return frozenset(words("speech")["says"])


def has_lemma_of_saying(word: spacy.tokens.Token) -> bool:
    return word.lemma_ in verbs_of_saying()


def own_subject(verb: spacy.tokens.Token) -> spacy.tokens.Token | None:
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def is_behind_comma(word: spacy.tokens.Token) -> bool:
    return word.i > 0 and word.nbor(-1).text == ","
