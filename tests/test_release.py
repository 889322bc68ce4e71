"""What a release is made of: the citation, the man pages, the audit that may not pass unseen."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def answer(**packages):
    listed = [
        {"name": name, "version": "1", "skip_reason": "not found"} if ids is None
        else {"name": name, "version": "1", "vulns": [{"id": id_} for id_ in ids]}
        for name, ids in packages.items()
    ]  # fmt: skip
    return json.dumps({"dependencies": listed, "fixes": []})


@pytest.mark.parametrize(
    ("pypi", "osv", "code", "says"),
    [
        (answer(click=[], numpy=[]), "", 0, "2 packages"),
        (answer(click=[], numpy=None), "", 2, "NOT AUDITED: no advisories could be reached for 1 packages"),
        (answer(click=[], numpy=None), answer(click=[], numpy=[]), 0, "2 packages"),
        (answer(click=None), answer(click=["GHSA-1"]), 1, "click: GHSA-1"),
        ("", "Traceback", 2, "NOT AUDITED: no advisories could be reached for all packages"),
    ],
)
def test_the_audit_passes_only_what_was_looked_up(monkeypatch, capsys, pypi, osv, code, says):
    audit = script("audit")
    monkeypatch.setattr(audit, "answer_of", {"pypi": pypi, "osv": osv}.__getitem__)
    assert audit.main() == code
    printed = capsys.readouterr()
    assert says in printed.out + printed.err


def test_the_citation_is_of_this_version():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert (cited["version"], cited["license"], cited["type"]) == (PROJECT["version"], PROJECT["license"], "software")
    assert all(author.get("name") or author.get("family-names") for author in cited["authors"])


def test_every_command_has_a_man_page(tmp_path):
    from truceline.cli.main import COMMANDS

    script("man_pages").main(tmp_path)
    made = {file.stem for file in tmp_path.iterdir()}
    assert {"truceline", *(f"truceline-{name}" for name in COMMANDS)} <= made
    assert ".SH EXAMPLES" in (tmp_path / "truceline-export.1").read_text()
