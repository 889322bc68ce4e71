"""The table of sentences in tests/examples/positions.yaml: demands, offers, refusals, threats and their terms."""

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.understand.finders.positions import find_positions

ROWS = rows_of("positions")
HELD_FLOOR = 0.7
KNOWN_GAPS = 5


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_positions_of_a_sentence(row):
    found = told(claims_in(row, find_positions))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_positions) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_positions)], "closed: take the known_gap away"


def test_the_table_is_wide():
    assert len(ROWS) >= 80
    assert sum(bool(row.get("held")) for row in ROWS) >= len(ROWS) // 6


def test_content_is_what_is_asked_in_the_words_of_the_report():
    claim = claims_in({"text": "The council urged both sides to stop the shelling."}, find_positions)[0]
    assert claim.content == "both sides to stop the shelling"
    assert claim.evidence.exact == "The council urged both sides to stop the shelling"


def test_we_is_whoever_speaks():
    claim = claims_in({"text": '"We will not surrender," said General Idris Wako.'}, find_positions)[0]
    assert "Wako" in claim.holder.entity_text


def test_words_of_a_refusal_hold_its_not():
    text = "The front said its fighters had seized ten rifles from the armoury and would not leave the region."
    (claim,) = claims_in({"text": text}, find_positions)
    assert claim.evidence.exact == "would not leave the region"
