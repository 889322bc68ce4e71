"""Forty pages, each plea in one of ten places: the pleas go, the stories stay (evaluation/plea_pages.py makes them)."""

import pytest

from evaluation.plea_pages import (
    PLACEMENTS,
    made_pages,
    many_countries,
    news_kept,
    passages,
    sentences_of,
    shares,
    text_of,
    wordings,
    written,
)
from evaluation.plea_weights import Sample, learned
from truceline.read.boilerplate import left_out_of
from truceline.read.paragraphs import paragraphs

HALVES = ("seen", "fresh")
MADE = [(half, *made) for half in HALVES for made in made_pages(wordings(half))]


@pytest.mark.parametrize(("half", "way", "content", "plea", "story"), MADE, ids=[f"{m[0]}: {m[1]}" for m in MADE])
def test_the_plea_goes_and_the_story_stays(half, way, content, plea, story):
    text = text_of(content)
    assert [sentence for sentence in sentences_of(plea) if sentence in text] == []
    assert [paragraph for paragraph in story if paragraph not in text] == []


def test_wordings_that_nobody_tuned_on_go_mostly_and_no_story_with_them():
    gone, stayed, words = shares(wordings("measured"))
    assert gone > 0.97
    assert stayed == 1
    assert words > 400


def test_every_half_stands_in_every_place():
    for half in (*HALVES, "measured"):
        made = list(made_pages(wordings(half)))
        assert len(made) == 40
        assert {way for way, *_ in made} == set(PLACEMENTS)


def test_passages_in_other_manners_go_mostly_and_news_that_looks_like_pleas_stays():
    gone, stayed, _ = shares(passages("aside.yaml"))
    assert gone > 0.8
    assert stayed == 1
    kept, words = news_kept(passages("hard_news.yaml"))
    assert kept > 0.98
    assert words > 2000


def test_manners_of_many_countries_go_mostly_and_appeals_that_are_news_stay():
    gone, stayed, _ = shares(many_countries("pleas"))
    assert gone > 0.8
    assert stayed == 1
    assert news_kept(many_countries("stories"))[0] == 1


def test_what_is_said_round_about_goes_mostly_and_news_like_it_stays():
    gone, stayed, words = shares(written("round_about.yaml")["aside"])
    assert gone > 0.84
    assert stayed > 0.995
    assert words > 3000
    kept, words = news_kept(written("news_round_about.yaml")["aside"])
    assert kept > 0.985
    assert words > 3000


def test_what_is_said_in_ordinary_words_goes_mostly_and_news_like_it_stays():
    gone, stayed, words = shares(written("ordinary.yaml")["aside"])
    assert gone > 0.92
    assert stayed == 1
    assert words > 1800
    assert news_kept(written("news_like_ordinary.yaml")["aside"])[0] > 0.985


STORY = "The army said on Tuesday that it had taken the bridge at Qasr. {} Four soldiers died in the fight, it said."


def test_a_sentence_amid_those_of_a_story_goes_only_where_it_is_sure():
    told = STORY.format("You could hear the guns from here.")
    assert left_out_of(told, paragraphs(told)) == ()
    asking = STORY.format("Sign up for our newsletter and never miss a story.")
    assert [cut.text for cut in left_out_of(asking, paragraphs(asking))] == [
        "Sign up for our newsletter and never miss a story."
    ]


def test_words_no_sentence_was_learned_from_weigh_as_words_used_alike_do():
    samples = [Sample(frozenset({"w gift", f"w {n}"}), True, 1.0) for n in range(9)]
    samples += [Sample(frozenset({"w shell", f"w {n}"}), False, 1.0) for n in range(9)]
    _, weights = learned(samples)
    assert weights["w donation"] > weights["w mortar"]


def test_weights_are_learned_alike_each_time():
    samples = [Sample(frozenset({"w gift", f"w {n}"}), True, 1.0) for n in range(9)]
    samples += [Sample(frozenset({"w shell", f"w {n}"}), False, 1.0) for n in range(9)]
    base, weights = learned(samples)
    assert learned(samples) == (base, weights)
    assert weights["w gift"] > 1 > -1 > weights["w shell"]


def test_words_of_others_without_quotation_marks_stay_mostly():
    kept, words = news_kept(passages("others_words.yaml"))
    assert kept > 0.88
    assert words > 800
