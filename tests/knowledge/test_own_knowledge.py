"""An analyst's own folder, named by TRUCELINE_KNOWLEDGE, stands beside the shipped facts."""

import json
import os
import subprocess
import sys

import pytest

STORY = (
    "Fighting in Oldfield\n\nThe Blue Valley Front attacked Oldfield on Tuesday, army chief Ola Quist said. "
    "The Blue Valley Front denied it.\n"
)
CONFLICT = """\
title: The Blue Valley
start: "2031-01-01"
source: own
countries: [NOR]
sides:
  - {name: Blue Valley Front, country: NOR, names: ["Blue Valley Front"]}
places: ["Oldfield"]
"""


@pytest.fixture
def knowledge(tmp_path):
    for name in ("actors", "places", "conflicts"):
        (tmp_path / name).mkdir()
    (tmp_path / "actors" / "own.tsv").write_text(
        "name\taliases\tkind\tiso3\tsource\nBlue Valley Front\tBVF\trebel\tNOR\town\n"
    )
    (tmp_path / "actors" / "people.tsv").write_text(
        "person\taliases\tiso3\tpolity\toffice\ttitle\tstart\tend\tsource\n"
        "Ola Quist\t\tNOR\t\tmilitary_chief\tarmy chief\t2030-01-01\t\town\n"
    )
    (tmp_path / "places" / "own.tsv").write_text(
        "name\talt_names\tkind\tfeature_code\tcountry\tlat\tlon\tgeonameid\tprecision\tsource\n"
        "Oldfield\t\ttown\tPPL\tNOR\t61.5\t9.5\t\t1\town\n"
    )
    (tmp_path / "conflicts" / "blue-valley.yaml").write_text(CONFLICT)
    return tmp_path


def marks(knowledge, tmp_path, kind, *options):
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    done = subprocess.run(
        [sys.executable, "-m", "truceline.cli.main", "marks", str(story), "--kind", kind, *options],
        env={**os.environ, "TRUCELINE_KNOWLEDGE": str(knowledge), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_own_names_are_known(knowledge, tmp_path):
    actors = {mark["entity_name"]: mark for mark in marks(knowledge, tmp_path, "actor")}
    assert (actors["Blue Valley Front"]["country"], actors["Blue Valley Front"]["sector"]) == ("NOR", "REB")
    assert actors["Ola Quist"]["country"] == "NOR"


def test_own_places_are_known(knowledge, tmp_path):
    found = [mark for mark in marks(knowledge, tmp_path, "place") if mark["lat"] is not None]
    assert {(mark["name"], mark["lat"], mark["lon"]) for mark in found} == {("Oldfield", 61.5, 9.5)}


@pytest.mark.parametrize("name", ["blue-valley", "FILE"])
def test_own_conflict_is_known(knowledge, tmp_path, name):
    given = str(knowledge / "conflicts" / "blue-valley.yaml") if name == "FILE" else name
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    done = subprocess.run(
        [sys.executable, "-m", "truceline.cli.main", "understand", str(story), "--conflict", given],
        env={**os.environ, "TRUCELINE_KNOWLEDGE": str(knowledge)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_a_folder_that_is_not_there_is_named(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "from truceline.knowledge.names import names; names()"],
        env={**os.environ, "TRUCELINE_KNOWLEDGE": str(tmp_path / "nowhere")}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert "TRUCELINE_KNOWLEDGE names this folder, and it is not there" in done.stderr
