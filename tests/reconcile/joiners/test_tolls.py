from builders import claim, day, report, side
from truceline.reconcile.join_claims import join_claims

MINISTRY = side("Health ministry", "SDN")
ARMY = side("Army", "SDN", sector="MIL")
STORY = report(
    "The ministry counts 10 dead. It counts 12 dead. It counts 9 dead. The army does not disclose losses. 3 died today."
)


def toll(words, value, by=MINISTRY, measure="cumulative", **fields):
    return claim(
        "casualties", STORY, words, harm="killed", claimed_by=by, value=value, low=value, high=value, measure=measure,
        **fields,
    )  # fmt: skip


def all_series(*claims):
    return [record for record in join_claims(claims) if record.kind == "toll_series"]


def test_figures_of_one_claimant_are_points_of_one_series_and_a_lower_one_is_a_revision():
    claims = (
        toll("10 dead", 10, as_of=day("2024-05-01")),
        toll("12 dead", 12, as_of=day("2024-05-03")),
        toll("9 dead", 9, as_of=day("2024-05-04")),
    )
    (made,) = all_series(*claims)
    assert [(point.value, point.flag) for point in made.points] == [(10, None), (12, None), (9, "revision")]


def test_other_claimants_have_other_series():
    assert len(all_series(toll("10 dead", 10), toll("12 dead", 12, by=ARMY))) == 2


def test_the_dead_of_one_incident_are_no_point():
    assert all_series(toll("3 died today", 3, measure="incident")) == []


def test_withheld_is_a_gap_and_never_zero():
    withheld = toll("does not disclose losses", None, by=ARMY, measure=None, missing={"value": "withheld"})
    (made,) = all_series(withheld)
    assert [(point.value, point.flag) for point in made.points] == [(None, "withheld")]
