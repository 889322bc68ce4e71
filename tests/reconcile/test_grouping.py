import pytest

from evaluation.bcubed import b_cubed
from truceline.reconcile.grouping import group_texts

QUAKE = "An earthquake shook Aceh on Tuesday and flattened mosques near Bener Meriah, officials said."
AGAIN = "Officials in Aceh said mosques fell near Bener Meriah when Tuesday's earthquake struck."
TRIAL = "A court in Oslo sentenced the former minister Hansen to six years for fraud."
VERDICT = "Hansen, the former minister, got six years for fraud from the Oslo court."


def test_texts_of_one_event_share_a_group():
    quake, trial, again, verdict = group_texts([QUAKE, TRIAL, AGAIN, VERDICT])
    assert quake == again
    assert trial == verdict
    assert quake != trial


def test_few_texts_or_none():
    assert group_texts([]) == []
    assert group_texts([QUAKE]) == [0]


def test_b_cubed_by_hand():
    scored = b_cubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2})
    assert scored.precision == pytest.approx((1 + 0.5 + 0.5) / 3)
    assert scored.recall == pytest.approx((0.5 + 0.5 + 1) / 3)
