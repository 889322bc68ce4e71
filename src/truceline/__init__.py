"""truceline: news reports in, a sourced record of a war and its truces out.

from truceline import read_reports, find_claims, join_claims, Ledger
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truceline.ledger.ledger import Ledger
    from truceline.read.read_reports import read_reports
    from truceline.reconcile.join_claims import join_claims
    from truceline.understand.find_claims import find_claims

__all__ = ["Ledger", "find_claims", "join_claims", "read_reports"]

# Each name is imported when it is first used: grammar and tables are heavy, and `truceline --help` needs neither.
_HOME = {
    "Ledger": "truceline.ledger.ledger",
    "find_claims": "truceline.understand.find_claims",
    "join_claims": "truceline.reconcile.join_claims",
    "read_reports": "truceline.read.read_reports",
}

if os.environ.get("TRUCELINE_COMPILED"):
    from pathlib import Path

    from truceline.compiled import use

    use(Path(os.environ["TRUCELINE_COMPILED"]))


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'truceline' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
