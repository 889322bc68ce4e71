"""Adjectives and peoples with their land, kept apart from places."""

import pytest

from builders import report
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


def test_finders_are_given_no_demonym() -> None:
    marked = mark_report(report("Syrian jets bombed Idlib."), Settings())
    assert [mark.text for mark in marked.places] == ["Idlib"]
