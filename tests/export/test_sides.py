"""Who stands in an exported row, how many died of whom, and where every claim that stands in none went."""

import csv
import json

import pytest

from builders import claim, day, days, report, side
from export.war import ARMY, NYALA, PEOPLE, RSF
from truceline.export.acled import inter
from truceline.export.eth_prio import duration
from truceline.export.formats import export
from truceline.export.parties import head, is_party, sides_of
from truceline.export.view import sentence_around
from truceline.ledger.ledger import Ledger
from truceline.model.actor import Actor
from truceline.model.record import CeasefireProcess, Contradiction, Incident

TEXT = report(
    "RSF men shelled a market in Nyala, killing six civilians. The army killed 12 RSF fighters there. "
    "Some 20 people died, medics said. Drivers burnt a bus. The RSF killed 11 soldiers in El Fula. "
    "Up to 50 could die. Chad and France bombed a camp. Zaghawa elders were there.",
    title="Nyala", publisher="AFP",
)  # fmt: skip
ON = day("2024-05-02")


def unnamed(words):
    return Actor(entity_text=words, entity_name=words)


def event(words, actor, recipient=(), mode=None, **fields):
    return claim(
        "event", TEXT, words, event="ASSAULT", mode=mode, quad=4, actor=actor, recipient=recipient, date=ON,
        place=NYALA, event_text=words, **fields,
    )  # fmt: skip


def dead(words, value, status="unknown", of=None, **fields):
    figures = {"value": value, "low": value, "high": value, "measure": "incident", **fields}
    return claim("casualties", TEXT, words, harm="killed", losses_of=of, person_status=status, **figures)


def written(tmp_path, name, claims, records=()):
    folder = tmp_path / name
    tmp_path.mkdir(exist_ok=True)
    with Ledger(tmp_path / "war.db") as ledger:
        ledger.add_reading(TEXT, claims)
        ledger.set_records(records)
        list(export(ledger, name, folder))
    return folder


def incident(*members):
    return Incident(id="i1", title="Nyala", members=tuple(one.id for one in members), independent_sources=1)


