"""The table of sentences in tests/examples/ceasefires.yaml: which stage of a truce is told, and no other."""

import datetime

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.understand.finders.ceasefires import find_ceasefires

ROWS = rows_of("ceasefires")
HELD_FLOOR = 0.8
KNOWN_GAPS = 0


def stages(text: str) -> list[str]:
    return sorted(claim.stage for claim in claims_in({"text": text}, find_ceasefires))


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_ceasefires_of_a_sentence(row):
    found = told(claims_in(row, find_ceasefires))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_ceasefires) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_ceasefires)], "closed: take the known_gap away"


def test_the_table_is_wide():
    assert len(ROWS) >= 80
    assert sum(bool(row.get("held")) for row in ROWS) >= len(ROWS) // 6


def test_a_place_of_signature_is_no_proof_of_mediation():
    text = "The two sides signed a ceasefire in Moscow on Saturday."
    (claim,) = claims_in({"text": text}, find_ceasefires)
    assert (claim.mediated, claim.mediators, claim.place.name) == ("unclear", (), "Moscow")


def test_a_truce_told_twice_in_one_sentence_is_one_claim_a_stage():
    assert stages("The guns fell silent in Tigray as a truce took effect at dawn.") == ["in_force"]


def test_a_question_tells_nothing():
    assert stages("A truce was agreed on Friday. Has it been violated?") == ["agreed"]


def test_it_stands_for_a_truce_only_where_one_was_named():
    assert stages("The rebels took the bridge. The army broke it.") == []
    assert stages("A truce began on Friday. The army broke it within hours.") == ["in_force", "violated"]


def test_the_day_of_the_deed_and_the_day_of_effect_are_kept_apart():
    text = "The rebels announced on Monday that they would cease fire from May 20."
    (claim,) = claims_in({"text": text}, find_ceasefires)
    assert claim.declared.earliest == datetime.date(2024, 5, 13)
    assert claim.effective.earliest == datetime.date(2024, 5, 20)
