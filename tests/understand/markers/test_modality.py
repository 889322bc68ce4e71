"""The table of clauses in tests/examples/modality.yaml: how sure each one is."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from truceline.model.mark import ModalityMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.modality import mark_modality

TABLE = Path(__file__).parents[2] / "examples" / "modality.yaml"
GOAL = 0.92


@dataclass(frozen=True)
class Row:
    text: str
    word: str
    want: str
    published: date | None
    held: bool


def read_rows() -> list[Row]:
    sentences = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [
        Row(sentence["text"], word, want, sentence.get("published"), number % 5 == 0)
        for number, sentence in enumerate(sentences)
        for word, want in sentence["want"].items()
    ]


ROWS = read_rows()


def judged(row: Row) -> str:
    parsed = parse_report(Report(id="r", text=row.text, published=row.published), Settings())
    holding = [mark for mark in mark_modality(parsed, []) if holds(mark, row.text.index(row.word))]
    if not holding:
        return "CT+"
    mark = min(holding, key=lambda mark: mark.scope[1] - mark.scope[0])
    return f"{mark.factuality} {mark.aux_mode or ''}".strip()


def holds(mark: ModalityMark, offset: int) -> bool:
    return mark.scope[0] <= offset < mark.scope[1]


def accuracy(rows: list[Row]) -> float:
    return sum(judged(row) == row.want for row in rows) / len(rows)


def test_table_is_large_enough() -> None:
    assert len(ROWS) >= 250


def test_open_clauses_are_read_right() -> None:
    assert accuracy([row for row in ROWS if not row.held]) > GOAL


def test_clauses_kept_aside_are_read_right() -> None:
    assert accuracy([row for row in ROWS if row.held]) > GOAL


@pytest.mark.parametrize("text", ["The army took the town.", "Rebels shelled the port on Monday."])
def test_plain_facts_carry_no_mark(text: str) -> None:
    assert mark_modality(parse_report(Report(id="r", text=text), Settings()), []) == []


def test_scope_stops_at_a_fact_inside_a_plan() -> None:
    text = "The general will meet the envoy who arrived on Monday."
    row = Row(text, "arrived", "CT+", None, held=False)
    assert judged(row) == row.want
