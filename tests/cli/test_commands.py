"""The commands as a user meets them: in a shell, with good and bad input."""

import json
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from truceline.model.schema import json_schema

STORY = """Truce agreed in Jeddah after three days of talks

JEDDAH, May 3 - The Sudanese army and the Rapid Support Forces agreed a 72-hour truce on Thursday, mediators said.

The health ministry said at least 550 people had been killed since the fighting began on April 15.

"We demand that the Rapid Support Forces leave the hospitals," army spokesman Nabil Abdallah said.
"""


def truceline(*arguments, stdin=None, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "truceline.cli.main", *map(str, arguments)],
        input=stdin, capture_output=True, text=True, cwd=cwd, check=False,
    )  # fmt: skip


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    return file


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    (folder / "story.txt").write_text(STORY)
    done = truceline("run", folder / "story.txt", "--published", "2023-05-05", "--ledger", folder / "war.db")
    assert done.returncode == 0, done.stderr
    return folder / "war.db"


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_help_names_every_command():
    done = truceline("--help")
    assert done.returncode == 0
    for name in ("read", "marks", "understand", "reconcile", "run", "brief", "report", "export", "schema"):
        assert name in done.stdout
        assert truceline(name, "--help").returncode == 0


def test_commands_join_to_a_pipe_and_fit_the_schema(story):
    validator = Draft202012Validator(json_schema())
    reports = truceline("read", story, "--published", "2023-05-05")
    claims = truceline("understand", "-", stdin=reports.stdout)
    records = truceline("reconcile", stdin=claims.stdout)
    for done in (reports, claims, records):
        assert done.returncode == 0, done.stderr
        assert rows(done.stdout)
        for row in rows(done.stdout):
            validator.validate(row)
    assert {row["published_basis"] for row in rows(reports.stdout)} == {"supplied"}


def test_marks_are_the_words_at_their_offsets_and_can_be_chosen(story):
    (report,) = rows(truceline("read", story).stdout)
    marks = rows(truceline("marks", story).stdout)
    assert {mark["mark"] for mark in marks} >= {"date", "place", "actor", "number", "speaker"}
    for mark in marks:
        assert report["text"][mark["start"] : mark["end"]] == mark["text"]
    assert {mark["mark"] for mark in rows(truceline("marks", story, "--kind", "date").stdout)} == {"date"}


def test_demonyms_are_printed_beside_the_places_where_they_are_asked_for(story):
    plain = rows(truceline("marks", story, "--kind", "place").stdout)
    asked = rows(truceline("marks", story, "--kind", "place", "--demonyms").stdout)
    assert asked[: len(plain)] == plain
    assert {mark["use"] for mark in asked[len(plain) :]} == {"demonym"}


def test_explain_names_the_rule_and_the_words(story):
    done = truceline("understand", story, "--explain")
    assert done.returncode == 0, done.stderr
    assert "by rule" in done.stdout
    assert "words:" in done.stdout


def test_a_second_run_adds_nothing(ledger):
    done = truceline("run", ledger.parent / "story.txt", "--published", "2023-05-05", "--ledger", ledger)
    assert done.stdout.startswith("1 reports read, 0 new claims, 0 records new or changed")


def test_the_brief_names_claimants_and_words(ledger):
    done = truceline("brief", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert "TRUCES (" in done.stdout
    assert "550" in done.stdout


def test_the_page_holds_everything_it_needs(ledger, tmp_path):
    page = tmp_path / "page.html"
    done = truceline("report", "--ledger", ledger, "--out", page)
    assert done.returncode == 0, done.stderr
    html = page.read_text()
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org", "")
    assert "https://" not in html


def test_export_writes_what_the_ledger_holds(ledger, tmp_path):
    done = truceline("export", "jsonl", "--ledger", ledger, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {line.rsplit("/", 1)[1] for line in done.stdout.split()} == {
        "reports.jsonl", "claims.jsonl", "records.jsonl", "readings.jsonl", "earlier_records.jsonl",
        "judgements.jsonl",
        "unexported.csv", "codebook.md", "datapackage.json",
    }  # fmt: skip
    assert len(rows((tmp_path / "out" / "reports.jsonl").read_text())) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 40, "text"),
        (b"<html><head><title>Shop</title></head><body><nav>Home Cart</nav></body></html>", "article"),
        (b"a" * 50_000_000, "larger"),
    ],
    ids=["empty", "binary", "no-article", "too-large"],
)
def test_bad_input_alone_is_exit_code_2_and_says_file_and_reason(tmp_path, content, reason):
    bad = tmp_path / "bad.html"
    bad.write_bytes(content)
    done = truceline("understand", bad, cwd=tmp_path)
    assert done.returncode == 2
    assert "bad.html" in done.stderr
    assert reason in done.stderr
    (row,) = rows((tmp_path / "rejects.jsonl").read_text())
    assert row["source"].endswith("bad.html")
    assert row["reason"]


def test_a_missing_file_is_said_and_the_run_goes_on(tmp_path, story):
    done = truceline("read", tmp_path / "nowhere.txt", story, cwd=tmp_path)
    assert done.returncode == 0
    assert "nowhere.txt" in done.stderr
    assert len(rows(done.stdout)) == 1
    assert len(rows((tmp_path / "rejects.jsonl").read_text())) == 1


def test_a_wrong_date_is_refused(story):
    done = truceline("read", story, "--published", "21.10.2020")
    assert done.returncode != 0
    assert "21.10.2020" in done.stderr


def test_an_unknown_language_is_refused(story, tmp_path):
    done = truceline("read", story, "--language", "tlh", cwd=tmp_path)
    assert done.returncode == 2
    assert "tlh" in done.stderr


def test_an_unknown_conflict_is_refused(story):
    done = truceline("understand", story, "--conflict", "punic-wars")
    assert done.returncode == 1
    assert "punic-wars" in done.stderr


def test_a_ledger_that_is_none_is_refused(story):
    done = truceline("brief", "--ledger", story)
    assert done.returncode == 1
    assert "not a ledger" in done.stderr
