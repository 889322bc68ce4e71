"""Whose side an actor stands on, and whose word a claim is."""

import pytest

from builders import claim, day, place, report, side
from truceline.reconcile.join_claims import join_claims
from truceline.reconcile.sides import is_short_for
from truceline.reconcile.theatres import Theatre

ARMY = side("Armed forces of Philippines", "PHL", sector="MIL", kind="armed_force")
GROUP = side("Maute group", "PHL", sector="REB", kind="non_state")
MINISTER = side("Prime minister of Lebanon", "LBN", sector="GOV", kind="person")
STORY = report("The group took Marawi, it said. Its soldiers left the town, the army said. They hold only the airport.")


def test_a_rebel_group_is_no_side_of_its_state():
    here = Theatre(None, frozenset({"PHL"}))
    assert here.side_of(ARMY) != here.side_of(GROUP)


def test_a_minister_of_the_country_that_a_group_lives_in_does_not_speak_for_the_group():
    assert Theatre("israel-lebanon", frozenset({"ISR", "LBN"})).side_of(MINISTER) != "Hezbollah"


def test_a_side_bears_one_name_whether_the_report_names_the_war_or_not():
    houthis = side("Houthis", "YEM", sector="REB", kind="non_state")
    named, unnamed = Theatre("yemen", frozenset({"YEM"})), Theatre(None, frozenset({"YEM"}))
    assert named.side_of(houthis) == unnamed.side_of(houthis) == "Houthis"


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        (side("Observatory"), side("Syrian Observatory for Human Rights", "GBR"), True),
        (side("Army", kind="armed_force"), side("Arakan Army", "MMR", kind="armed_force"), False),
        (side("Red Cross"), side("Red Crescent"), False),
    ],
)
def test_a_short_form_of_a_name(one, other, short):
    assert is_short_for(one, other) is short


def ground(words, by, controller, change, **fields):
    told = {"change": change, "place": place("Marawi"), "date": day("2031-05-20")}
    return claim("territory", STORY, words, claimed_by=by, controller=controller, **{**told, **fields})


def contradictions(*claims):
    return [record for record in join_claims(claims) if record.kind == "contradiction"]


def test_two_who_hold_one_town_contradict_each_other_and_are_named_by_their_sides():
    (made,) = contradictions(
        ground("The group took Marawi", GROUP, GROUP, "gained"), ground("Its soldiers", ARMY, ARMY, "holds")
    )
    assert "Maute Group" in made.why.split("one says that")[1]
    assert "Philippines" in made.why.split("one says that")[1]


def test_taken_and_then_left_is_no_contradiction_and_neither_is_a_part():
    took = ground("The group took Marawi", GROUP, GROUP, "gained")
    assert contradictions(took, ground("left the town", ARMY, GROUP, "withdrew")) == []
    assert contradictions(took, ground("They hold only the airport", ARMY, ARMY, "holds")) == []


def agreements(*claims):
    return [record for record in join_claims(claims) if record.kind == "agreement"]


def test_a_report_that_repeats_its_source_adds_no_voice():
    said = ground("The group took Marawi", GROUP, GROUP, "gained")
    headline = claim(
        "territory", STORY, "took Marawi", controller=GROUP, change="gained", place=place("Marawi"),
        date=day("2031-05-20"),
    )  # fmt: skip
    elsewhere = claim(
        "territory", report("Fighters of the group took Marawi."), "took Marawi", controller=GROUP, change="gained",
        place=place("Marawi"), date=day("2031-05-20"),
    )  # fmt: skip
    assert agreements(said, headline) == []
    (made,) = agreements(said, headline, elsewhere)
    assert headline.id not in made.members
