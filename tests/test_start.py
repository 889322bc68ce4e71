"""Importing the package alone loads nothing heavy: a script that only asks its version starts at once."""

import subprocess
import sys

HEAVY = ("spacy", "thinc", "numpy", "pydantic", "duckdb", "pyarrow", "fastapi")


def test_the_package_alone_loads_nothing_heavy():
    code = f"import sys, truceline; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