def rows(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names(actors):
    return [actor.entity_name for actor in actors]


@pytest.mark.parametrize(
    ("words", "party"),
    [("11 soldiers", False), ("six civilians", False), ("More than 200 junta soldiers", False),
     ("the two sides", False), ("dead", False), ("the SPLM-N", True), ("Shan State Army", True),
     ("12 RSF fighters", False), ("the Great Mosque", False), ("Fighters", False)],
)  # fmt: skip
def test_a_party_has_a_name(words, party):
    assert is_party(unnamed(words)) is party


def test_head_of_a_group():
    assert [head(unnamed(words)) for words in ("at least four civilians", "rival parties", "")] == [
        "civilian", "party", "",
    ]  # fmt: skip


def test_a_second_event_adds_to_the_side_it_names():
    lead = event("The army killed 12 RSF fighters", (ARMY,), (unnamed("12 RSF fighters"),))
    clash = event("there", (RSF, side("sudanese armed forces", "SDN", kind="armed_force")))
    made = sides_of([lead, clash])
    assert (names(made.first), names(made.second)) == (["Sudanese Armed Forces"], ["Rapid Support Forces"])


def test_those_who_bomb_together_are_one_side():
    chad, france = side("Chad", "TCD", kind="state", sector="GOV"), side("France", "FRA", kind="state", sector="GOV")
    bombed = event("Chad and France bombed a camp", (chad, france), mode="aerial")
    other = event("Zaghawa elders were there", (side("Zaghawa", kind="non_state"),))
    made = sides_of([bombed, other])
    assert (names(made.first), names(made.second)) == (["Chad", "France"], [])


def test_the_troops_of_a_state_bear_its_name():
    troops = Actor(entity_text="troops", entity_name="troops", kind="armed_force", country="TCD", sector="MIL",
                   resolution="coreference")  # fmt: skip
    made = sides_of([event("there", (troops,), (RSF,))])
    assert (names(made.first), names(made.second)) == (["Armed forces of Chad"], ["Rapid Support Forces"])
    assert names(sides_of([event("there", (troops.model_copy(update={"country": None}),))]).first) == ["troops"]


def test_a_place_is_no_party():
    nyala = Actor(entity_text="Nyala", entity_name="Nyala Town", resolution="named")
    made = sides_of([event("there", (RSF,), (nyala,))], frozenset({"nyala town"}))
    assert names(made.second) == []


def test_acled_counted_civilians_are_civilians(tmp_path):
    shelling = event("RSF men shelled a market", (RSF,), (unnamed("six civilians"),), "heavy-weapons")
    (row,) = rows(written(tmp_path, "acled", [shelling]), "acled")
    assert (row["actor2"], row["inter2"], row["interaction"]) == ("Civilians (Sudan)", "7", "27")
    assert row["civilian_targeting"] == "Civilian targeting"


def test_acled_soldiers_without_an_army_leave_the_second_actor_empty(tmp_path):
    ambush = event("The RSF killed 11 soldiers", (RSF,), (unnamed("11 soldiers"),), "firearms")
    (row,) = rows(written(tmp_path, "acled", [ambush]), "acled")
    assert (row["sub_event_type"], row["actor2"], row["inter2"], row["interaction"]) == ("Armed clash", "", "", "")
    assert row["civilian_targeting"] == ""


def test_acled_civilians_who_attack_have_no_type(tmp_path):
    burnt = event("Drivers burnt a bus", (side("drivers", kind="civilians", sector="CVL"),), (RSF,))
    folder = written(tmp_path, "acled", [burnt])
    assert not rows(folder, "acled")
    assert "riot" in rows(folder, "unexported")[0]["reason"]


def test_ucdp_low_and_high_count_all_the_dead(tmp_path):
    """Seven civilians among twenty people are no lower figure for the event, and nothing is added up."""
    clash = event("The army killed 12 RSF fighters", (ARMY,), (RSF,))
    losses = [
        dead("Some 20 people died", 20), dead("killing six civilians", 6, "civilian"),
        dead("killed 12 RSF fighters", 12, "military", RSF),
    ]  # fmt: skip
    (row,) = rows(written(tmp_path, "ucdp", [clash, *losses], [incident(clash, *losses)]), "ged")
    assert (row["low"], row["high"], row["best"]) == ("20", "20", "")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == ("", "12", "6", "")


def test_ucdp_of_different_people_the_largest_group_died_at_least(tmp_path):
    clash = event("The army killed 12 RSF fighters", (ARMY,), (RSF,))
    losses = [dead("killing six civilians", 6, "civilian"), dead("killed 12 RSF fighters", 12, "military", RSF)]
    (row,) = rows(written(tmp_path, "ucdp", [clash, *losses], [incident(clash, *losses)]), "ged")
    assert (row["low"], row["high"]) == ("12", "")


def test_ucdp_dead_of_no_named_side_are_unknown(tmp_path):
    clash = event("The army killed 12 RSF fighters", (ARMY,), (RSF,))
    losses = [dead("killing six civilians", 6, "military", unnamed("rebels")), dead("Some", 2, "military", ARMY)]
    (row,) = rows(written(tmp_path, "ucdp", [clash, *losses], [incident(clash, *losses)]), "ged")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_unknown"], row["low"]) == ("2", "", "6", "6")


def test_acled_a_part_of_the_dead_is_not_what_a_claimant_counts(tmp_path):
    """One claimant counts all, another the soldiers: that is no second figure for the event."""
    clash = event("The army killed 12 RSF fighters", (ARMY,), (RSF,))
    losses = [
        dead("Some 20 people died", None, low=20, claimed_by=PEOPLE),
        dead("killed 12 RSF fighters", 12, "military", RSF, claimed_by=ARMY),
    ]
    (row,) = rows(written(tmp_path, "acled", [clash, *losses], [incident(clash, *losses)]), "acled")
    assert (row["fatalities"], row["fatalities_low"], row["fatalities_high"]) == ("", "20", "")
    assert row["fatalities_claimed_by_sudanese_armed_forces"] == ""


def test_ucdp_counted_civilians_make_it_one_sided(tmp_path):
    shelling = event("RSF men shelled a market", (RSF,), (unnamed("six civilians"),), "heavy-weapons")
    losses = [dead("killing six civilians", 6, "civilian")]
    (row,) = rows(written(tmp_path, "ucdp", [shelling, *losses], [incident(shelling, *losses)]), "ged")
    assert (row["type_of_violence"], row["side_b"], row["deaths_civilians"]) == ("3", "Civilians", "6")


def test_ucdp_soldiers_without_an_army_are_no_side(tmp_path):
    ambush = event("The RSF killed 11 soldiers", (RSF,), (unnamed("11 soldiers"),), "firearms")
    loss = dead("killed 11 soldiers", 11, "military")
    folder = written(tmp_path, "ucdp", [ambush, loss], [incident(ambush, loss)])
    found = {row["id"]: row["reason"] for row in rows(folder, "unexported")}
    assert found == {
        ambush.id: "the other side is told of as soldiers or fighters, not by its name",
        loss.id: "these dead belong to no event that has a row",
    }  # fmt: skip


def truce(words, on, **fields):
    return claim("ceasefire", TEXT, words, stage="agreed", parties=(ARMY, RSF), declared=on, place=NYALA, **fields)


def process(*members):
    return CeasefireProcess(id="c1", title="Truce", members=tuple(one.id for one in members), independent_sources=1,
                            steps=(), parties=(ARMY, RSF))  # fmt: skip


def test_a_disputed_day_is_not_chosen_for_the_reader(tmp_path):
    told = [truce("RSF men", day("2024-05-03")), truce("The army", day("2024-05-04"), claimed_by=ARMY)]
    row = rows(written(tmp_path, "eth_prio", told, [process(*told)]), "ceasefires")[0]
    assert (row["cf_dec_yr"], row["cf_dec_month"], row["cf_dec_day"]) == ("2024", "5", "-1")
    assert row["cf_dec_edtf"] == "[2024-05-03..2024-05-04]"
    assert (
        "declared 2024-05-03 (claimed by AFP); agreed, declared 2024-05-04 (claimed by Sudanese Armed Forces)"
        in (row["comment"])
    )


def test_the_exact_day_stands_where_a_vaguer_one_can_mean_it(tmp_path):
    told = [truce("RSF men", days("2024-05-01", "2024-05-31")), truce("The army", day("2024-05-04"))]
    row = rows(written(tmp_path, "eth_prio", told, [process(*told)]), "ceasefires")[0]
    assert (row["cf_dec_month"], row["cf_dec_day"], row["cf_dec_prec"]) == ("5", "4", "day")


def test_acled_a_disputed_day_of_agreement_widens_the_precision(tmp_path):
    told = [truce("RSF men", day("2024-05-03")), truce("The army", day("2024-05-05"))]
    (row,) = rows(written(tmp_path, "acled", told, [process(*told)]), "acled")
    assert (row["sub_event_type"], row["event_date"], row["time_precision"]) == ("Agreement", "2024-05-03", "2")


def test_in_effect_is_the_first_day_on_which_it_held(tmp_path):
    fields = {"stage": "in_force", "parties": (ARMY, RSF)}
    told = [claim("ceasefire", TEXT, "RSF men", effective=day("2024-05-05"), **fields),
            claim("ceasefire", TEXT, "The army", effective=day("2024-05-03"), **fields)]  # fmt: skip
    row = rows(written(tmp_path, "eth_prio", told, [process(*told)]), "ceasefires")[0]
    assert (row["cf_effect_month"], row["cf_effect_day"], row["cf_dec_yr"]) == ("5", "3", "-1")


def forces(words, **fields):
    return Actor(entity_text=words, entity_name=words, kind="armed_force", sector="MIL", **fields)


@pytest.mark.parametrize(
    ("actor", "code"),
    [(forces("government troops"), 1), (forces("Army"), 1), (forces("Machar's forces"), None),
     (forces("Machar's forces", country="SDN", resolution="named"), None), (forces("Sudan's army"), 1),
     (forces("Separatist forces"), None), (forces("rebel army"), None),
     (forces("troops", country="SDN", resolution="inferred"), 1), (forces("Chadian army", country="TCD"), 8)],
)  # fmt: skip
def test_acled_only_an_army_of_the_state_is_one(actor, code):
    assert inter(actor, NYALA) == code


def test_acled_gains_of_forces_that_may_be_anybodys_are_left_out(tmp_path):
    gain = claim("territory", TEXT, "The army", controller=forces("Machar's forces"), change="gained", date=ON,
                 place=NYALA)  # fmt: skip
    folder = written(tmp_path, "acled", [gain])
    assert rows(folder, "unexported")[0]["reason"] == "whether these are the state's forces is not told"


@pytest.mark.parametrize("name", ["acled", "eth_prio", "geojson", "hxl", "plover", "ucdp"])
def test_every_claim_is_in_a_row_or_has_a_reason(name, ledger, exported):
    folder = exported(name)
    said = {row["id"] for row in rows(folder, "unexported")}
    assert all(row["reason"] for row in rows(folder, "unexported"))
    other = [
        file for file in folder.iterdir() if file.name not in {"unexported.csv", "codebook.md", "datapackage.json"}
    ]
    told = " ".join(file.read_text() for file in other)
    members = {member for record in ledger.records() if record.id in told for member in record.members}
    lost = [one.id for one in ledger.claims() if one.id not in said | members and one.id not in told]
    assert not lost


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"subgroup": ("children",)}, "these are a part of the dead only (children)"),
     ({"factuality": "CTu"}, "the source does not say that it happened (factuality CTu)"),
     ({"aux_mode": "hypothetical"}, "told as hypothetical, not as something that happened")],
)  # fmt: skip
def test_dead_who_are_not_counted_have_their_reason(tmp_path, fields, reason):
    clash, loss = event("The army killed 12 RSF fighters", (ARMY,), (RSF,)), dead("Some 20 people died", 20, **fields)
    for name in ("acled", "ucdp"):
        folder = written(tmp_path / name, name, [clash, loss], [incident(clash, loss)])
        assert {row["id"]: row["reason"] for row in rows(folder, "unexported")}[loss.id] == reason


