"""The ledger as data frames: typed even when empty, corrected by people, one row a claim or step."""

import datetime

import polars as pl
import pytest

from export.war import claims, judged, write_war
from truceline.ledger.ledger import Ledger
from truceline.model.judgement import Judgement

FRAMES = ("statements", "events", "casualties", "ceasefires", "talks", "territory", "positions", "tolls", "truces",
          "rounds", "contradictions")  # fmt: skip


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_ledger_gives_typed_empty_frames(tmp_path, name):
    with Ledger(tmp_path / "empty.db") as ledger:
        made = getattr(ledger, name)()
    assert made.is_empty()
    assert len(made.columns) > 3


def test_claims_with_their_report(ledger):
    made = ledger.casualties().filter(pl.col("measure") == "incident")
    assert sorted(made["value"]) == [14, 30]
    assert made["report_published"].to_list() == [datetime.date(2024, 5, 3)] * 2
    assert made.schema["place_lat"] == pl.Float64


def test_corrections_count(ledger):
    fourteen, thirty = claims()[1], claims()[2]
    ledger.add_judgement(judged(thirty, "reject"))
    at = datetime.datetime(2024, 5, 5, tzinfo=datetime.UTC)
    ledger.add_judgement(
        Judgement(id="e", verdict="edit", claims=(fourteen.id,), changes={"value": 13, "low": 13}, by="Ada", at=at)
    )
    made = ledger.casualties().filter(pl.col("measure") == "incident")
    assert made["value"].to_list() == [13]


def test_steps_of_a_truce(ledger):
    made = ledger.truces()
    assert made.select("title", "stage", "date_earliest").rows() == [
        ("Truce of 3 May", "agreed", datetime.date(2024, 5, 3))
    ]


def test_pandas_too(ledger):
    made = ledger.events(as_="pandas")
    assert list(made["event"]) == ["ASSAULT", "ASSAULT", "ASSAULT", "REJECT"]


def test_a_ledger_shows_itself_in_a_notebook(ledger):
    assert "<td>ceasefire process</td><td style='text-align:right'>1</td>" in ledger._repr_html_()
