"""The table of attributions in tests/examples/speakers.yaml, and what it cannot show."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from truceline.model.actor import Actor
from truceline.model.mark import ActorMark, Pair, SpeakerMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.speakers import mark_speakers

TABLE = Path(__file__).parents[2] / "examples" / "speakers.yaml"
ROWS: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
HELD = [row for row in ROWS if row.get("held")]
HELD_FLOOR = 0.6


def marks_in(text: str, *actors: ActorMark) -> list[SpeakerMark]:
    return mark_speakers(parse_report(Report(id="r", text=text), Settings()), actors)


def roles(text: str, mark: SpeakerMark) -> dict[str, Any]:
    def words(pieces: tuple[Pair, ...]) -> list[str]:
        return [text[start:end] for start, end in pieces]

    return {
        "source": words(mark.source),
        "cue": words(mark.cue),
        "content": words(mark.content),
        "mode": mark.quote_mode,
    }


def found_in(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [roles(row["text"], mark) for mark in marks_in(row["text"])]


@pytest.mark.parametrize("row", [row for row in ROWS if not row.get("held")], ids=lambda row: row["text"][:60])
def test_attributions_of_a_text(row: dict[str, Any]) -> None:
    assert found_in(row) == row["want"]


def test_rows_kept_aside() -> None:
    assert sum(found_in(row) == row["want"] for row in HELD) >= HELD_FLOOR * len(HELD)


def test_source_is_the_actor_that_covers_its_head() -> None:
    text = "Baku says the town has fallen."
    actor = Actor(entity_text="Baku", entity_name="Azerbaijan", kind="state", country="AZE", resolution="metonym")
    baku = ActorMark(report="r", start=0, end=4, text="Baku", **actor.model_dump())
    assert marks_in(text, baku)[0].actor == actor


def test_unknown_source_keeps_its_words_and_says_so() -> None:
    mark = marks_in("A shepherd said the wells were poisoned.")[0]
    assert mark.actor == Actor(entity_text="A shepherd", resolution="unresolved")


def test_medium_is_kept() -> None:
    assert marks_in("The council said in a statement that the road was open.")[0].medium == "statement"


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("The army denied that it had shelled the camp.", "denial"),
        ("The rebels accused the army of looting.", "accusation"),
        ("The envoy urged both sides to talk.", "demand"),
        ("The president vowed to rebuild the city.", "promise"),
        ("The group has yet to disclose its losses.", "non_disclosure"),
        ("The envoy said there can only be peace when the troops leave.", "condition"),
        ("Mediators hope to reopen the road.", "intention"),
        ("The council said the road was open.", "statement"),
    ],
)
def test_function_of_a_statement(text: str, function: str) -> None:
    assert [mark.function for mark in marks_in(text)] == [function]


def test_a_text_may_begin_with_the_comma_before_its_source() -> None:
    text = ", the army said, the rebels fled."
    assert [roles(text, mark)["source"] for mark in marks_in(text)] == [["the army"]]
