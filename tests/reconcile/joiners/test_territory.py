import datetime

from builders import claim, day, report, side
from truceline.model.actor import AUTHOR
from truceline.model.where import Place
from truceline.reconcile.join_claims import join_claims

RUS, UKR = side("Russia", "RUS"), side("Ukraine", "UKR")
FIRST = report(
    "Russia says it captured Soledar. Kyiv denies that it lost the town.", published=datetime.date(2023, 1, 13)
)
LATER = report("Ukraine holds Soledar, an officer said.", published=datetime.date(2023, 1, 14))
SOLEDAR = Place(raw="Soledar", name="Soledar", geonameid=692194, country="UKR")


def ground(of, words, change, who, by, **fields):
    fields = {"place": SOLEDAR, **fields}
    return claim("territory", of, words, change=change, controller=who, claimed_by=by, **fields)


def of_kind(kind, *claims):
    return [made for made in join_claims(claims, reports=(FIRST, LATER)) if made.kind == kind]


def test_one_place_has_one_history_in_the_order_of_days():
    later = ground(LATER, "Ukraine holds Soledar", "holds", UKR, UKR)
    first = ground(FIRST, "captured Soledar", "gained", RUS, RUS, date=day("2023-01-12"))
    (made,) = of_kind("territory_history", later, first)
    assert made.title == "Soledar"
    assert [step.change for step in made.steps] == ["gained", "holds"]


def test_two_towns_of_one_name_stay_apart():
    other = Place(raw="Soledar", name="Soledar", geonameid=1, country="RUS")
    claims = (
        ground(FIRST, "captured Soledar", "gained", RUS, RUS),
        ground(LATER, "Ukraine holds Soledar", "holds", UKR, UKR, place=other),
    )
    assert len(of_kind("territory_history", *claims)) == 2


def test_captured_against_still_held_is_a_contradiction():
    (made,) = of_kind(
        "contradiction",
        ground(FIRST, "captured Soledar", "gained", RUS, RUS),
        ground(LATER, "Ukraine holds Soledar", "holds", UKR, UKR),
    )
    assert "Russia holds the place" in made.why or "Russia does" in made.why
    assert "Ukraine holds the place" in made.why or "Ukraine does" in made.why


def test_captured_against_a_denial_is_a_contradiction_and_a_later_loss_is_none():
    taken = ground(FIRST, "captured Soledar", "gained", RUS, RUS)
    denied = ground(FIRST, "Kyiv denies", "gained", RUS, UKR, factuality="CT-")
    assert len(of_kind("contradiction", taken, denied)) == 1
    months_on = ground(LATER, "Ukraine holds Soledar", "holds", UKR, UKR, date=day("2023-06-01"))
    dated = ground(FIRST, "captured Soledar", "gained", RUS, RUS, date=day("2023-01-12"))
    assert of_kind("contradiction", dated, months_on) == []


def test_the_town_without_its_name_is_the_one_told_of_before():
    taken = ground(FIRST, "captured Soledar", "gained", RUS, RUS)
    lost = ground(FIRST, "it lost the town", "lost", UKR, UKR, place=Place(raw="the town"), sentence=1)
    assert len(of_kind("territory_history", taken, lost)) == 1


def test_a_place_that_was_held_and_then_left_is_no_contradiction():
    held = ground(FIRST, "captured Soledar", "holds", RUS, UKR)
    left = ground(LATER, "Ukraine holds Soledar", "withdrew", RUS, RUS)
    assert of_kind("contradiction", held, left) == []
    still = ground(LATER, "Ukraine holds Soledar", "holds", RUS, RUS)
    gone = ground(FIRST, "captured Soledar", "withdrew", RUS, UKR)
    assert len(of_kind("contradiction", still, gone)) == 1


def test_a_report_that_tells_of_both_itself_does_not_contradict_itself():
    own = ground(FIRST, "captured Soledar", "gained", RUS, AUTHOR)
    cited = ground(FIRST, "Kyiv denies", "holds", UKR, UKR)
    assert of_kind("contradiction", own, cited) == []
    assert len(of_kind("contradiction", own, ground(FIRST, "Kyiv denies", "gained", RUS, UKR, factuality="CT-"))) == 1
