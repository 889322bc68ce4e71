"""Every --help as a man page: a purpose, options with words, examples that can be typed, exit codes; completion."""

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from truceline.cli.main import cli

SCRIPT = Path(__file__).parents[2] / "scripts" / "man_pages.py"
if not SCRIPT.exists():
    pytest.skip("no source tree", allow_module_level=True)
spec = importlib.util.spec_from_file_location("man_pages", SCRIPT)
man_pages = importlib.util.module_from_spec(spec)
spec.loader.exec_module(man_pages)


def every_command():
    with click.Context(cli, info_name="truceline") as root:
        return [(made.command_path, made.command) for made in man_pages.contexts(root)]


COMMANDS = every_command()
LEAVES = [(path, command) for path, command in COMMANDS if not isinstance(command, click.Group)]


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_purpose_and_options_are_told(path, command):
    assert command.help.split("\n\n")[0].rstrip().endswith((".", ":"))
    untold = [param.name for param in command.params if isinstance(param, click.Option) and not param.help]
    assert not untold


@pytest.mark.parametrize(("path", "command"), LEAVES)
def test_examples_can_be_typed(path, command, tmp_path, monkeypatch):
    (tmp_path / "parts").mkdir()
    monkeypatch.chdir(tmp_path)
    typed = [line.strip() for line in command.epilog.splitlines() if line.startswith("  truceline ")]
    assert typed
    for line in typed:
        words = shlex.split(line.split(" > ")[0])
        before = path.split()
        assert words[: len(before)] == before
        command.make_context(before[-1], words[len(before) :])


@pytest.mark.parametrize(("path", "command"), LEAVES)
def test_exit_codes_are_told(path, command):
    for code in ("0    ", "1    ", "2    "):
        assert f"\n  {code}" in command.epilog


def test_a_wrong_option_in_an_example_would_be_seen():
    with pytest.raises(click.UsageError):
        dict(LEAVES)["truceline export"].make_context("export", ["acled", "--ledgr", "war.db"])


def truceline(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "truceline", *arguments], capture_output=True, text=True, check=True,
        env={**os.environ, **environment},
    ).stdout  # fmt: skip


@pytest.mark.parametrize(
    ("shell", "sign"),
    [("bash", "complete -o nosort -F"), ("zsh", "#compdef truceline"), ("fish", "complete --no-files")],
)
def test_completion_scripts(shell, sign):
    script = truceline("completion", shell)
    assert sign in script
    assert f"_TRUCELINE_COMPLETE={shell}_complete" in script


@pytest.mark.parametrize(
    ("words", "found"),
    [("truceline comp", {"compare", "completion"}), ("truceline export p", {"parquet", "plover", "prov"}),
     ("truceline ledger b", {"backup"}), ("truceline marks --ki", {"--kind"}),
     ("truceline run x --conflict sudan", {"sudan-2023"})],
)  # fmt: skip
def test_completion_in_bash(words, found):
    """What the script asks for when a key is pressed."""
    place = str(len(words.split()) - 1)
    given = truceline(COMP_WORDS=words, COMP_CWORD=place, _TRUCELINE_COMPLETE="bash_complete")
    assert {line.partition(",")[2] for line in given.splitlines()} == found


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_the_bash_script_takes_hold():
    done = subprocess.run(
        ["bash", "-c", f"{truceline('completion', 'bash')}\ncomplete -p truceline"], capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.strip().endswith("_truceline_completion truceline")


def test_man_pages(tmp_path):
    man_pages.main(tmp_path)
    pages = {file.name: file.read_text() for file in tmp_path.glob("*.1")}
    assert set(pages) == {f"{path.replace(' ', '-')}.1" for path, _ in COMMANDS}
    export = pages["truceline-export.1"]
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT CODES"):
        assert f"\n.SH {section}\n" in export
    assert "truceline export acled \\-\\-ledger war.db" in export
    if shutil.which("groff"):
        done = subprocess.run(
            ["groff", "-man", "-ww", "-Tutf8", *map(str, tmp_path.glob("*.1"))], capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        assert "warning" not in done.stderr, done.stderr
