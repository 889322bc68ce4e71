"""Nouns without a second check and word lists at hand: what they are put in other words for gives the same."""

import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
NOUNS = """from truceline.model.actor import Actor
from truceline.model.evidence import Evidence, Span as Words

def words(text: str) -> Words:
    return Words(start=0, exact=text, end=len(text))

def actor(name: str, **more: object) -> tuple[Actor, Actor]:
    return Actor(entity_name=name), Actor(entity_name=name, **more)

def within(start: int) -> list[Words]:
    return [Words(start=start, end=Words(start=start, end=start + 2, exact="–").end, exact="é")]
"""
LISTS = """from functools import cache, lru_cache

asked: list[str] = []

@cache
def word_set(name: str) -> frozenset[str]:
    asked.append(name)
    return frozenset({name})

@lru_cache(maxsize=8)
def bounded(name: str) -> frozenset[str]:
    asked.append(name)
    return frozenset({name})

AT_IMPORT = word_set("early")

def both(name: str) -> frozenset[str]:
    return word_set("é") | word_set(name) | word_set("é")

def others() -> list[frozenset[str]]:
    return [bounded("b"), *(word_set("late") for _ in range(2))]
"""


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield
    for name in ("checked_nouns", "lists_at_hand", "replaced"):
        sys.modules.pop(name, None)


@pytest.fixture
def nouns(scripts):
    from checked_nouns import with_checked_nouns

    return with_checked_nouns(NOUNS)


@pytest.fixture
def lists(scripts, monkeypatch, tmp_path):
    from lists_at_hand import with_lists_at_hand

    (tmp_path / "some_lists.py").write_text(LISTS)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield with_lists_at_hand(LISTS, "some_lists")
    sys.modules.pop("some_lists", None)


def run(source):
    names = {"__name__": "made"}
    exec(compile(source, "made", "exec"), names)  # noqa: S102 - our own code
    return names


def test_nouns_are_equal_to_those_that_are_checked(nouns):
    before, after = run(NOUNS), run(nouns)
    for made in (
        lambda its: its["words"]("xy"),
        lambda its: its["actor"]("X", kind="state"),
        lambda its: its["within"](3),
    ):
        assert made(after) == made(before)
    assert repr(after["words"]("xy")) == repr(before["words"]("xy"))
    assert after["words"]("xy").model_dump_json() == before["words"]("xy").model_dump_json()


def test_only_what_is_told_in_so_many_words_goes_unchecked(nouns):
    assert "Actor(entity_name=name, **more)" in nouns
    assert nouns.count("of_checked") == 4
    with pytest.raises(ValueError, match="kind"):
        run(nouns)["actor"]("X", kind="no such kind")


def test_a_list_is_asked_for_once_at_each_place(lists):
    its = run(lists)
    assert its["both"]("y") == its["both"]("y") == {"é", "y"}
    assert its["others"]() == [{"b"}, {"late"}, {"late"}]
    assert its["asked"] == ["early", "é", "y", "b", "late"]
    assert 'AT_IMPORT = word_set("early")' in lists
    assert 'bounded("b")' in lists
    assert lists.count("_at_hand_0()") == 3


def test_a_source_without_lists_stays_as_it_is(scripts):
    from lists_at_hand import with_lists_at_hand

    assert with_lists_at_hand("WORD = 1\n", "truceline.errors") == "WORD = 1\n"
