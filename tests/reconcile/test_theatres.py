"""Which war a report tells of, where no conflict file names it."""

from builders import claim, report, side
from truceline.model.where import Place
from truceline.reconcile.theatres import theatre_of

STORY = report("Turkey and Russia urged a truce in Libya. Libya's sides met in Geneva. Gunmen fired on a village.")


def test_the_countries_named_count_without_those_who_only_urge():
    urged = claim(
        "event", STORY, "urged a truce", event="REQUEST", event_text="urged", quad=3, actor=(side("Turkey", "TUR"),)
    )
    assert theatre_of([urged], None, STORY.text).lands == {"RUS", "LBY"}


def test_the_place_where_a_truce_was_signed_is_not_the_land_of_the_war():
    geneva = Place(raw="Geneva", name="Geneva", geonameid=2660646, precision=1, country="CHE")
    agreed = claim(
        "ceasefire", STORY, "Libya's sides met", stage="agreed", parties=(side("Libya", "LBY"),), place=geneva
    )
    assert theatre_of([agreed], None).lands == {"LBY"}


def test_gunmen_are_of_no_war_in_particular():
    gunmen = side("Gunmen").model_copy(update={"resolution": "unresolved", "country": None, "kind": "non_state"})
    fired = claim("event", STORY, "fired on a village", event="ASSAULT", event_text="fired", quad=4, actor=(gunmen,))
    assert theatre_of([fired], None).lands == frozenset()


def test_a_town_that_acts_is_no_group_of_armed_men():
    village = Place(raw="Village", name="Village")
    fired = claim("event", STORY, "fired on a village", event="ASSAULT", event_text="fired", quad=4,
                  actor=(side("Village", kind="non_state"),), place=village)  # fmt: skip
    assert theatre_of([fired], None).lands == frozenset()
