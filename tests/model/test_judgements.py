"""What people decided, laid over what was found."""

import datetime

import pytest
from pydantic import ValidationError

from builders import claim, report
from truceline.model.claims.judged import judged_claims
from truceline.model.judgement import Judgement, in_force

STORY = report("The army said 12 people were killed.")
TOLL = claim("casualties", STORY, "12 people", harm="killed", value=12, low=12, high=12)


def judgement(number: int, verdict: str, **fields) -> Judgement:
    at = datetime.datetime(2025, 5, 1, 12, number, tzinfo=datetime.UTC)
    return Judgement(id=f"j{number}", verdict=verdict, claims=(TOLL.id,), by="A. Reader", at=at, **fields)


def test_a_correction_lies_over_the_claim_and_leaves_it_as_it_was():
    edit = judgement(1, "edit", changes={"harm": "injured"})
    (judged,) = judged_claims([TOLL], [edit])
    assert judged.harm == "injured"
    assert TOLL.harm == "killed"


def test_a_rejected_claim_is_left_out_until_somebody_accepts_it():
    assert list(judged_claims([TOLL], [judgement(1, "reject")])) == []
    assert list(judged_claims([TOLL], [judgement(1, "reject"), judgement(2, "accept")])) == [TOLL]


def test_what_is_taken_back_no_longer_counts_and_can_be_done_again():
    reject, back = judgement(1, "reject"), judgement(2, "withdraw", withdraws="j1")
    again = judgement(3, "withdraw", withdraws="j2")
    assert in_force([reject, back]) == []
    assert in_force([reject, back, again]) == [reject]


def test_a_claim_added_by_hand_stands_beside_the_found_ones():
    added = judgement(1, "add", changes=TOLL.model_dump(mode="json"))
    assert list(judged_claims([], [added])) == [TOLL]
    assert list(judged_claims([], [added, judgement(2, "withdraw", withdraws="j1")])) == []


def test_a_wrong_value_is_refused():
    with pytest.raises(ValidationError):
        list(judged_claims([TOLL], [judgement(1, "edit", changes={"harm": "sad"})]))
