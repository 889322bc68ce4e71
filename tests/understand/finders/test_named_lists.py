"""Victims listed by name, name by name."""

import pytest

from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.finders.casualty_parts.named_lists import names_listed
from truceline.understand.mark_report import mark_report


def listed(text: str) -> list[tuple[str, str]]:
    marked = mark_report(Report(id="r", text=text), Settings())
    return [(named.harm, named.whom.text) for sentence in marked.told for named in names_listed(sentence, marked)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The wounded were 19-year-old Sergei Popov, 30-year-old Anton Belov and Maria Petrova.",
         [("injured", "Popov"), ("injured", "Belov"), ("injured", "Petrova")]),
        ("The following officers died in combat: Major Tariq Aziz, Captain Bilal Khan and Corporal Imran Shah.",
         [("killed", "Aziz"), ("killed", "Khan"), ("killed", "Shah")]),
        ("The dead: Hasan Demir; Emre Kaya, a nephew of General Ali Vural.", [("killed", "Demir"), ("killed", "Kaya")]),
        ("The two wounded nuns are Sister Agnes Mbeki and Sister Rosa Dlamini.",
         [("injured", "Mbeki"), ("injured", "Dlamini")]),
        ("The civilian who was killed has been identified as Ovidio Prado, a taxi driver.", [("killed", "Prado")]),
        ("The dead were farmers from the district of Ica.", []),
        ("The killed man was a brother of General Peter Kamau.", []),
    ],
)  # fmt: skip
def test_each_name_of_a_list_is_a_victim(text: str, names: list[tuple[str, str]]):
    assert listed(text) == names
