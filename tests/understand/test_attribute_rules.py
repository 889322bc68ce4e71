"""Remembered rules for parts of speech say what the pipeline's own rules say."""

import pytest
import spacy

from truceline.settings import Settings
from truceline.understand.attribute_rules import can_remember

TEXTS = [
    "There is no truce, and there are none who'd have one.",
    "They ain't gonna leave; let's go, y'all. He got what he's got to.",
    "The army, which shelled the town, did not say whether it had fired.  It does so that we will know.",
    "U.N. envoys have met both sides; that is all, said an official, because 17 died.\n\nWe do.",
]


def attributes(doc):
    return [(token.text, token.pos_, token.tag_, token.dep_, token.lemma_, str(token.morph)) for token in doc]


@pytest.fixture(scope="module")
def both():
    own = spacy.load(Settings().pipeline)
    remembering = spacy.load(Settings().pipeline)
    assert can_remember(remembering)
    remembering.add_pipe("truceline_attributes", after="lemmatizer")
    remembering.select_pipes(disable=["attribute_ruler", "lemmatizer"])
    return own, remembering


@pytest.mark.parametrize("text", TEXTS)
def test_same_attributes_at_first_and_again(both, text):
    own, remembering = both
    wanted = attributes(own(text))
    assert attributes(remembering(text)) == wanted
    assert attributes(remembering(text)) == wanted


def test_a_pipeline_without_such_rules_is_left_alone():
    assert not can_remember(spacy.blank("en"))


def test_rules_that_ask_for_more_are_not_remembered():
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add([[{"SHAPE": "dd"}]], {"POS": "NUM"})
    nlp.add_pipe("lemmatizer")
    assert not can_remember(nlp)
