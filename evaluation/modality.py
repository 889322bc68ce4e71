"""How sure each clause is, on the project's own table (tests/examples/modality.yaml)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from evaluation.table import Row, bootstrap
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import in_text_order, parse_report
from truceline.understand.markers.modality import mark_modality

TABLE = Path(__file__).parents[1] / "tests" / "examples" / "modality.yaml"
ANCHOR = "goal .92"


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    word: str
    want: str
    published: date | None
    held: bool


def rows() -> list[Row]:
    clauses = read_clauses()
    return [
        row_of("modality value and mode, kept aside", [clause for clause in clauses if clause.held]),
        row_of("modality value and mode, rules seen", [clause for clause in clauses if not clause.held]),
    ]


def read_clauses() -> list[Clause]:
    """Every fifth sentence of the table is kept aside."""
    return [
        Clause(sentence["text"], word, want, sentence.get("published"), number % 5 == 0)
        for number, sentence in enumerate(yaml.safe_load(TABLE.read_text(encoding="utf-8")))
        for word, want in sentence["want"].items()
    ]


def row_of(measure: str, clauses: Sequence[Clause]) -> Row:
    right = [judged(clause) == clause.want for clause in clauses]
    return Row(measure, ANCHOR, share(right), *bootstrap(right, share), len(right))


def share(right: Sequence[bool]) -> float:
    return sum(right) / len(right)


def judged(clause: Clause) -> str:
    """The value and mode of the innermost mark that holds the word; CT+ where none does."""
    report = Report(id=report_id(clause.text), text=clause.text, published=clause.published)
    at = clause.text.index(clause.word)
    marks = in_text_order(mark_modality(parse_report(report, Settings()), []))
    holding = [mark for mark in marks if mark.scope[0] <= at < mark.scope[1]]
    if not holding:
        return "CT+"
    mark = min(holding, key=lambda mark: mark.scope[1] - mark.scope[0])
    return f"{mark.factuality} {mark.aux_mode or ''}".strip()
