"""The table of sentences in tests/examples/statements.yaml: which statements come out, and no others."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from truceline.model.claims.statements import Statement
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.understand.find_claims import find_claims

TABLE = Path(__file__).parents[2] / "examples" / "statements.yaml"
ROWS: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
OPEN = [row for row in ROWS if not row.get("held") and "known_gap" not in row]
HELD = [row for row in ROWS if row.get("held")]
HELD_FLOOR = 0.8
MOST_GAPS = 0.05


def statements_in(text: str) -> list[Statement]:
    claims = find_claims(Report(id=report_id(text), text=text))
    return [claim for claim in claims if isinstance(claim, Statement)]


def says(statement: Statement) -> dict[str, str | None]:
    source = statement.source_span.exact if statement.source_span else None
    said_on = statement.said_on.raw if statement.said_on else None
    return {"source": source, "content": statement.content, "function": statement.function, "said_on": said_on}


def is_right(row: dict[str, Any]) -> bool:
    found = [says(statement) for statement in statements_in(row["text"])]
    if len(found) != len(row["want"]):
        return False
    return all(any(want.items() <= one.items() for one in found) for want in row["want"])


@pytest.mark.parametrize("row", OPEN, ids=lambda row: row["text"][:60])
def test_statements_of_a_sentence(row: dict[str, Any]) -> None:
    found = [says(statement) for statement in statements_in(row["text"])]
    assert len(found) == len(row["want"]), found
    for want in row["want"]:
        assert any(want.items() <= one.items() for one in found), found


def test_rows_kept_aside() -> None:
    assert sum(map(is_right, HELD)) >= HELD_FLOOR * len(HELD)


def test_known_gaps_stay_few_and_real() -> None:
    gaps = [row for row in ROWS if "known_gap" in row]
    assert len(gaps) <= MOST_GAPS * len(ROWS)
    assert not [row["text"] for row in gaps if is_right(row)], "closed: take the known_gap away"


def test_evidence_covers_source_cue_and_content() -> None:
    text = "Rebels retook the airport, the monitors reported."
    statement = statements_in(text)[0]
    assert text[statement.evidence.start : statement.evidence.end] == text.removesuffix(".")
    assert statement.cue == "reported"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kyiv and Moscow said the talks were over.", "Government of Ukraine and Government of Russia", None),
        ("The mayor of Bunia and the army said that Bunia was calm.", "mayor of Bunia and army", "COD"),
        ("Ten people died, residents and a doctor said.", "residents and doctor", None),
        ("The army said that rebels and deserters had fled.", "army", None),
    ],
)
def test_two_who_say_it_together_are_one_source(text: str, name: str, country: str | None) -> None:
    (statement,) = statements_in(text)
    assert statement.source is not None
    assert (statement.source.entity_name, statement.source.country) == (name, country)
