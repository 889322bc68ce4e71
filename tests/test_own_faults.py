"""A fault of our own in one report costs that report, named with the reason, and never the run."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from truceline.batch.options import BatchOptions
from truceline.batch.work import Read, Worker
from truceline.cli.main import cli
from truceline.errors import CannotRead, NothingRead, NotUnderstood, ReaderFault
from truceline.ledger.ledger import Ledger
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.pipeline import run
from truceline.read import read_reports
from truceline.read.formats.detect import Reader
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source
from truceline.understand import mark_report

BREAKS = "The bridge at Kasese was blown up, the army said. Nine soldiers were killed.\n"
HOLDS = "Ten soldiers were killed in Goma on Sunday, the army said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports; the markers break on the one about the bridge."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(BREAKS)
    (tmp_path / "in" / "b.txt").write_text(HOLDS)
    mark = mark_report.mark_parsed

    def breaking(parsed: mark_report.ParsedReport) -> object:
        if "bridge" in parsed.report.text:
            raise ZeroDivisionError("nobody thought of it")
        return mark(parsed)

    monkeypatch.setattr(mark_report, "mark_parsed", breaking)
    return tmp_path


def test_a_run_goes_on_and_names_the_report(folder: Path) -> None:
    refused: list[CannotRead] = []
    with Ledger(folder / "war.db") as ledger:
        result = run([folder / "in"], ledger, on_reject=refused.append)
        assert (result.reports, result.rejected) == (1, 1)
        assert [claim.evidence.exact for claim in ledger.claims() if claim.kind == "casualties"] == [
            "Ten soldiers were killed"
        ]
    assert "The bridge at Kasese" in refused[0].source
    assert "ZeroDivisionError: nobody thought of it, in " in refused[0].reason
    assert "breaking (test_own_faults.py, line" in refused[0].reason


def test_nothing_understood_is_no_success(folder: Path) -> None:
    with Ledger(folder / "war.db") as ledger, pytest.raises(NothingRead, match="ZeroDivisionError"):
        run([folder / "in" / "a.txt"], ledger)


@pytest.mark.parametrize("command", ["understand", "marks"])
def test_commands_print_the_others_and_write_the_reject(folder: Path, command: str) -> None:
    rejects = folder / "rejects.jsonl"
    done = CliRunner().invoke(cli, [command, str(folder / "in"), "--rejects", str(rejects)])
    assert done.exit_code == 0
    assert "Goma" in done.stdout
    assert [json.loads(line)["error"] for line in rejects.read_text().splitlines()] == ["NotUnderstood"]


def test_a_worker_of_a_batch_goes_on(folder: Path) -> None:
    texts = [Report(id=report_id(text), text=text, language="en") for text in (BREAKS, HOLDS)]
    broken, held = Worker(BatchOptions()).work(texts)
    assert isinstance(broken, NotUnderstood) and "ZeroDivisionError" in broken.reason
    assert isinstance(held, Read) and held.claims


def test_a_source_that_breaks_a_reader_costs_that_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BREAKS)
    (tmp_path / "b.txt").write_text(HOLDS)
    reader_of = read_reports.reader_of

    def breaking(source: Source, options: ReadOptions) -> Reader:
        if b"bridge" in source.content:
            raise ZeroDivisionError("nobody thought of it")
        return reader_of(source, options)

    monkeypatch.setattr(read_reports, "reader_of", breaking)
    refused: list[CannotRead] = []
    texts = [report.text for report in read_reports.read_reports(tmp_path, rejects=refused.append)]
    assert texts == [HOLDS]
    (fault,) = refused
    assert isinstance(fault, ReaderFault) and fault.source.endswith("a.txt")
    assert "ZeroDivisionError: nobody thought of it" in fault.reason


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took the town from the regime",
        "scoffed Information Minister Dhakal.\n\nHe said they had broken it.",
        "Nine were killed in June.\n\nPaz and Jun Bravo a ceasefire  at the weigh-in.\n\nA fourth round will be held.",
    ],
)
def test_texts_that_once_broke_the_rules(text: str) -> None:
    """Found by spoiling texts: a word that nothing follows, a verb that nothing precedes, two names and no verb."""
    (read,) = Worker(BatchOptions(every_report=True)).work([Report(id=report_id(text), text=text, language="en")])
    assert isinstance(read, Read)
