"""What is put in other words for the compiler means what it meant."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
SOURCE = '''"""A module, with a – before what is cut."""

from dataclasses import dataclass, field
from functools import cache, lru_cache

WEIGHTS: dict[str, int] = {"dash –": 1}
WORDS = frozenset({"one", "two"})
FLOATS = ((60, 1.3), (250, 0.8))
asked: list[str] = []
TWICE = 1
TWICE = 2


@dataclass(frozen=True, slots=True)
class Point:
    """Where."""

    x: int
    y: int = 7
    names: list[str] = field(default_factory=list)

    def far(self) -> int:
        return self.x + self.y


@dataclass(frozen=True)
class Counted:
    number: int

    def __post_init__(self) -> None:
        asked.append("counted")


@cache
def pair(first: str, second: str) -> tuple[str, str]:
    """Both."""
    asked.append(first)
    return first, second


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    asked.append("words")
    return WORDS


@cache
def perhaps(name: str) -> str | None:
    asked.append("perhaps")
    return None


@dataclass(frozen=True)
class Last:
    one: int
'''


@pytest.fixture
def made(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    from made_native import made_native

    yield made_native
    sys.modules.pop("made_native", None)


@pytest.fixture
def module(made):
    names = {"__name__": "made"}
    exec(compile(made(SOURCE), "made", "exec"), names)  # noqa: S102 - our own code
    return names


def test_constants_given_once_are_final(made):
    lines = made(SOURCE).splitlines()
    assert 'WEIGHTS: _Final[dict[str, int]] = {"dash –": 1}' in lines
    assert 'WORDS: _Final = frozenset({"one", "two"})' in lines
    assert "FLOATS = ((60, 1.3), (250, 0.8))" in lines
    assert [line for line in lines if line.startswith("TWICE")] == ["TWICE = 1", "TWICE = 2"]
    assert "asked: list[str] = []" in lines


def test_dataclasses_take_compare_and_hash_as_before(module):
    point = module["Point"]
    assert point(1) == point(1, 7, []) == replace(point(5), x=1)
    assert point(1) != point(1, 8)
    assert repr(point(1, names=["a"])) == "Point(x=1, y=7, names=['a'])"
    assert point(1).names is not point(1).names
    assert point(2, 3).far() == 5
    assert hash(module["Last"](1)) == hash(module["Last"](one=1))


def test_what_comes_after_the_fields_is_done(module):
    assert module["Counted"](3).number == 3
    assert module["asked"] == ["counted"]


def test_each_answer_is_made_once(module):
    assert [module["pair"]("a", "b"), module["pair"]("a", "c"), module["pair"]("a", "b")] == [
        ("a", "b"),
        ("a", "c"),
        ("a", "b"),
    ]
    assert module["words"]() is module["words"]()
    assert module["asked"] == ["a", "a", "words"]


def test_an_answer_that_may_be_nothing_stays_with_the_library(module):
    module["perhaps"]("x")
    module["perhaps"]("x")
    assert module["asked"] == ["perhaps"]


def test_a_source_without_any_of_it_stays_as_it_is(made):
    assert made("def one() -> int:\n    return 1\n") == "def one() -> int:\n    return 1\n"
