"""A corpus in parts: same outcome as one by one, gone on with after any break."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import truceline
from truceline.batch import processes, work
from truceline.batch.load import load_batch
from truceline.batch.options import BatchOptions
from truceline.batch.parts import read_part
from truceline.batch.processes import do_part, without_killers
from truceline.batch.run_batch import run_batch
from truceline.batch.units import Part, parts_of, units_in
from truceline.errors import BatchFault, NotText
from truceline.ledger.ledger import Ledger
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.read_reports import read_reports
from truceline.read.sources import Source
from truceline.understand.find_claims import find_claims

STORIES = [
    f"Truce fails, part {number}\n\nThe army said that {number} soldiers were killed in Goma on Tuesday.\n"
    for number in range(3, 11)
]
CONCERT = "The orchestra said that it will play two new works on Sunday in the park. " * 12
KILLS = int(os.environ.get("TRUCELINE_KILLS", "3"))  # how often the batch is killed; 50 for a longer look


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, story in enumerate(STORIES):
        (folder / f"{number}.txt").write_text(story)
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 40)
    return folder


def here(folder, told, parts):
    """A runner in this process: for what needs no processes."""
    return (do_part(folder, part, told) for part in parts)


def batch(corpus, out, runner=here, **options):
    return run_batch([corpus], out, BatchOptions(**{"part_size": 3, **options}), runner=runner)


def whole(out):
    return {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def call(*arguments, **kwargs):
    return subprocess.Popen(
        [sys.executable, "-m", "truceline", *map(str, arguments)], start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **kwargs,
    )  # fmt: skip


def test_claims_are_those_that_come_out_one_by_one(corpus, tmp_path):
    result = batch(corpus, tmp_path / "out")
    assert (result.parts, result.skipped, result.reports, result.refused) == (3, 0, 8, 1)
    found = [pair for number in range(3) for pair in read_part(tmp_path / "out", number)]
    expected = list(read_reports(corpus, rejects=lambda error: None))
    assert [report for report, _, _ in found] == expected
    assert [claims for _, claims, _ in found] == [find_claims(report) for report in expected]
    assert "broken.txt" in (tmp_path / "out" / "rejects.jsonl").read_text()


def test_what_is_parsed_together_comes_out_in_order_each_with_its_own_claims(monkeypatch):
    monkeypatch.setattr(work, "TOGETHER", 150)
    texts = (STORIES[0], CONCERT, STORIES[1], STORIES[0], STORIES[2], STORIES[1])
    given = [Report(id=report_id(f"{number}"), text=text, language="en") for number, text in enumerate(texts)]
    found = list(work.Worker(BatchOptions()).work(given))
    assert [one.report.id for one in found] == [one.id for one in given]
    assert [one.claims for one in found] == [tuple(find_claims(one.report)) if one.relevant else () for one in found]
    assert [one.relevant for one in found] == [True, False, True, True, True, True]


def test_runs_are_cut_by_the_length_of_their_texts():
    texts = [Report(id=report_id(text), text=text, language="en") for text in ("a" * 6, "b" * 6, "c" * 30, "d")]
    refused = NotText("e", "no text")
    assert list(work.of_size([*texts, refused], 10)) == [texts[:2], [texts[2]], [texts[3], refused]]
    assert list(work.of_size([], 10)) == []


def test_a_second_run_does_nothing_and_changes_nothing(corpus, tmp_path):
    batch(corpus, tmp_path / "out")
    before = whole(tmp_path / "out")
    assert batch(corpus, tmp_path / "out").skipped == 3
    assert whole(tmp_path / "out") == before


def test_changed_sources_are_done_anew_and_lost_ones_go(corpus, tmp_path):
    out = tmp_path / "out"
    batch(corpus, out)
    (corpus / "0.txt").write_text(STORIES[0].replace("soldiers", "civilians"))
    assert batch(corpus, out).skipped == 2
    for number in range(3, 8):
        (corpus / f"{number}.txt").unlink()
    batch(corpus, out)
    assert len(list((out / "reports").iterdir())) == 2
    fresh = tmp_path / "fresh"
    batch(corpus, fresh)
    assert whole(out) == whole(fresh)


def test_rows_and_members_are_units_of_their_own(tmp_path):
    rows = "id,text\n" + "".join(f'{n},"{story.split(chr(10))[2]}"\n' for n, story in enumerate(STORIES))
    (tmp_path / "table.csv").write_text(rows)
    assert batch(tmp_path / "table.csv", tmp_path / "out").parts == 3


def test_reports_without_a_word_of_conflict_are_kept_and_not_parsed(tmp_path):
    (tmp_path / "a.txt").write_text(CONCERT)
    batch(tmp_path / "a.txt", tmp_path / "out")
    (row,) = pq.read_table(tmp_path / "out" / "reports" / "part-000000.parquet").to_pylist()
    assert row["relevant"] is False
    batch(tmp_path / "a.txt", tmp_path / "every", every_report=True)
    (row,) = pq.read_table(tmp_path / "every" / "reports" / "part-000000.parquet").to_pylist()
    assert row["relevant"] is True


def test_machines_that_share_a_folder_share_the_work(corpus, tmp_path):
    batch(corpus, tmp_path / "here")
    shares = [batch(corpus, tmp_path / "out", shard=(number, 3)) for number in (2, 3, 1)]
    assert sum(result.reports for result in shares) == 8
    assert [result.parts - result.skipped for result in shares] == [3, 3, 3]
    assert whole(tmp_path / "out") == whole(tmp_path / "here")


def test_a_batch_is_loaded_once(corpus, tmp_path):
    batch(corpus, tmp_path / "out")
    with Ledger(tmp_path / "war.db") as ledger:
        reports, new, changed = load_batch(tmp_path / "out", ledger)
        assert reports == 8 and new > 8 and changed > 0
        assert load_batch(tmp_path / "out", ledger) == (8, 0, 0)


def test_a_folder_without_a_batch_is_named(tmp_path):
    with Ledger(tmp_path / "war.db") as ledger, pytest.raises(BatchFault, match="no batch here"):
        load_batch(tmp_path, ledger)


def test_a_part_that_was_broken_off_is_not_loaded(corpus, tmp_path):
    out = tmp_path / "out"
    batch(corpus, out)
    kept = (out / "reports" / "part-000000.parquet").read_bytes()
    (corpus / "0.txt").write_text(STORIES[0].replace("soldiers", "civilians"))
    batch(corpus, out)
    (out / "reports" / "part-000000.parquet").write_bytes(kept)  # as if killed between the two files
    with pytest.raises(BatchFault, match="broken off"):
        list(read_part(out, 0))
    batch(corpus, out)
    assert len(list(read_part(out, 0))) == 3


def test_a_folder_that_cannot_be_written_to_is_named(corpus, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BatchFault, match="file"):
        batch(corpus, tmp_path / "file" / "out")


def test_the_unit_that_kills_is_refused_and_the_others_stay(monkeypatch):
    units = (Source("a", b"x"), Source("killer", b"y"), Source("b", b"z"))
    monkeypatch.setattr(processes, "survives", lambda unit, options: unit.name != "killer")
    left = without_killers(Part(0, units), BatchOptions()).units
    assert left[0] == units[0] and left[2] == units[2]
    assert isinstance(left[1], NotText) and left[1].source == "killer"


def test_parts_are_cut_by_size_too():
    units = [Source(str(number), b"x" * 20_000_000) for number in range(5)]
    assert [len(part.units) for part in parts_of(units, 200)] == [3, 2]


def test_units_name_what_is_not_there(tmp_path):
    (refused,) = units_in([tmp_path / "nowhere"], BatchOptions().read_options())
    assert "no such file" in str(refused)


def test_processes_give_the_same_bytes_and_outlive_the_death_of_a_worker(corpus, tmp_path):
    batch(corpus, tmp_path / "here")
    running = call("batch", corpus, "--out", tmp_path / "out", "--part-size", 3, "--workers", 2)
    killed = False
    while running.poll() is None and not killed:
        for child in children(running.pid):
            if b"spawn_main" in (Path("/proc") / child / "cmdline").read_bytes():
                os.kill(int(child), signal.SIGKILL)
                killed = True
                break
        time.sleep(0.05)
    out, err = running.communicate(timeout=120)
    assert running.returncode == 0, err
    assert killed and "8 reports read" in out
    assert whole(tmp_path / "out") == whole(tmp_path / "here")


def wait_for_parts(out, count, running):
    while len(list((out / "reports").glob("part-*"))) < count and running.poll() is None:
        time.sleep(0.01)


def children(pid):
    try:
        return (Path("/proc") / str(pid) / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return []


def test_a_batch_killed_at_any_moment_is_gone_on_with(corpus, tmp_path):
    """Nothing committed is lost, nothing is there twice, no half file is read."""
    batch(corpus, tmp_path / "here", part_size=1)
    out = tmp_path / "out"
    done: list[int] = []
    moments = random.Random(4)  # noqa: S311 - no secret
    for _ in range(KILLS):
        running = call("batch", corpus, "--out", out, "--part-size", 1, "--workers", 1)
        wait_for_parts(out, moments.randrange(9), running)
        time.sleep(moments.uniform(0, 0.5))
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        before, done = done, [number for number in range(9) if (out / "reports" / f"part-{number:06}.parquet").exists()]
        assert set(before) <= set(done)
        assert all(len(list(read_part(out, number))) <= 1 for number in done)
    batch(corpus, out, part_size=1)
    assert {k: v for k, v in whole(out).items() if not k.name.startswith(".")} == whole(tmp_path / "here")


def test_a_batch_told_to_stop_stops_cleanly(corpus, tmp_path):
    running = call("batch", corpus, "--out", tmp_path / "out", "--part-size", 1, "--workers", 1)
    while not (tmp_path / "out" / "reports").exists() and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=60)
    assert running.returncode in (0, 130), err
    assert "Traceback" not in err
    assert batch(corpus, tmp_path / "out", part_size=1).parts == 9


def test_the_package_is_the_one_under_test():
    assert Path(truceline.__file__).is_relative_to(Path(__file__).parents[2])


def test_a_batch_in_which_nothing_could_be_read_says_so_each_time(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    for _ in range(2):
        done = call("batch", tmp_path / "empty.txt", "--out", tmp_path / "out", "--workers", "1")
        told = done.communicate(timeout=120)[1]
        assert done.returncode == 2
        assert "nothing could be read (see " in told


def test_a_batch_that_was_done_before_is_no_failure(corpus, tmp_path):
    first, second = (batch(corpus, tmp_path / "out") for _ in range(2))
    assert not first.nothing_read and not second.nothing_read
    assert second.reports == 0 and second.skipped == second.parts
