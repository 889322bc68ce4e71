"""Whose word a deed is that stands within what somebody asks, condemns or reports."""

import pytest

from tests.examples.table import claims_in
from truceline.understand.finders.events import find_events


@pytest.mark.parametrize(
    ("text", "deed", "claimant"),
    [
        ("NATO issued an ultimatum to the Serbs, who withdrew most of their guns.", "withdrew", None),
        ("The UN condemned attacks on villages in Ituri, in which rebels killed 12 people.", "killed", None),
        ("Local media reported attacks near Jos in which 11 men were shot dead.", "shot", "Local media"),
        ("The army said it had attacked a base from which rebels fired rockets.", "fired", "army"),
    ],
)
def test_only_who_tells_vouches_for_a_clause_within(text: str, deed: str, claimant: str | None) -> None:
    told = next(claim for claim in claims_in({"text": text}, find_events) if deed in claim.evidence.exact.split())
    assert told.claimed_by.entity_text == claimant


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The army said it had retaken Ngongo, repelled a raid on Fataki and captured 11 assailants.", "captured"),
        ("The rebels said they had shelled the base at Bor, killed nine soldiers and burned a depot.", "killed"),
        ("Kyiv said its troops had crossed the river, seized two villages and destroyed a tank.", "destroyed"),
    ],
)
def test_who_says_what_had_been_done_says_all_of_it(text: str, deed: str) -> None:
    told = next(claim for claim in claims_in({"text": text}, find_events) if deed in claim.evidence.exact.split())
    assert told.claimed_by.resolution != "author"
