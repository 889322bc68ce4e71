"""A sentence's odds do not hang on the order in which its features happen to be counted."""

from itertools import permutations

from truceline.read.plea_weights import PleaWeights


def test_odds_in_any_order_are_the_same_to_the_last_bit():
    weights = PleaWeights(0.1, {"w a": 0.1, "w b": 0.2, "w c": 0.3, "w d": 1e15, "w e": -1e15})
    assert len({weights.odds(order) for order in permutations(weights.weights)}) == 1
