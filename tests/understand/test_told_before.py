"""Whom "it" stands for at the head of a sentence: the body that tells the one before, and no land that it names."""

import pytest

from tests.examples.table import claims_in
from truceline.understand.finders.positions import find_positions
from truceline.understand.finders.statements import find_statements


@pytest.mark.parametrize(
    ("before", "teller"),
    [
        (
            "The raids took place in Khost, a province that borders Pakistan, a military statement said.",
            "military statement",
        ),
        (
            "The army killed nine rebels near Dikwa, on the border with Cameroon, a defence ministry statement said.",
            "defence ministry",
        ),
        (
            "Nineteen people died in the shelling of Zalingei, the Emergency Lawyers group said.",
            "Emergency Lawyers group",
        ),
        ("On Wednesday the Conference of Bishops said the road to Minova was open.", "Conference of Bishops"),
    ],
)
def test_it_is_who_told_the_sentence_before(before: str, teller: str) -> None:
    told = claims_in({"text": f"{before} It added that two soldiers were wounded."}, find_statements)[-1]
    assert told.source.entity_name == teller


@pytest.mark.parametrize(
    "before",
    [
        "The bridge was in Ethiopian hands, a resident of Humera said.",
        "Drones hit the depot at Port Sudan, two officers said.",
    ],
)
def test_it_is_no_person_and_not_several(before: str) -> None:
    told = claims_in({"text": f"{before} It added that two soldiers were wounded."}, find_statements)[-1]
    source = told.source
    assert source is None or not {"resident", "officers"} & set((source.entity_name or "").split())


def test_what_it_says_is_said_by_who_acts_on_it() -> None:
    text = "The MILF suspended it over what it says is the government's failure to deliver cash."
    told = claims_in({"text": text}, find_statements)[-1]
    assert told.source.entity_name == "Moro Islamic Liberation Front"


def test_it_that_adds_says_it_of_itself() -> None:
    text = "The ELN said that the government had offered nothing. It added that it would not hand over a policeman."
    told = claims_in({"text": text}, find_positions)[-1]
    assert told.holder.entity_name == "ELN"
