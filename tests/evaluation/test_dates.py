"""What the score of dates counts as the same value, and what it leaves out in doubt."""

import pytest

from evaluation.dates import Hits, evened, hits_in, value_f1


@pytest.mark.parametrize(
    ("one", "other"),
    [("2000-W7", "2000-W07"), ("199X", "199"), ("1949-XX-XX", "1949"), ("1998-03-02T17", "1998-03-02T17:00")],
)
def test_spellings_of_one_value_are_evened(one, other):
    assert evened(one) == evened(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1999-W17", "1999-W07"), ("1999-QX", "1999"), ("XXXX-XX-XX", "XXXX"), ("1999-07", "1999-7"), ("PT17H", "P17D")],
)
def test_other_values_stay_apart(one, other):
    assert evened(one) != evened(other)


def test_what_is_in_doubt_is_neither_asked_nor_held_against():
    text = "They met on Monday and again in March; the war is two years old, the town 900 years old."
    gold = [
        {"start": 12, "end": 18, "value": "2024-05-13"},
        {"start": 32, "end": 37, "value": "2023-03", "doubt": True},
    ]
    untagged = [{"start": text.index("two years"), "end": text.index(" old"), "value": "P2Y"}]
    marks = hits_in({"text": text, "dct": "2024-05-15", "timex3": gold, "untagged_doubt": untagged})
    assert marks == Hits(made=1, gold=1, found=1, same=1, alike=1)
    assert value_f1([marks]) == 1.0
