"""The table of mentions in tests/examples/actors.yaml: who each one is, by country and PLOVER sector."""

import pytest

from tests.examples.actors import GOAL, Mention, is_right, mark_of, mentions, said
from truceline.model.ids import report_id
from truceline.model.mark import ActorMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import mark_report

ROWS = mentions()


def actors_in(text: str) -> tuple[ActorMark, ...]:
    return mark_report(Report(id=report_id(text), text=text), Settings()).actors


@pytest.mark.parametrize("held", [False, True], ids=["seen", "held"])
def test_country_and_sector_are_right(held: bool) -> None:
    rows = [row for row in ROWS if row.held is held]
    wrong = [f"{row.words!r} in {row.text!r}: {said(row)}, not {row.want}" for row in rows if not is_right(row)]
    assert 1 - len(wrong) / len(rows) >= GOAL, "\n".join(wrong)


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 200


def test_words_that_are_not_there_fail_loudly() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        mark_of(Mention("Rebels fled.", "the army", (None, "MIL"), None, False))


def test_an_unknown_town_is_nobody() -> None:
    assert not [mark for mark in actors_in("Troops entered Zolotopil on Friday.") if mark.text == "Zolotopil"]


def test_two_persons_of_one_surname_stay_apart() -> None:
    text = "Hafez al-Assad seized power in 1970. Bashar al-Assad followed him in 2000."
    assert len({mark.entity_name for mark in actors_in(text) if mark.kind == "person" and "Assad" in mark.text}) == 2


def test_a_dateline_is_no_subject() -> None:
    assert not [
        mark for mark in actors_in("KHARTOUM, May 5 (Reuters) - Sudan's army retook a town.") if mark.start == 0
    ]


def test_the_army_is_not_the_rebels_liberation_army() -> None:
    text = "The National Liberation Army attacked a patrol in Arauca, Colombia. The army lost two men."
    army = next(mark for mark in actors_in(text) if mark.text == "army")
    assert (army.country, army.sector) == ("COL", "MIL")


@pytest.mark.parametrize("text", ["The truce came into force at noon.", "A state of emergency was declared on Friday."])
def test_force_and_state_are_nobody_here(text: str) -> None:
    assert not actors_in(text)


def test_ministers_of_two_countries_are_one_each() -> None:
    marks = actors_in("The foreign ministers of Egypt and Qatar met in Cairo.")
    assert [member.country for mark in marks for member in mark.members] == ["EGY", "QAT"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Nagorno-Karabakh's defence ministry said 11 soldiers had been killed.",
            "Nagorno-Karabakh's defence ministry",
        ),
        ("Azerbaijan's defence ministry said 11 soldiers had been killed.", "Defence ministry of Azerbaijan"),
    ],
)
def test_a_region_s_ministry_is_not_that_of_the_state_it_lies_in(text: str, name: str) -> None:
    assert name in {mark.actor.entity_name for mark in actors_in(text)}
