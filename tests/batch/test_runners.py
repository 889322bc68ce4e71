"""Batches on Daft: the same files, byte by byte, as processes of our own write. ``make test-runners``."""

import os
from importlib.util import find_spec

import pytest

from truceline.batch.options import BatchOptions
from truceline.batch.processes import do_part
from truceline.batch.run_batch import run_batch
from truceline.batch.runners import runner_named
from truceline.errors import BatchFault

wanted = pytest.mark.skipif(not os.environ.get("TRUCELINE_RUNNERS"), reason="slow to start: make test-runners")
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
@pytest.mark.parametrize("name", ["daft"])
def test_same_bytes_as_our_own_processes(name, corpus, tmp_path):
    options = BatchOptions(part_size=2)
    result = run_batch([corpus], tmp_path / name, options, runner=runner_named(name, 2))
    assert (result.parts, result.reports, result.refused) == (4, 6, 1)
    run_batch([corpus], tmp_path / "own", options, runner=here)
    assert whole(tmp_path / name) == whole(tmp_path / "own")


@pytest.mark.parametrize("name", ["daft"])
def test_a_runner_that_is_not_installed_says_what_to_install(name, corpus, tmp_path):
    if find_spec(name) is not None:
        pytest.skip(f"{name} is installed here")
    with pytest.raises(BatchFault, match=rf"truceline\[{name}\]"):
        run_batch([corpus], tmp_path / "out", BatchOptions(), runner=runner_named(name, 1))
