"""Compiled modules are used only on request, only if made of these sources, and say the same."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from truceline import compiled

ROOT = Path(__file__).parents[1]
PACKAGE = Path(compiled.__file__).parent


@pytest.fixture
def script():
    spec = importlib.util.spec_from_file_location("compile_script", ROOT / "scripts" / "compile.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def run(*arguments, folder):
    env = {name: value for name, value in os.environ.items() if name != compiled.VARIABLE}
    env |= {compiled.VARIABLE: str(folder)} if folder else {}
    return subprocess.run([sys.executable, *arguments], env=env, capture_output=True, text=True, check=True)


def libraries(folder, stamp):
    (folder / "truceline").mkdir()
    (folder / "truceline" / f"errors{compiled.SUFFIX}").write_bytes(b"no library")
    (folder / compiled.STAMP).write_text(stamp)


def test_libraries_of_other_sources_are_left_alone_with_a_warning(tmp_path):
    libraries(tmp_path, stamp="0" * 64)
    done = run("-c", "import truceline.errors as one; print(one.__file__)", folder=tmp_path)
    assert done.stdout.strip() == str(PACKAGE / "errors.py")
    assert done.stderr.count("\n") == 1
    assert "other sources or for another Python; run make compile again" in done.stderr


def test_a_folder_with_nothing_in_it_is_told(tmp_path):
    done = run("-c", "import truceline.errors", folder=tmp_path / "none")
    assert "holds nothing compiled; run make compile" in done.stderr
    assert run("-c", "import truceline.errors", folder=None).stderr == ""


def test_libraries_of_these_sources_are_found(tmp_path, monkeypatch):
    libraries(tmp_path, stamp=compiled.stamp(PACKAGE))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    compiled.use(tmp_path)
    assert compiled.in_use()
    assert sys.meta_path[0].find_spec("truceline.errors").origin == str(
        tmp_path / "truceline" / f"errors{compiled.SUFFIX}"
    )
    assert sys.meta_path[0].find_spec("truceline.settings") is None


def test_any_change_of_a_source_changes_the_stamp(tmp_path):
    stamps = [compiled.stamp(tmp_path)]
    for name, text in (("a.py", "x = 1\n"), ("a.py", "x = 2\n"), ("b/c.py", ""), ("b.py", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        stamps.append(compiled.stamp(tmp_path))
    assert len(set(stamps)) == len(stamps)


def test_without_a_compiler_it_says_so(script, monkeypatch, capsys):
    monkeypatch.setenv("CC", "no-such-compiler -pthread")
    assert script.main() == 1
    assert "no C compiler, no-such-compiler is not there" in capsys.readouterr().err


def test_without_mypyc_it_says_so(script, monkeypatch, capsys):
    monkeypatch.setattr(script.shutil, "which", lambda name: name)
    monkeypatch.setattr(script.Path, "is_file", lambda self: True)
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda name: None)
    assert script.main() == 1
    assert "mypyc and setuptools not installed" in capsys.readouterr().err


def test_no_membership_that_mypyc_cannot_read(script):
    """It breaks on ``x in {*several, one}``."""
    for file in script.sources(PACKAGE):
        for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and any(isinstance(one, ast.In | ast.NotIn) for one in node.ops):
                starred = [part for side in node.comparators for part in getattr(side, "elts", ()) if is_starred(part)]
                assert not starred, f"{file}:{node.lineno}"


def is_starred(node):
    return isinstance(node, ast.Starred)


@pytest.mark.compiled
def test_compiled_and_plain_make_the_same_claims():
    dump = str(ROOT / "tests" / "claims_of_examples.py")
    with_libraries, without = (run(dump, folder=folder) for folder in (ROOT / "build" / "compiled", None))
    mode, _, claims = with_libraries.stdout.partition("\n")
    assert mode == "compiled", with_libraries.stderr
    assert without.stdout == f"plain\n{claims}"
    assert claims.count("\n") > 3000
