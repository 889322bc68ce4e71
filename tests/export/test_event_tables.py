"""ACLED, UCDP, ETH/PRIO, PLOVER: columns, codes, and what does not fit."""

import csv
import json

import pytest

from builders import side
from export.war import claims, judged
from truceline.export.plover import entity
from truceline.export.precision import priogrid

ACLED_HEAD = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip


def table(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def reasons(folder):
    return {row["id"]: row["reason"] for row in table(folder, "unexported")}


def test_acled_row(exported):
    folder = exported("acled")
    rows = table(folder, "acled")
    assert list(rows[0])[: len(ACLED_HEAD)] == ACLED_HEAD
    clash = rows[0]
    assert (clash["event_type"], clash["sub_event_type"]) == ("Battles", "Armed clash")
    assert (clash["event_date"], clash["time_precision"], clash["geo_precision"]) == ("2024-05-02", "1", "1")
    assert (clash["actor1"], clash["inter1"], clash["actor2"], clash["inter2"], clash["interaction"]) == (
        "Rapid Support Forces", "2", "Sudanese Armed Forces", "1", "12",
    )  # fmt: skip
    assert (clash["iso"], clash["country"], clash["admin1"]) == ("729", "Sudan", "Southern Darfur")
    assert clash["source_scale"] == "International"
    assert "“Fourteen soldiers were killed when" in clash["notes"]


def test_acled_keeps_contradicting_claimants_apart(exported):
    clash = table(exported("acled"), "acled")[0]
    assert clash["fatalities"] == ""
    assert clash["fatalities_claimed_by_sudanese_armed_forces"] == "14"
    assert clash["fatalities_claimed_by_rapid_support_forces"] == "30"
    assert (clash["fatalities_low"], clash["fatalities_high"]) == ("14", "30")


def test_acled_territory_by_non_state(exported):
    row = table(exported("acled"), "acled")[1]
    assert (row["sub_event_type"], row["location"]) == ("Non-state actor overtakes territory", "El Fula")


def test_acled_leaves_out_with_reasons(exported):
    made, found = claims(), reasons(exported("acled"))
    assert found[made[3].id] == "no day is stated or resolved"
    assert found[made[4].id] == "told as future, not as something that happened"
    assert found[made[6].id] == "no place is stated"
    assert found[made[8].id] == "ACLED has no type for REJECT"


def test_acled_zero_is_said(exported):
    folder = exported("acled", acled_zero=True)
    assert table(folder, "acled")[0]["fatalities"] == "0"
    assert "acled_zero" in json.loads((folder / "datapackage.json").read_text())["options"]


def test_ucdp_row(exported):
    folder = exported("ucdp")
    (row,) = table(folder, "ged")
    assert (row["type_of_violence"], row["side_a"], row["gwnoa"], row["side_b"], row["gwnob"]) == (
        "1", "Sudanese Armed Forces", "625", "Rapid Support Forces", "",
    )  # fmt: skip
    assert (row["low"], row["best"], row["high"]) == ("14", "", "30")
    assert row["deaths_a"] == ""
    assert (row["best_claimed_by_sudanese_armed_forces"], row["date_prec"], row["where_prec"]) == ("14", "1", "1")
    assert row["geom_wkt"] == "POINT (24.8807 12.0489)"
    assert row["source_date"] == "2024-05-03"


def test_ucdp_tolls_are_no_events(exported):
    (toll,) = table(exported("ucdp"), "tolls")
    assert (toll["value"], toll["measure"], toll["losses_of"]) == ("15000", "cumulative", "all sides")


def test_ucdp_best_is_what_a_person_accepted(ledger, exported):
    ledger.add_judgement(judged(claims()[1], "accept"))
    (row,) = table(exported("ucdp"), "ged")
    assert (row["low"], row["best"], row["high"]) == ("14", "14", "30")


def test_rejected_claims_do_not_count(ledger, exported):
    ledger.add_judgement(judged(claims()[2], "reject"))
    (row,) = table(exported("ucdp"), "ged")
    assert (row["low"], row["high"], row["deaths_a"]) == ("14", "14", "14")


@pytest.mark.parametrize(("lat", "lon", "cell"), [(-89.75, -179.75, 1), (-89.75, 179.75, 720), (89.75, 179.75, 259200)])
def test_priogrid(lat, lon, cell):
    assert priogrid(lat, lon) == cell


def test_eth_prio_one_row_a_party(exported):
    rows = table(exported("eth_prio"), "ceasefires")
    assert [(row["actor_name"], row["side"]) for row in rows] == [
        ("Sudanese Armed Forces", "government"), ("Rapid Support Forces", "non-state")
    ]  # fmt: skip
    row = rows[0]
    assert (row["cf_dec_yr"], row["cf_dec_month"], row["cf_dec_day"]) == ("2024", "5", "3")
    assert (row["cf_effect_yr"], row["end_yr"], row["mediator_nego"], row["written"]) == ("-1", "-1", "-1", "-1")
    assert (row["fixed"], row["fixed_time"], row["p_humanitarian"], row["p_unclear"]) == ("1", "3.0", "1", "0")
    assert (row["cc"], row["stage"]) == ("625", "agreed")


def test_plover_records(exported):
    folder = exported("plover")
    records = [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]
    assert [record["event"] for record in records] == ["ASSAULT", "ASSAULT", "REJECT"]
    first, future, _ = records
    assert first["actor"][0] == {
        "code": "SDN", "sector": "REB", "entity_text": "Rapid Support Forces", "entity_name": "Rapid Support Forces",
        "country_name": "Sudan",
    }  # fmt: skip
    assert (first["quad_code"], first["event_loc"]["resolution"], first["claimed_by"]) == (
        4, 4, "Sudanese Armed Forces",
    )  # fmt: skip
    assert future["context"] == ["future"]
    assert reasons(folder)[claims()[3].id] == "no day is stated or resolved"


def test_kosovo_has_the_code_of_the_manual():
    assert entity(side("Government of Kosovo", "XKX", kind="government", sector="GOV"))["code"] == "KOS"
