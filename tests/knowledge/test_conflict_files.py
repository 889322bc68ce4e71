import pytest

from truceline.errors import KnowledgeFault, UnknownConflict
from truceline.knowledge.conflict_files import conflict_named, conflicts, load_conflict, recognise_conflict

RIGHT = 'title: A\nstart: "2020-01-01"\nsource: own\ncountries: [AZE]\nsides: []\nplaces: [X]\n'


def test_at_least_six_wars_are_known_and_each_names_its_source():
    assert len(conflicts()) >= 6
    assert all(conflict.source and len(conflict.sides) >= 2 for conflict in conflicts().values())


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(UnknownConflict, match="sudan-2023"):
        conflict_named("punic-wars")


def test_a_wrong_file_is_refused_with_file_and_line(tmp_path):
    file = tmp_path / "war.yaml"
    file.write_text(RIGHT.replace("countries: [AZE]", "countries: AZE"))
    with pytest.raises(KnowledgeFault, match=r"war\.yaml, line 4"):
        load_conflict(file)


def test_broken_yaml_is_refused_with_its_line(tmp_path):
    file = tmp_path / "war.yaml"
    file.write_text(RIGHT + "sides: [\n")
    with pytest.raises(KnowledgeFault, match=r"line \d+"):
        load_conflict(file)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The RSF shelled El Fasher, the Sudanese army said in Khartoum.", "sudan-2023"),
        ("M23 rebels took Goma and march on Bukavu.", "congo-m23"),
        ("The club signed a striker on Monday.", None),
    ],
)
def test_a_report_tells_its_conflict_by_sides_and_places(text, key):
    found = recognise_conflict(text)
    assert (found.key if found else None) == key


def test_a_side_that_mediates_elsewhere_makes_no_war_of_its_own():
    assert recognise_conflict("Haftar left Moscow. The Russian minister and Russia's envoy had urged a truce.") is None
    found = recognise_conflict("Russian shells fell on Kharkiv, and Moscow denied it.")
    assert found is not None
    assert found.key == "russia-ukraine"
