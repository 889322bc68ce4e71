"""The table of sentences in tests/examples/events.yaml: who did what to whom."""

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.knowledge.codebook import plover
from truceline.understand.finders.events import find_events

ROWS = rows_of("events")
HELD_FLOOR = 0.6
KNOWN_GAPS = 0


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_events_of_a_sentence(row):
    found = told(claims_in(row, find_events))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_events) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_events)], "closed: take the known_gap away"


def test_every_event_has_the_quadrant_and_a_code_of_its_class():
    for row in open_rows(ROWS):
        for claim in claims_in(row, find_events):
            assert claim.quad == plover().classes[claim.event].quad
            known = plover().classes[claim.event]
            assert claim.cameo in {known.cameo, *known.modes.values(), *known.words}
