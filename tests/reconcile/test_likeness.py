"""When two places are one."""

import pytest

from truceline.model.where import Place
from truceline.reconcile.likeness import same_place


def mosul(raw: str) -> Place:
    return Place(raw=raw, name="Mosul", geonameid=99072, country="IRQ")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("West Mosul", "East Mosul", False),
        ("Western Mosul", "West Mosul", True),
        ("West Mosul", "Mosul", True),
        ("Mosul", "Mosul", True),
    ],
)
def test_two_parts_of_a_town_are_two_places(one: str, other: str, same: bool) -> None:
    assert same_place(mosul(one), mosul(other)) is same


def test_a_compass_word_of_a_name_of_its_own_is_no_part() -> None:
    kivu = [Place(raw=raw, name="North Kivu", geonameid=206938, country="COD") for raw in ("North Kivu", "N. Kivu")]
    assert same_place(*kivu) is True
