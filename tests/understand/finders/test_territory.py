"""The table of sentences in tests/examples/territory.yaml: who takes, holds, loses and leaves which ground."""

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.understand.finders.territory import find_territory

ROWS = rows_of("territory")
HELD_FLOOR = 0.7
KNOWN_GAPS = 14


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_territory_of_a_sentence(row):
    found = told(claims_in(row, find_territory))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_territory) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_territory)], "closed: take the known_gap away"


def test_the_table_is_wide():
    assert len(ROWS) >= 80
    assert sum(bool(row.get("held")) for row in ROWS) >= len(ROWS) // 6


def test_evidence_holds_the_verb_and_the_place():
    claim = claims_in({"text": "On Monday rebels captured the town of Sake."}, find_territory)[0]
    assert claim.evidence.exact.endswith("rebels captured the town")
    assert claim.found_by.rule == "gained-verb"


def test_a_plan_is_no_change_but_what_it_takes_for_granted_is():
    text = "The president demanded that Armenia pull out of the regions held by Armenian forces."
    assert [claim.change for claim in claims_in({"text": text}, find_territory)] == ["holds"]


def test_of_hundreds_of_gunmen_the_gunmen_take_the_town_and_of_thousands_of_refugees_nobody_does():
    (claim,) = claims_in({"text": "Hundreds of gunmen seized the town of Marawi on Tuesday."}, find_territory)
    assert claim.controller is not None
    assert claim.controller.entity_text == "gunmen"
    assert claims_in({"text": "Thousands of refugees reached Goma on Tuesday."}, find_territory) == []
