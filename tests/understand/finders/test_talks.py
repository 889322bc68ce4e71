"""The table of sentences in tests/examples/talks.yaml: who met whom, in which format, and what became of it."""

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.understand.finders.talks import find_talks

ROWS = rows_of("talks")
HELD_FLOOR = 0.7
KNOWN_GAPS = 27


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_talks_of_a_sentence(row):
    found = told(claims_in(row, find_talks))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_talks) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_talks)], "closed: take the known_gap away"


def test_the_table_is_wide():
    assert len(ROWS) >= 80
    assert sum(bool(row.get("held")) for row in ROWS) >= len(ROWS) // 6


def test_separate_talks_have_a_leg_for_each_party_and_none_for_both():
    text = "Sergei Lavrov met Jeyhun Bayramov and Zohrab Mnatsakanyan for separate talks on Tuesday and Wednesday."
    legs = claims_in({"text": text}, find_talks)[0].legs
    pairs = [{actor.entity_name for actor in leg.participants} for leg in legs]
    assert len(pairs) == 2
    assert all(any("Lavrov" in name for name in pair) for pair in pairs)


def test_a_planned_meeting_is_never_told_as_held():
    text = "The two presidents will meet in Sochi on Friday. A meeting in Minsk was ruled out."
    assert [claim.status for claim in claims_in({"text": text}, find_talks)] == ["planned", "ruled_out"]
