"""The house keeps its shape: rooms do not look into each other, and the front door is cheap to open."""

import subprocess
import sys
from pathlib import Path

import truceline

SOURCE = Path(truceline.__file__).parent


def test_no_room_looks_into_another():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=SOURCE.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_public_name_can_be_imported():
    assert truceline.__all__ == ["Ledger", "find_claims", "join_claims", "read_reports"]
    for name in truceline.__all__:
        assert callable(getattr(truceline, name))


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, truceline; print(sorted({'spacy', 'sqlalchemy', 'pydantic', 'trafilatura'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_file_is_called_utils():
    assert not [path for path in SOURCE.rglob("*.py") if path.stem in {"utils", "helpers", "misc", "common"}]
