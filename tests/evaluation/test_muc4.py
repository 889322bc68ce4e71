"""How answers are held against the keys of MUC-4, on keys made up here."""

import datetime

from evaluation.muc4 import hits_in
from evaluation.muc4_answers import day_told
from evaluation.muc4_keys import Answer, fills_of, known_values
from evaluation.truecase import form_of
from truceline.model.when import Date

KEY = {
    "optional": False,
    "hum_tgt_effect": [
        {"alternatives": [{"value": "DEATH", "ref": ["SIX PEASANTS"]}]},
        {"alternatives": [{"value": "INJURY", "ref": ["GUARD"]}]},
    ],
}


def answer(value: str, words: str) -> Answer:
    return Answer(value, frozenset(words.split()))


def test_an_answer_meets_a_victim_by_effect_and_noun():
    hits = hits_in("effect", [KEY], [answer("killed", "PEASANTS KILLED"), answer("injured", "SOLDIER WOUNDED")])
    assert (hits.wanted, hits.met, hits.given, hits.right) == (2, 1, 2, 1)


def test_one_answer_meets_one_fill_only():
    twice = {**KEY, "hum_tgt_effect": [*KEY["hum_tgt_effect"], KEY["hum_tgt_effect"][0] | {"optional": False}]}
    assert len(list(fills_of("effect", [KEY, twice]))) == 2, "the same fill in two templates counts once"


def test_optional_fills_count_for_precision_only():
    optional = {**KEY, "optional": True}
    hits = hits_in("effect", [optional], [answer("killed", "PEASANTS")])
    assert (hits.wanted, hits.met, hits.given, hits.right) == (0, 0, 1, 1)


def test_approximate_numbers_and_uncertain_days_lose_their_marks():
    assert list(known_values("number", "~100")) == ["100"]
    assert list(known_values("date", "(25 MAY 89)")) == ["25 MAY 89"]
    assert list(known_values("date", "- 25 MAY 89")) == ["25 MAY 89"]
    assert list(known_values("effect", "RESIGNATION")) == []


def test_a_claim_without_a_day_has_the_day_of_the_report():
    assert day_told(None, datetime.date(1990, 2, 4)) == "04 FEB 90"
    day = datetime.date(1990, 2, 2)
    assert day_told(Date(raw="2 February", earliest=day, latest=day), datetime.date(1990, 2, 4)) == "02 FEB 90"


def test_small_letters_for_known_words_and_capitals_for_names():
    forms = {"attack": "attack", "bogota": "Bogota"}
    assert [form_of(word, forms) for word in ("attack", "attacked", "bogota", "soyapango")] == [
        "attack", "attacked", "Bogota", "Soyapango",
    ]  # fmt: skip
