import datetime

from builders import claim, day, report, side
from truceline.reconcile.join_claims import join_claims

ARMY, RSF = side("Army", "SDN"), side("RSF", None, kind="non_state")
STORY = report("The army counts 300 dead civilians. The RSF counts 900. A union counts at least 250.",
               published=datetime.date(2023, 5, 3))  # fmt: skip


def toll(words, value, by, **fields):
    fields = {"value": value, "low": value, "high": value, "as_of": day("2023-05-03"), **fields}
    return claim(
        "casualties",
        STORY,
        words,
        harm="killed",
        measure="cumulative",
        person_status="civilian",
        claimed_by=by,
        **fields,
    )


def of_kind(kind, *claims):
    return [made for made in join_claims(claims, reports=[STORY]) if made.kind == kind]


def test_two_claimants_whose_figures_cannot_both_hold_contradict_each_other():
    (made,) = of_kind("contradiction", toll("300 dead", 300, ARMY), toll("counts 900", 900, RSF))
    assert "300" in made.why
    assert "900" in made.why
    assert len(made.members) == 2


def test_at_least_250_does_not_contradict_300():
    union = toll("at least 250", None, side("union"), low=250, high=None)
    assert of_kind("contradiction", toll("300 dead", 300, ARMY), union) == []


def test_figures_of_other_weeks_do_not_contradict():
    later = toll("counts 900", 900, RSF, as_of=day("2023-06-03"))
    assert of_kind("contradiction", toll("300 dead", 300, ARMY), later) == []


def test_both_sides_with_one_figure_agree():
    (made,) = of_kind("agreement", toll("300 dead", 300, ARMY), toll("counts 900", 300, RSF))
    assert made.why.startswith("Army, RSF: they count alike")


def test_a_brigade_or_a_hospital_counts_but_a_part_and_a_day_is_no_war():
    brigade = toll("300 dead", 300, side("Sixth brigade", "SDN"))
    assert of_kind("contradiction", brigade, toll("counts 900", 900, RSF)) == []
    on_friday = toll("300 dead", 300, ARMY, period=day("2023-05-03"))
    assert of_kind("contradiction", on_friday, toll("counts 900", 900, RSF)) == []
