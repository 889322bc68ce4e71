"""Asked about all words at once, the recogniser finds the entities that it finds word by word."""

import pytest
import spacy

from truceline.settings import Settings
from truceline.understand.entities import can_ask_at_once

TEXTS = [
    "U.N. envoy Martin Griffiths met Houthi leaders in Sanaa on Monday, 17 December 2018. Some 1,200 fighters left.",
    "The United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic said so",
    "JUBA\n\nSouth Sudan's  rebels  denied it.\n\nReuters reported on\nMonday that the Free\nSyrian Army had left",
    "Aleppo.",
    "no name stands here , and nothing else .",
    "",
]


def entities(doc):
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents], [token.ent_iob_ for token in doc]


@pytest.fixture(scope="module")
def both():
    own, at_once = spacy.load(Settings().pipeline), spacy.load(Settings().pipeline)
    assert can_ask_at_once(at_once)
    at_once.add_pipe("truceline_entities", after="ner")
    at_once.disable_pipe("ner")
    return own, at_once


def test_the_same_entities_in_one_batch(both):
    own, at_once = both
    wanted = [entities(doc) for doc in own.pipe(TEXTS)]
    assert [entities(doc) for doc in at_once.pipe(TEXTS)] == wanted
    assert len(wanted[0][0]) >= 4


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_entities_one_by_one(both, text):
    own, at_once = both
    assert entities(at_once(text)) == entities(own(text))


def test_a_pipeline_without_such_a_recogniser_is_left_alone():
    assert not can_ask_at_once(spacy.blank("en"))


def test_entities_marked_before_are_left_to_the_recogniser():
    nlp = spacy.load(Settings().pipeline)
    nlp.add_pipe("entity_ruler", before="ner")
    assert not can_ask_at_once(nlp)
