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
