"""The table of sentences in tests/examples/places.yaml: which words are a place, and which place they mean."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from truceline.knowledge.gazetteer import key_of, locations
from truceline.model.ids import report_id
from truceline.model.mark import PlaceMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import mark_report, parse_report
from truceline.understand.markers.places import mark_places

TABLE = Path(__file__).parents[2] / "examples" / "places.yaml"
ROWS: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
FIELDS = {"feature": "feature_code"}


def marks_in(text: str) -> list[PlaceMark]:
    return mark_places(parse_report(Report(id=report_id(text), text=text), Settings()))


def told(mark: PlaceMark, field: str) -> object:
    return mark.lat is not None if field == "point" else getattr(mark, FIELDS.get(field, field))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_places_are_marked_and_resolved(row: dict[str, Any]) -> None:
    if "known_gap" in row:
        pytest.xfail(row["known_gap"])
    literal = {mark.text: mark for mark in marks_in(row["text"]) if mark.use == "literal"}
    assert not [words for words in row.get("none", []) if words in literal]
    for words, want in row.get("places", {}).items():
        assert words in literal, f"{words} is not marked: {sorted(literal)}"
        assert {field: told(literal[words], field) for field in want} == want


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 60


def test_a_capital_that_speaks_is_marked_as_associative() -> None:
    (mark,) = marks_in("Moscow denies any part in the attack.")
    assert (mark.use, mark.country) == ("associative", "RUS")


def test_finders_are_given_no_associative_place() -> None:
    text = "Moscow denies any part in the attack."
    marked = mark_report(Report(id=report_id(text), text=text), Settings())
    assert marked.place_mark_of(marked.doc[0]) is None


def test_an_area_without_an_id_has_no_point() -> None:
    text = "Fighting spread across the South Caucasus and the Sahel, Darfur and the Donbas."
    for mark in marks_in(text):
        assert mark.geonameid is not None or mark.lat is None


def test_an_unknown_village_is_marked_and_stays_unresolved() -> None:
    marks = marks_in("Troops entered the village of Zzyxqopol in Ukraine.")
    unknown = [mark for mark in marks if mark.text == "Zzyxqopol"]
    assert all((mark.name, mark.geonameid, mark.lat) == (None, None, None) for mark in unknown)


@pytest.mark.parametrize("one, other", [("Şuşa", "susa"), ("N'Djamena", "ndjamena"), ("Ras al-Ain", "ras al ain")])
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == other


def test_abbreviations_go_by_their_capitals() -> None:
    assert locations("Miss.")[0].name == "Mississippi"
    assert not any(place.name == "Mississippi" for place in locations("miss"))


def test_other_names_lead_to_the_same_place() -> None:
    assert locations("Kiev")[0].country == locations("Kyiv")[0].country == "UKR"
    assert (
        "Khankendi" in {place.name for place in locations("Stepanakert")}
        or locations("Stepanakert")[0].country == "AZE"
    )


def test_a_codes_of_an_airport_is_no_name() -> None:
    assert all(place.name.upper().startswith("JUN") for place in locations("JUN"))
