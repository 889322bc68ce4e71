"""A full disk and a folder that is not there: one clear line, no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Truce in Jeddah\n\nThe army and the rebels agreed a truce in Jeddah on Tuesday, mediators said.\n"
FULL = Path("/dev/full")


def call(*arguments, stdout=subprocess.PIPE):
    command = [sys.executable, "-m", "truceline", *map(str, arguments)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.fixture
def story(tmp_path):
    (tmp_path / "story.txt").write_text(STORY)
    return tmp_path / "story.txt"


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_named(story):
    with FULL.open("w") as out:
        done = call("read", story, stdout=out)
    assert done.returncode == 1
    assert "No space left" in done.stderr and "Traceback" not in done.stderr


def test_a_rejects_file_that_cannot_be_written_is_named(story, tmp_path):
    done = call("read", tmp_path / "nowhere", "--rejects", tmp_path / "none" / "rejects.jsonl")
    assert done.returncode == 1
    assert "rejects.jsonl: No such file or directory" in done.stderr and "Traceback" not in done.stderr


def test_a_batch_folder_that_cannot_be_made_is_named(story):
    done = call("batch", story, "--out", story / "out")
    assert done.returncode == 1
    assert str(story / "out") in done.stderr and "Traceback" not in done.stderr
