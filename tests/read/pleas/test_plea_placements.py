"""Forty pages, each plea in one of ten places: the pleas go, the stories stay (evaluation/plea_pages.py makes them)."""

import pytest

from evaluation.plea_pages import PLACEMENTS, made_pages, sentences_of, shares, text_of

HALVES = ("seen", "fresh")
MADE = [(half, *made) for half in HALVES for made in made_pages(half)]


@pytest.mark.parametrize(("half", "way", "content", "plea", "story"), MADE, ids=[f"{m[0]}: {m[1]}" for m in MADE])
def test_the_plea_goes_and_the_story_stays(half, way, content, plea, story):
    text = text_of(content)
    assert [sentence for sentence in sentences_of(plea) if sentence in text] == []
    assert [paragraph for paragraph in story if paragraph not in text] == []


def test_wordings_that_nobody_tuned_on_go_mostly_and_no_story_with_them():
    gone, stayed, words = shares("measured")
    assert gone > 0.85
    assert stayed == 1
    assert words > 400


def test_every_half_stands_in_every_place():
    for half in (*HALVES, "measured"):
        made = list(made_pages(half))
        assert len(made) == 40
        assert {way for way, *_ in made} == set(PLACEMENTS)
