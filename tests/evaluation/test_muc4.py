"""How answers are held against the keys of MUC-4, on keys made up here."""

import datetime
from collections import Counter

from evaluation.muc4 import hits_in
from evaluation.muc4_answers import Answers, day_told, is_of_attack
from evaluation.muc4_keys import Answer, fills_of, known_values
from evaluation.truecase import LOWER, TITLE, UPPER, Usage, likeliest
from truceline.model.claims import Casualties
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.understand.find_claims import find_claims

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


def test_optional_fills_count_where_they_are_met():
    optional = {**KEY, "optional": True}
    hits = hits_in("effect", [optional], [answer("killed", "PEASANTS")])
    assert (hits.wanted, hits.met, hits.given, hits.right) == (1, 1, 1, 1)


def test_approximate_numbers_and_uncertain_days_lose_their_marks():
    assert list(known_values("number", "~100")) == ["100"]
    assert list(known_values("date", "(25 MAY 89)")) == ["25 MAY 89"]
    assert list(known_values("date", "- 25 MAY 89")) == ["25 MAY 89"]
    assert list(known_values("effect", "RESIGNATION")) == []


def test_a_claim_without_a_day_has_the_day_of_the_report():
    assert day_told(None, datetime.date(1990, 2, 4)) == "04 FEB 90"
    day = datetime.date(1990, 2, 2)
    assert day_told(Date(raw="2 February", earliest=day, latest=day), datetime.date(1990, 2, 4)) == "02 FEB 90"


def test_where_no_victim_is_named_any_answer_of_that_effect_meets():
    nobody = {"optional": False, "hum_tgt_effect": [{"alternatives": [{"value": "NO INJURY OR DEATH", "ref": ["-"]}]}]}
    hits = hits_in("effect", [nobody], [answer("unhurt", "NO CASUALTIES")])
    assert (hits.wanted, hits.met, hits.right) == (1, 1, 1)


def test_fighters_and_old_attacks_are_left_aside():
    day = datetime.date(1990, 2, 4)
    told = "Gunmen killed two teachers in Ica on Saturday. Two soldiers were killed in a clash with rebels."
    report = Report(id="r", text=told, published=day)
    claims = find_claims(report)
    harm = [claim for claim in claims if isinstance(claim, Casualties)]
    assert [claim.person_status for claim in harm if is_of_attack(claim, day)] == ["civilian"]
    assert not any(is_of_attack(claim, day + datetime.timedelta(days=90)) for claim in harm if claim.period)
    answers = Answers.read(claims, report)
    assert [one.value for one in answers.number] == ["2"]
    assert answers.date[0].value == "03 FEB 90"


def test_soldiers_hit_by_a_bomb_and_the_small_toll_of_one_attack_are_victims():
    told = "A bomb explosion killed two soldiers in Ica on Saturday. The war has killed 30,000 people since 1980."
    report = Report(id="r", text=told, published=datetime.date(1990, 2, 4))
    assert [one.value for one in Answers.read(find_claims(report), report).number] == ["2"]


def test_whom_an_attack_was_aimed_at_is_a_victim_of_the_keys():
    told = "Rebels attacked Senator Luis Prado in Ica on Saturday."
    report = Report(id="r", text=told, published=datetime.date(1990, 2, 4))
    answers = Answers.read(find_claims(report), report)
    assert [(one.value, "PRADO" in one.words) for one in answers.number] == [("1", True)]
    assert answers.effect == ()


def test_threatened_and_released_persons_are_victims_of_the_keys():
    told = "The rebels threatened to kill ten judges. Senator Luis Prado was released by his kidnappers on Saturday."
    report = Report(id="r", text=told, published=datetime.date(1990, 2, 4))
    answers = Answers.read(find_claims(report), report)
    assert [one.value for one in answers.number] == ["10", "1"]
    assert answers.effect == ()


def answers_to(told: str) -> Answers:
    report = Report(id="r", text=told, published=datetime.date(1990, 2, 4))
    return Answers.read(find_claims(report), report)


def test_each_person_whom_a_figure_names_is_counted_alone():
    answers = answers_to("Soldiers killed two reporters, Roberto Navas and Mauricio Pineda, in Ica on Saturday.")
    assert [(one.value, {"NAVAS", "PINEDA"} <= one.words) for one in answers.number] == [("1", True)] * 2
    assert [one.value for one in answers.effect] == ["killed"] * 2


def test_two_victims_of_one_surname_are_two_and_a_name_told_again_is_one():
    told = "Gunmen murdered Senator Luis Prado in Ica on Saturday. {} was also murdered."
    assert [one.value for one in answers_to(told.format("Deputy Jorge Prado")).number] == ["1", "1"]
    assert [one.value for one in answers_to(told.format("Prado")).number] == ["1"]


def test_a_victim_told_with_others_is_not_taken_for_them():
    told = "He condemned the murder of Luis Prado. The murders of Luis Prado and Jorge Paz in Ica shook the country."
    answers = answers_to(told)
    assert [{"PAZ"} <= one.told for one in answers.number] == [False, True]


def test_attacks_that_are_only_named_have_no_day():
    report = Report(id="r", text="He condemned the attacks.", published=datetime.date(1990, 2, 4))
    assert Answers.read(find_claims(report), report).date == ()


def test_capitals_become_the_letters_that_words_and_neighbours_have():
    words = {
        "attack": Counter({LOWER: 9}),
        "president": Counter({LOWER: 6, TITLE: 6}),
        "arias": Counter({TITLE: 3}),
        "the": Counter({LOWER: 99}),
    }
    pairs = {(LOWER, LOWER): 90, (LOWER, TITLE): 5, (TITLE, LOWER): 5, (TITLE, TITLE): 40}
    usage = Usage(words, Counter(pairs))
    assert likeliest(["the", "president", "arias"], [True, True], usage) == [LOWER, TITLE, TITLE]
    assert likeliest(["the", "president", "attacked"], [True, True], usage) == [LOWER, LOWER, LOWER]
    assert likeliest(["soyapango", "fdr"], [False], usage) == [TITLE, UPPER]
