"""Adjectives and peoples with their land, kept apart from places."""

from pathlib import Path

import pytest

from builders import report
from truceline.errors import KnowledgeFault
from truceline.knowledge.demonyms import lands
from truceline.model.mark import PlaceMark
from truceline.settings import Settings
from truceline.understand.mark_report import mark_report, parse_report
from truceline.understand.markers.demonyms import mark_demonyms
from truceline.understand.markers.places import mark_places


def demonyms_in(text: str) -> dict[str, PlaceMark]:
    parsed = parse_report(report(text), Settings())
    return {mark.text: mark for mark in mark_demonyms(parsed, mark_places(parsed))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Syrian jets bombed Turkish positions near Idlib.", {"Syrian": "SYR", "Turkish": "TUR"}),
        ("Two Russians and an Eritrean were freed.", {"Russians": "RUS", "Eritrean": "ERI"}),
        ("South Korean and Burmese envoys met in Doha.", {"South Korean": "KOR", "Burmese": "MMR"}),
        ("The U.S.-led coalition denied the raid.", {"U.S.-led": "USA"}),
        ("European monitors left for African Union talks.", {"European": None}),
        ("Welsh guards and Latin American observers joined them.", {"Welsh": "GBR"}),
        (
            "Two Texans and a Londoner were held with South Koreans.",
            {"Texans": "USA", "Londoner": "GBR", "South Koreans": "KOR"},
        ),
        (
            "Chechen fighters and Catalan nurses crossed with Gazans.",
            {"Chechen": "RUS", "Catalan": "ESP", "Gazans": "PSE"},
        ),
        ("EU envoys met Abkhaz and South Ossetian officials.", {"EU": None, "Abkhaz": "GEO", "South Ossetian": "GEO"}),
        ("A ship sank in the Indian Ocean off Somalia.", {}),
        ("The army shelled the village.", {}),
    ],
)
def test_demonyms_lead_to_their_land(text: str, wanted: dict[str, str | None]) -> None:
    found = demonyms_in(text)
    assert {word: mark.country for word, mark in found.items() if word in wanted} == wanted
    assert all(mark.use == "demonym" and mark.lat is not None for mark in found.values())
    assert not set(found) - set(wanted) - {"African"}


def test_a_demonym_has_the_point_and_precision_of_its_country() -> None:
    mark = demonyms_in("Sudanese troops withdrew.")["Sudanese"]
    assert (mark.name, mark.feature_code, mark.precision) == ("Sudan", "PCLI", 6)


def test_a_demonym_of_a_city_leads_to_the_city() -> None:
    mark = demonyms_in("Two Muscovites were detained.")["Muscovites"]
    assert (mark.name, mark.country, mark.precision) == ("Moscow", "RUS", 1)


def test_every_word_of_the_table_has_its_land() -> None:
    assert len(lands()) > 350
    assert {land.country for land in lands().values() if land.feature_code == "CONT"} == {None}


def test_a_land_that_the_gazetteer_lacks_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "demonyms").mkdir()
    rows = "word\tname\tcountry\tfeature_code\tsource\nNowhereman\tNowhere\tNOR\tADM1\town\n"
    (tmp_path / "demonyms" / "own.tsv").write_text(rows)
    monkeypatch.setenv("TRUCELINE_KNOWLEDGE", str(tmp_path))
    lands.cache_clear()
    try:
        with pytest.raises(KnowledgeFault, match="Nowhere"):
            lands()
    finally:
        lands.cache_clear()


def test_finders_are_given_no_demonym() -> None:
    marked = mark_report(report("Syrian jets bombed Idlib."), Settings())
    assert [mark.text for mark in marked.places] == ["Idlib"]
