"""The table of sentences in tests/examples/casualties.yaml: who lost how many, and no other figure."""

import datetime

import pytest

from examples.table import claims_in, fits, is_right, open_rows, rows_of, told
from truceline.understand.finders.casualties import find_casualties

ROWS = rows_of("casualties")
HELD_FLOOR = 0.8
KNOWN_GAPS = 0


@pytest.mark.parametrize("row", open_rows(ROWS), ids=lambda row: row["text"][:60])
def test_casualties_of_a_sentence(row):
    found = told(claims_in(row, find_casualties))
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(fits(want, one) for one in found), found


def test_rows_kept_aside():
    held = [row for row in ROWS if row.get("held")]
    assert sum(is_right(row, find_casualties) for row in held) >= HELD_FLOOR * len(held)


def test_known_gaps_are_counted_and_real():
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) == KNOWN_GAPS
    assert not [row["text"] for row in gaps if is_right(row, find_casualties)], "closed: take the known_gap away"


def test_the_table_is_wide():
    assert len(ROWS) >= 80
    assert sum(bool(row.get("held")) for row in ROWS) >= len(ROWS) // 6


def test_withheld_is_never_nought():
    (claim,) = claims_in({"text": "Baku has yet to disclose military losses."}, find_casualties)
    assert (claim.value, claim.low, claim.high) == (None, None, None)
    assert claim.missing["value"] == "withheld"


def test_a_vague_figure_has_a_floor_and_a_reason():
    (claim,) = claims_in({"text": "Hundreds of people were killed in the flare-up."}, find_casualties)
    assert (claim.low, claim.bound_rule, claim.missing["value"]) == (100, "vague", "vague_quantity")


def test_parts_of_a_toll_are_not_added_up():
    text = "The strike killed 24 people, nine of them children."
    assert sorted(claim.value for claim in claims_in({"text": text}, find_casualties)) == [9, 24]


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        (
            "More than 600 people have been killed in the region since March.",
            "1992-06-23",
            ("1992-03-01", "1992-06-23"),
        ),
        ("More than 600 people have been killed in the region this year.", "1992-06-23", ("1992-01-01", "1992-06-23")),
        ("Some 1,850 people have been killed since October 2017.", None, ("2017-10-01", None)),
        ("Nine people were killed in June 2008.", "2010-01-05", ("2008-06-01", "2008-06-30")),
    ],
)
def test_a_count_runs_until_the_day_of_writing(text, published, period):
    day = datetime.date.fromisoformat(published) if published else None
    (claim,) = told(claims_in({"text": text, "published": day}, find_casualties))
    assert (claim["period"]["earliest"], claim["period"]["latest"]) == period
