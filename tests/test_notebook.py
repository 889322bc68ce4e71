"""The worked notebook and the queries of the R page run as they stand."""

import re
from pathlib import Path

import duckdb
import nbformat
from nbclient import NotebookClient

from export.war import write_war
from truceline.export.flat_tables import REJECTED
from truceline.export.formats import export
from truceline.ledger.ledger import Ledger
from truceline.model.claims import Casualties
from truceline.model.flat import FROM_REPORT, flat_columns

DOCS = Path(__file__).parents[1] / "docs"


def test_the_notebook_runs_and_draws():
    notebook = nbformat.read(DOCS / "worked-notebook.ipynb", as_version=4)
    NotebookClient(notebook, timeout=240, kernel_name="python3").execute()
    kinds = {kind for cell in notebook.cells for output in cell.get("outputs", []) for kind in output.get("data", {})}
    assert {"image/svg+xml", "text/html"} <= kinds


def test_the_query_of_the_r_page_runs(tmp_path, monkeypatch):
    with Ledger(write_war(tmp_path / "war.db")) as ledger:
        list(export(ledger, "parquet", tmp_path / "frames"))
    page = (DOCS / "how-to" / "use-from-r.md").read_text(encoding="utf-8")
    (query,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    rows = duckdb.sql(query).fetchall()
    assert ("Rapid Support Forces", "Sudanese Armed Forces", 30, 1) in rows


def test_the_columns_of_the_r_page_are_there():
    """There is no R here: what the page filters and selects must at least be columns."""
    page = (DOCS / "how-to" / "use-from-r.md").read_text(encoding="utf-8")
    named = {
        name
        for call in re.findall(r"(?:filter|coalesce|select|arrange)\(([^)]*)\)", page.split("```sql")[0])
        for name in re.findall(r"[a-z_]{3,}", re.sub(r'"[^"]*"', "", call))
    }
    assert "evidence_exact" in named
    there = {column.name for column in (*flat_columns(Casualties), *FROM_REPORT, REJECTED)}
    assert named - {"claimant", "people"} <= there
