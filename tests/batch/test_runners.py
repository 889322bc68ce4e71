"""Batches on Daft and on Ray: the same files, byte by byte, as processes of our own write. ``make test-runners``."""

import os
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from truceline.batch.options import BatchOptions
from truceline.batch.processes import do_part
from truceline.batch.run_batch import run_batch
from truceline.batch.runners import runner_named
from truceline.errors import BatchFault

wanted = pytest.mark.skipif(not os.environ.get("TRUCELINE_RUNNERS"), reason="slow to start: make test-runners")
each_runner = pytest.mark.parametrize("name", ["daft", "ray"])
STORY = "Truce fails, part {0}\n\nThe army said that {0} soldiers were killed in Goma on Tuesday.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(3, 9):
        (folder / f"{number}.txt").write_text(STORY.format(number))
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 40)
    return folder


def here(folder, told, parts):
    return (do_part(folder, part, told) for part in parts)


def whole(out):
    return {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@wanted
@each_runner
def test_same_bytes_as_our_own_processes(name, corpus, tmp_path):
    options = BatchOptions(part_size=2)
    result = run_batch([corpus], tmp_path / name, options, runner=runner_named(name, 2))
    assert (result.parts, result.reports, result.refused) == (4, 6, 1)
    run_batch([corpus], tmp_path / "own", options, runner=here)
    assert whole(tmp_path / name) == whole(tmp_path / "own")


@wanted
def test_the_death_of_a_worker_on_ray_costs_nothing(corpus, tmp_path):
    for number in range(10, 60):
        (corpus / f"{number}.txt").write_text(STORY.format(number))
    command = [sys.executable, "-m", "truceline", "batch", corpus, "--out", tmp_path / "ray", "--part-size", "2"]
    running = subprocess.Popen([*map(str, command), "--runner", "ray", "--workers", "2"])
    assert killed_one(running)
    assert running.wait(timeout=300) == 0
    run_batch([corpus], tmp_path / "own", BatchOptions(part_size=2), runner=here)
    assert whole(tmp_path / "ray") == whole(tmp_path / "own")


def killed_one(running):
    """One process that does a part for Ray, of those that this command started."""
    while running.poll() is None:
        for child in descendants(running.pid):
            if b"ray::do_part" in words_of(child):
                os.kill(child, 9)
                return True
        time.sleep(0.02)
    return False


def descendants(pid):
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, thread.read_text().split()):
            yield child
            yield from descendants(child)


def words_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@each_runner
def test_a_runner_that_is_not_installed_says_what_to_install(name, corpus, tmp_path):
    if find_spec(name) is not None:
        pytest.skip(f"{name} is installed here")
    with pytest.raises(BatchFault, match=rf"truceline\[{name}\]"):
        run_batch([corpus], tmp_path / "out", BatchOptions(), runner=runner_named(name, 1))


def test_a_cluster_that_does_not_answer_is_named(corpus, tmp_path):
    pytest.importorskip("ray", reason="ray is not installed: make test-runners")
    with pytest.raises(BatchFault, match=r"127\.0\.0\.1:1"):
        run_batch([corpus], tmp_path / "out", BatchOptions(), runner=runner_named("ray", 1, "127.0.0.1:1"))
