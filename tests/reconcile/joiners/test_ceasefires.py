import datetime

import pytest

from builders import claim, day, days, place, report, side
from truceline.reconcile.join_claims import join_claims
from truceline.reconcile.truces.title import length_words

ARM, AZE = side("Armenia", "ARM"), side("Azerbaijan", "AZE")
STORY = report("A truce was agreed on the tenth. It fell apart. A second truce agreed on Saturday fell apart at once.")


def truce(words, stage, nth=0, sentence=0, **fields):
    return claim("ceasefire", STORY, words, stage=stage, nth=nth, sentence=sentence, **fields)


def processes(*claims):
    return [record for record in join_claims(claims) if record.kind == "ceasefire_process"]


def test_an_end_belongs_to_the_truce_told_of_before():
    agreed = truce("A truce was agreed", "agreed", declared=day("2020-10-10"))
    gone = truce("It fell apart", "collapsed", sentence=1)
    (process,) = processes(gone, agreed)
    assert [step.stage for step in process.steps] == ["agreed", "collapsed"]


def test_two_truces_declared_weeks_apart_never_join():
    first = truce("A truce was agreed", "agreed", declared=day("2020-10-10"), parties=(ARM, AZE))
    second = truce("A second truce", "agreed", sentence=2, declared=day("2020-10-26"), parties=(ARM, AZE))
    assert len(processes(first, second)) == 2


def test_a_truce_held_for_an_interval_of_days():
    agreed = truce("A second truce", "agreed", sentence=2, declared=day("2020-10-17"))
    gone = truce("fell apart at once", "collapsed", sentence=2, ended=days("2020-10-17", "2020-10-21"))
    (process,) = processes(agreed, gone)
    assert process.held_days == (0, 4)


def test_the_order_of_claims_does_not_matter():
    claims = [
        truce("A truce was agreed", "agreed", declared=day("2020-10-10")),
        truce("It fell apart", "collapsed", sentence=1),
        truce("A second truce", "agreed", sentence=2, declared=day("2020-10-17")),
        truce("fell apart at once", "collapsed", sentence=2),
    ]
    assert processes(*claims) == processes(*reversed(claims))
    assert len(processes(*claims)) == 2


NEWS = [
    report("The first ceasefire was agreed on Saturday in Moscow.", published=datetime.date(2030, 3, 10)),
    report("A second truce was announced on Monday.", published=datetime.date(2030, 3, 19)),
    report(
        "The second ceasefire collapsed. The Moscow truce did not hold either.", published=datetime.date(2030, 3, 21)
    ),
    report("Shelling broke the truce, an officer said.", published=datetime.date(2030, 3, 22)),
    report("It was the first truce in five weeks of war.", published=datetime.date(2030, 3, 19)),
]


def told(number, words, stage, **fields):
    return claim("ceasefire", NEWS[number], words, stage=stage, **{"parties": (ARM, AZE), **fields})


def members_of(*claims):
    made = join_claims(claims, reports=NEWS)
    return [set(one.members) for one in made if one.kind == "ceasefire_process"]


def test_counted_truces_are_told_apart_and_the_one_in_the_news_is_the_last():
    first = told(0, "The first ceasefire was agreed", "agreed", declared=day("2030-03-09"))
    second = told(1, "A second truce was announced", "announced", declared=day("2030-03-18"))
    counted = told(2, "The second ceasefire collapsed", "collapsed", ended=day("2030-03-20"))
    broken = told(3, "broke the truce", "violated")
    found = members_of(first, second, counted, broken)
    assert {first.id} in found
    assert {second.id, counted.id, broken.id} in found


def test_the_first_truce_in_five_weeks_is_not_counted():
    second = told(1, "A second truce was announced", "announced", declared=day("2030-03-18"))
    again = told(4, "the first truce in five weeks", "agreed", declared=day("2030-03-18"))
    assert len(members_of(second, again)) == 1


def test_a_truce_that_still_holds_on_a_later_day_did_not_begin_on_it():
    agreed = told(0, "The first ceasefire was agreed", "agreed", declared=day("2030-03-09"))
    later = report("The ceasefire is holding.", published=datetime.date(2030, 3, 20))
    fields = {"stage": "in_force", "effective": day("2030-03-19"), "parties": (ARM, AZE)}
    made = join_claims([agreed, claim("ceasefire", later, "ceasefire is holding", **fields)], reports=[NEWS[0], later])
    (process,) = [one for one in made if one.kind == "ceasefire_process"]
    assert process.title.startswith("First truce of 9 Mar 2030, Armenia, Azerbaijan")


def test_each_side_that_blames_the_other_is_a_contradiction():
    mine = told(3, "Shelling broke the truce", "violated", claimed_by=ARM, violated_by=(AZE,))
    theirs = told(2, "The second ceasefire collapsed", "violated", claimed_by=AZE, violated_by=(ARM,))
    (made,) = [one for one in join_claims([mine, theirs], reports=NEWS) if one.kind == "contradiction"]
    assert set(made.members) == {mine.id, theirs.id}
    assert "another side broke the truce" in made.why


