"""Names of bodies that every state has tell no state."""

import pytest

from truceline.knowledge.names import names


@pytest.mark.parametrize(
    "name", ["Navy", "Land Forces", "Ministry of Defense", "National", "Border Guards", "Gendarmerie"]
)
def test_a_name_that_every_state_has_is_of_none(name):
    assert names().one(name, "group") is None


@pytest.mark.parametrize(
    ("name", "country"), [("Rapid Support Forces", "SDN"), ("Royal Navy", "GBR"), ("Tatmadaw", "MMR")]
)
def test_a_name_of_its_own_keeps_its_country(name, country):
    known = names().one(name, "group")
    assert known is not None
    assert known.country == country


@pytest.mark.parametrize(
    ("name", "short", "country"),
    [
        ("Bougainville Revolutionary Army", "BRA", "PNG"),
        ("Baloch Republican Army", "BRA", "PAK"),
        ("South Lebanon Army", "SLA", "LBN"),
        ("Ansar Allah", "Houthis", "YEM"),
        ("Uganda National Liberation Front", "UNLF", "UGA"),
    ],
)
def test_groups_of_one_short_name_keep_their_other_names(name, short, country):
    known = names().one(name, "group")
    assert known is not None
    assert (known.name, known.country) == (short, country)


def test_one_group_told_twice_is_one():
    assert len([known for known in names().get("Hamas") if known.kind == "group"]) == 1
