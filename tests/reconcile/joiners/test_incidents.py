import datetime

from builders import claim, day, place, report, side
from truceline.model.actor import Actor
from truceline.reconcile.join_claims import join_claims

ARMY, REBELS = side("Army", "MMR", sector="MIL"), side("Arakan Army", None, kind="non_state")
MAY = datetime.date(2024, 5, 3)
FIRST = report("Jets bombed the market in Sittwe on Thursday. Twelve died.", published=MAY, publisher="A")
OTHER = report("An air strike on Sittwe killed 12, residents said. The army denies it.", published=MAY, publisher="B")
LATER = report("Shells fell on Sittwe. Forty died.", published=MAY, publisher="C")
SITTWE = place("Sittwe")


def strike(of, words, **fields):
    fields = {"date": day("2024-05-02"), "place": SITTWE, "mode": "aerial", **fields}
    return claim("event", of, words, event="ASSAULT", quad=4, event_text=words, **fields)


def dead(of, words, number, **fields):
    return claim(
        "casualties", of, words, harm="killed", value=number, low=number, high=number, measure="incident", **fields
    )


def of_kind(kind, *claims):
    return [made for made in join_claims(claims, reports=(FIRST, OTHER, LATER)) if made.kind == kind]


def test_one_strike_by_two_outlets_with_its_dead_is_one_incident():
    claims = (
        strike(FIRST, "Jets bombed the market in Sittwe", actor=(ARMY,)),
        dead(FIRST, "Twelve died", 12, sentence=1),
        strike(OTHER, "An air strike on Sittwe"),
        dead(OTHER, "killed 12", 12),
    )
    (made,) = of_kind("incident", *claims)
    assert set(made.members) == {one.id for one in claims}
    assert made.independent_sources == 2
    assert made.title.startswith("Air strike in Sittwe, 2 May 2024")


def test_two_towns_or_two_days_are_two_incidents():
    here = strike(FIRST, "Jets bombed the market in Sittwe")
    assert len(of_kind("incident", here, strike(OTHER, "An air strike on Sittwe", place=place("Mrauk U")))) == 2
    assert len(of_kind("incident", here, strike(OTHER, "An air strike on Sittwe", date=day("2024-05-07")))) == 2


def test_a_strike_that_is_planned_is_no_incident():
    assert of_kind("incident", strike(FIRST, "Jets bombed the market in Sittwe", aux_mode="future")) == []


def test_done_against_denied_is_a_contradiction_with_both_claims():
    told = strike(OTHER, "An air strike on Sittwe", actor=(ARMY,), claimed_by=side("residents"))
    denied = strike(OTHER, "The army denies it", actor=(ARMY,), claimed_by=ARMY, factuality="CT-")
    (made,) = of_kind("contradiction", told, denied)
    assert set(made.members) == {told.id, denied.id}
    assert "denies" in made.why


def test_figures_of_one_day_that_cannot_both_hold_are_a_contradiction_and_a_later_higher_one_is_an_update():
    at = {"place": SITTWE, "period": day("2024-05-02")}
    twelve = dead(FIRST, "Twelve died", 12, claimed_by=ARMY, **at)
    forty = dead(FIRST, "Jets bombed", 40, claimed_by=REBELS, **at)
    (made,) = of_kind("contradiction", twelve, forty)
    assert "12 and 40 killed cannot both hold" in made.why or "40 and 12 killed cannot both hold" in made.why
    newer = report("Forty died in Sittwe.", published=MAY + datetime.timedelta(days=1))
    updated = dead(newer, "Forty died", 40, claimed_by=REBELS, **at)
    assert [r for r in join_claims([twelve, updated], reports=(FIRST, newer)) if r.kind == "contradiction"] == []


def test_both_sides_that_count_alike_agree():
    at = {"place": SITTWE, "period": day("2024-05-02")}
    claims = (
        dead(FIRST, "Twelve died", 12, claimed_by=ARMY, **at),
        dead(OTHER, "killed 12", 12, claimed_by=REBELS, **at),
    )
    (made,) = of_kind("agreement", *claims)
    assert "Arakan Army, Army" in made.why


def test_the_actors_are_named_before_they_are_described():
    gunmen = Actor(entity_text="gunmen")
    (made,) = of_kind("incident", strike(FIRST, "Jets bombed the market in Sittwe", actor=(gunmen, ARMY)))
    assert made.actors == (ARMY, gunmen)


def test_nobody_of_the_staff_does_not_contradict_the_wounded_in_the_street():
    street = side("Health department", "MMR", kind="government")
    none = dead(FIRST, "bombed the market", 0, claimed_by=ARMY)
    some = dead(OTHER, "killed 12", 12, claimed_by=street)
    both = (strike(FIRST, "Jets bombed the market"), strike(OTHER, "An air strike on Sittwe"))
    assert of_kind("contradiction", *both, none, some) == []
