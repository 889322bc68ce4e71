"""Numbers: the table of examples, then what a table cannot say."""

from pathlib import Path

import pytest
import yaml

from builders import report
from truceline.model.mark import NumberMark
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.dates import mark_dates
from truceline.understand.markers.number_parts.number_words import value_of
from truceline.understand.markers.numbers import mark_numbers

EXAMPLES = yaml.safe_load((Path(__file__).parents[2] / "examples" / "numbers.yaml").read_text(encoding="utf-8"))


def numbers_in(text: str) -> list[NumberMark]:
    parsed = parse_report(report(text), Settings())
    return sorted(mark_numbers(parsed, mark_dates(parsed)), key=lambda mark: mark.start)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:60])
def test_examples(example):
    found = [[mark.text, mark.value, mark.low, mark.high, mark.counted] for mark in numbers_in(example["text"])]
    assert found == example["numbers"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,200", 1200), ("1.2 million", 1_200_000), ("twenty-two", 22), ("two hundred and five", 205), ("a", 1)],
)
def test_figures_and_words_have_a_value(text, value):
    assert value_of(text) == value


def test_words_that_are_no_number_have_none():
    assert value_of("several") is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("At least 12 people died.", "at_least"),
        ("More than 12 people died.", "more_than"),
        ("Up to 12 people died.", "up_to"),
        ("About 12 people died.", "approximately"),
        ("Nearly 12 people died.", "nearly"),
        ("Dozens of people died.", "vague"),
        ("Between 12 and 15 people died.", "between"),
        ("Exactly 12 people died.", None),
    ],
)
def test_a_bound_names_the_word_that_made_it(text, rule):
    (mark,) = numbers_in(text)
    assert mark.bound_rule == rule


def test_a_bound_word_over_a_line_break_counts():
    (mark,) = numbers_in("The army said that at\nleast 12 rebels died.")
    assert (mark.low, mark.value) == (12, None)


def test_control_over_towns_is_no_bound():
    (mark,) = numbers_in("Rebels took control over 12 villages.")
    assert (mark.value, mark.text) == (12, "12")
