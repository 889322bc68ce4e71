import datetime

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
    withheld = toll(
        "does not disclose losses", None, by=ARMY, measure=None, missing={"value": "withheld"}, factuality="CT-"
    )
    (made,) = all_series(withheld)
    assert [(point.value, point.flag) for point in made.points] == [(None, "withheld")]


SINCE_MAY = {"period": day("2024-05-01")}
SOLDIERS = {"person_status": "military"}


def test_what_one_report_leaves_open_another_tells_where_the_count_began_on_one_day():
    claims = (
        toll("10 dead", 10, by=ARMY, losses_of=ARMY, as_of=day("2024-06-01"), **SOLDIERS, **SINCE_MAY),
        toll("12 dead", 12, by=ARMY, as_of=day("2024-06-09"), **SINCE_MAY),
    )
    (made,) = all_series(*claims)
    assert any("since the same day" in reason for reason in made.reasons)
    assert (made.losses_of, made.person_status) == (ARMY, "military")


def test_soldiers_and_civilians_are_two_counts_and_so_are_two_beginnings():
    assert len(all_series(toll("10 dead", 10, **SOLDIERS), toll("12 dead", 12, person_status="civilian"))) == 2
    assert len(all_series(toll("10 dead", 10, **SINCE_MAY), toll("12 dead", 12, period=day("2024-01-09")))) == 2


def test_a_total_is_not_joined_with_its_own_part():
    told = {"as_of": day("2024-06-01"), **SINCE_MAY}
    assert len(all_series(toll("12 dead", 12, **told), toll("9 dead", 9, person_status="civilian", **told))) == 2


def test_a_count_far_off_is_one_of_other_people():
    assert len(all_series(toll("10 dead", 40, **SINCE_MAY), toll("12 dead", 12, **SOLDIERS, **SINCE_MAY))) == 2


def test_the_title_names_the_people_where_their_side_is_not_told():
    (made,) = all_series(toll("10 dead", 10, person_status="civilian"))
    assert made.title == "civilians of a side not stated: killed, counted by Health ministry"
    (made,) = all_series(toll("10 dead", 10, losses_of=ARMY, person_status="military"))
    assert made.title == "Army (military): killed, counted by Health ministry"


def test_the_short_name_of_a_body_is_its_own_and_no_other_ones():
    observatory = side("Syrian Observatory for Human Rights", kind="ngo")
    first = toll("10 dead", 10, by=observatory)
    assert len(all_series(first, toll("12 dead", 12, by=side("Observatory", kind="ngo")))) == 1
    assert len(all_series(first, toll("12 dead", 12, by=side("Yemeni Observatory of Mines", kind="ngo")))) == 2


def test_an_agency_counts_the_uprooted_of_two_lands_apart():
    agency = side("Refugee agency", kind="igo")
    early = report("It counts 130000 displaced.", published=datetime.date(2012, 12, 4))
    late = report("It counts 380000 displaced.", published=datetime.date(2014, 7, 25))

    def displaced(of, value, words):
        return claim("casualties", of, words, harm="displaced", claimed_by=agency, value=value, low=value, high=value,
                     measure="cumulative", losses_of=None)  # fmt: skip

    one, other = displaced(early, 130_000, "130000 displaced"), displaced(late, 380_000, "380000 displaced")
    made = [record for record in join_claims([one, other], reports=[early, late]) if record.kind == "toll_series"]
    assert len(made) == 2


def test_reports_that_count_by_themselves_are_one_series_only_where_the_figures_go_on_in_one_war():
    told = [report(f"The fighting has killed {number}.", published=datetime.date(2024, 5, day_of_month))
            for number, day_of_month in ((300, 1), (330, 4), (9000, 5))]  # fmt: skip
    claims = [
        claim("casualties", of, f"killed {value}", harm="killed", value=value, low=value, high=value,
              measure="cumulative", losses_of=ARMY)
        for of, value in zip(told, (300, 330, 9000), strict=True)
    ]  # fmt: skip
    made = [record for record in join_claims(claims, reports=told) if record.kind == "toll_series"]
    assert sorted(len(record.members) for record in made) == [1, 2]