def test_hxl_leaves_out_what_is_only_feared(tmp_path):
    folder = written(tmp_path, "hxl", [dead("Up to 50 could die", 50, aux_mode="hypothetical")])
    assert rows(folder, "unexported")[0]["reason"] == "told as hypothetical, not as something that happened"
    assert len(rows(folder, "tolls")) == 1  # the hashtags


def test_hxl_a_toll_since_a_day_does_not_end_on_it(tmp_path):
    toll = dead("Some 20 people died", 20, measure="cumulative", period=ON)
    row = rows(written(tmp_path, "hxl", [toll]), "tolls")[1]
    assert (row["date_start"], row["date_end"]) == ("2024-05-02", "")


def test_geojson_a_contradiction_stands_where_its_record_does(tmp_path):
    clash = event("The army killed 12 RSF fighters", (ARMY,), (RSF, PEOPLE))
    one, other = dead("Some 20 people died", 20), dead("killed 12 RSF fighters", 12, "military", RSF)
    happened = incident(clash, one, other).model_copy(update={"place": NYALA, "window": ON})
    against = Contradiction(id="x", title="Figures", members=(one.id, other.id), independent_sources=1, why="20 and 12",
                            about="i1")  # fmt: skip
    folder = written(tmp_path, "geojson", [clash, one, other], [happened, against])
    features = {made["id"]: made for made in json.loads((folder / "records.geojson").read_text())["features"]}
    assert features["x"]["geometry"] == features["i1"]["geometry"]
    assert features["x"]["properties"]["place_from"] == "its record or claims"
    assert (features["i1"]["properties"]["uncertainty"], features["i1"]["properties"]["days"]) == (
        "the place itself",
        1,
    )


def test_a_sentence_does_not_end_at_an_hour():
    text = "One. It began at 4 a.m. on Monday, said Dr. Ali. Two."
    assert sentence_around(text, 8, 13) == "It began at 4 a.m. on Monday, said Dr. Ali."


@pytest.mark.parametrize(
    ("iso", "count"), [("P2M", 60), ("PT72H", 3), ("P1Y", 365), ("P1W", 7), ("about a week", None)]
)
def test_duration_in_days(iso, count):
    assert duration([claim("ceasefire", TEXT, "there", stage="agreed", duration=iso)]) == count
