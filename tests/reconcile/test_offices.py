"""One office under several names, and two that are not one."""

import pytest

from builders import side
from truceline.reconcile.offices import office_key


def office(name, country=None, kind="government"):
    return side(name, country).model_copy(update={"kind": kind})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (office("health ministry", "LBY"), office("Health ministry of Libya", "LBY")),
        (office("ministry of health", "SDN"), office("Health ministry", "SDN")),
        (office("Army", kind="armed_force"), office("Armed forces of Philippines", "PHL", "armed_force")),
    ],
)
def test_one_office(first, second):
    assert office_key(first) == office_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (office("Health ministry", "SDN"), office("Defence ministry", "SDN")),
        (office("Army", kind="armed_force"), office("Libyan National Army", "LBY", "armed_force")),
        (office("Government of Sudan", "SDN"), office("Health ministry", "SDN")),
    ],
)
def test_two_offices(first, second):
    assert office_key(first) != office_key(second)