@pytest.mark.parametrize(
    ("iso", "words"), [("P2M", "2-month"), ("PT30M", "30-minute"), ("PT72H", "72-hour"), ("P1Y", "1-year")]
)
def test_length_in_words(iso, words):
    told = claim("ceasefire", report("A truce was agreed."), "truce", stage="agreed", duration=iso)
    assert length_words([told]) == words


def test_one_that_ran_out_held_no_longer_than_it_was_to_hold():
    agreed = truce("A truce was agreed", "announced", declared=day("2020-10-10"), duration="PT8H")
    over = truce("It fell apart", "expired", sentence=1, ended=day("2020-10-12"), duration="PT8H")
    (process,) = processes(agreed, over)
    assert process.held_days == (0, 1)


def test_an_end_before_the_beginning_or_on_the_day_of_the_words_for_it_tells_no_length():
    agreed = truce("A second truce", "announced", sentence=2, declared=day("2020-10-17"))
    same_words = truce("fell apart at once", "collapsed", sentence=2, ended=day("2020-10-17"))
    (process,) = processes(agreed, same_words)
    assert process.held_days is None


COUNTRY = side("Government of Nepal", "NPL", kind="government")
LOYAL, REBELS = (side(name, "NPL", kind="non_state", sector="REB") for name in ("Loyal Guards", "Red Brigade"))
TWO_GROUPS = [
    report("The Red Brigade declared a truce on Monday.", published=datetime.date(2031, 5, 6)),
    report("The Loyal Guards declared a truce on Monday. The truce is holding.", published=datetime.date(2031, 6, 17)),
    report("A three-day truce began. The wider truce holds.", published=datetime.date(2031, 5, 20)),
]


def of_group(number, words, stage, *parties, **fields):
    return claim("ceasefire", TWO_GROUPS[number], words, stage=stage, parties=parties, **fields)


def apart(*claims):
    made = join_claims(claims, reports=TWO_GROUPS)
    return sorted(len(one.members) for one in made if one.kind == "ceasefire_process")


def test_two_armed_groups_of_one_country_declare_truces_of_their_own():
    first = of_group(0, "declared a truce", "announced", REBELS, COUNTRY, declared=day("2031-05-05"))
    other = of_group(1, "declared a truce", "announced", LOYAL)
    assert apart(first, other) == [1, 1]
    assert apart(first, of_group(1, "truce is holding", "in_force", REBELS)) == [2]


def test_two_truces_of_one_country_hold_in_towns_far_from_each_other():
    def at(town, lat, lon):
        return place(town).model_copy(update={"lat": lat, "lon": lon, "country": "NPL", "precision": 1})

    first = of_group(0, "declared a truce", "announced", COUNTRY, declared=day("2031-05-05"), place=at("A", 28.1, 81.0))
    near, far = at("B", 28.2, 81.3), at("C", 27.0, 87.0)
    assert apart(first, of_group(2, "The wider truce holds", "in_force", COUNTRY, place=near)) == [2]
    assert apart(first, of_group(2, "The wider truce holds", "in_force", COUNTRY, place=far)) == [1, 1]


def test_a_pause_of_days_is_not_the_wider_truce_around_it():
    first = of_group(0, "declared a truce", "announced", REBELS, COUNTRY, declared=day("2031-05-05"))
    pause = of_group(2, "three-day truce began", "in_force", duration="P3D", effective=day("2031-05-19"))
    wider = of_group(2, "wider truce holds", "in_force", REBELS)
    assert apart(first, pause, wider) == [1, 2]


def test_a_truce_of_days_is_not_the_one_that_is_broken_weeks_later():
    pause = of_group(0, "declared a truce", "announced", COUNTRY, duration="P3D", declared=day("2031-05-05"))
    assert apart(pause, of_group(1, "truce is holding", "in_force", COUNTRY)) == [1, 1]
    assert apart(pause, of_group(2, "wider truce holds", "extended", COUNTRY, effective=day("2031-05-08"))) == [1, 1]


def test_a_truce_that_is_told_of_is_none_that_was_declared_later():
    loyal = side("loyalist", kind="non_state", sector="REB").model_copy(update={"resolution": "unresolved"})
    told_in_may = of_group(0, "declared a truce", "announced", REBELS)
    declared_in_june = of_group(1, "declared a truce", "announced", declared=day("2031-06-16"))
    assert apart(told_in_may, declared_in_june) == [1, 1]
    assert apart(told_in_may, of_group(0, "declared a truce", "in_force", loyal, nth=1)) == [1, 1]


def test_an_alliance_that_no_conflict_file_names_is_a_party():
    army = side("Armed forces of Myanmar", "MMR", kind="armed_force", sector="MIL")
    allies = side("Alliance of the Hills", "MMR", kind="non_state", sector="REB")
    told_of = report("Junta troops fought the Arakan Army. The army and the alliance agreed a truce in Kunming.",
                     published=datetime.date(2024, 1, 12))  # fmt: skip
    agreed = claim("ceasefire", told_of, "agreed a truce", stage="agreed", parties=(army, allies))
    made = join_claims([agreed], reports=[told_of], conflicts={told_of.id: "myanmar"})
    (process,) = [one for one in made if one.kind == "ceasefire_process"]
    assert {actor.entity_name for actor in process.parties} == {"Armed forces of Myanmar", "Alliance of the Hills"}
