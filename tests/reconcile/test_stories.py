"""Own reports on made-up wars, with the records that they should become; some were written apart from the rules."""

import pytest

from evaluation.stories import APART, MIXED, rows, stories

FLOORS = {
    "ceasefire process": 0.85, "talks round": 0.85, "incident": 0.85, "territory history": 0.85,
    "position history": 0.85, "toll series": 0.85,
}  # fmt: skip


@pytest.fixture(scope="module")
def figures():
    return {row.measure: row.figure for row in rows()}


def test_the_stories_are_fifty_reports_of_four_wars():
    told = stories()
    assert len(told) == 50
    assert {words.name.split()[0] for story in told for words in story.gold} == {"congo", "preah", "tigray", "yemen"}


def test_two_more_wars_were_written_apart():
    told = stories(APART)
    assert len(told) == 24
    assert {words.name.split()[0] for story in told for words in story.gold} == {"mindanao", "tripoli"}


def test_wars_that_share_their_actors_were_written_apart_too():
    told = stories(MIXED)
    assert len(told) == 21
    assert {words.name.split()[0] for story in told for words in story.gold} == {"colombia", "syria"}


@pytest.mark.parametrize("kind", FLOORS)
def test_records_of_wars_that_share_their_actors_are_joined_as_a_person_would(figures, kind):
    assert figures[f"{kind} B-cubed F1, mixed"] >= 0.9
    assert figures[f"{kind} words found, mixed"] >= 0.7


@pytest.mark.parametrize("kind", FLOORS)
def test_records_of_the_wars_written_apart_are_joined_as_a_person_would(figures, kind):
    assert figures[f"{kind} B-cubed F1, apart"] >= FLOORS[kind]
    assert figures[f"{kind} words found, apart"] >= 0.75


@pytest.mark.parametrize("kind", FLOORS)
def test_records_are_joined_as_a_person_would(figures, kind):
    assert figures[f"{kind} B-cubed F1"] >= FLOORS[kind]
    assert figures[f"{kind} words found"] >= 0.8
