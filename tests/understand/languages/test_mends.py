"""Mends of parses that no parser should give and a parser may: each word stays below the root, and none is asked for
beyond an end of the text.
"""

import pytest
import spacy
from spacy.tokens import Doc

from truceline.understand.languages.en.mended_parse import mend_parse

Parsed = tuple[str, str, str, str, int]  # word, tag, class, relation, head
WHICH_FIRST = [
    ("Which", "WDT", "PRON", "nsubj", 1), ("burned", "VBD", "VERB", "relcl", 2), ("villages", "NNS", "NOUN", "ROOT", 2),
]  # fmt: skip
SOURCES_ABOVE_SAID = [
    ("Between", "IN", "ADP", "ROOT", 0), ("Friday", "NNP", "PROPN", "nmod", 3), ("local", "JJ", "ADJ", "amod", 3),
    ("sources", "NNS", "NOUN", "pobj", 0), ("said", "VBD", "VERB", "relcl", 3),
]  # fmt: skip
DEAD_ABOVE_SHOT = [
    ("Shot", "VBN", "VERB", "amod", 1), ("dead", "JJ", "ADJ", "amod", 2), ("soldiers", "NNS", "NOUN", "ROOT", 2),
]  # fmt: skip

THAT_FAR_BEFORE = [
    ("That", "IN", "SCONJ", "mark", 3), ("told", "VBD", "VERB", "ROOT", 1), ("radio", "NN", "NOUN", "dobj", 1),
    ("fell", "VBD", "VERB", "ccomp", 1),
]  # fmt: skip


@pytest.mark.parametrize("parsed", [WHICH_FIRST, SOURCES_ABOVE_SAID, DEAD_ABOVE_SHOT, THAT_FAR_BEFORE])
def test_a_strange_parse_stays_a_tree(parsed: list[Parsed]):
    words, tags, classes, relations, heads = (list(column) for column in zip(*parsed, strict=True))
    days = ["B-DATE" if word == "Friday" else "O" for word in words]
    doc = Doc(spacy.blank("en").vocab, words, tags=tags, pos=classes, deps=relations, heads=heads, ents=days)
    for token in doc:
        mend_parse(token)
    assert [(token.dep_, token.head.i) for token in doc] == [(one[3], one[4]) for one in parsed]
