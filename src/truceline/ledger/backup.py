"""A copy of a ledger that is whole even while somebody writes to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from truceline.errors import LedgerFault
from truceline.ledger.ledger import Ledger
from truceline.ledger.opening import is_address

STEP = 1000  # pages copied at once: writers get their turn in between


def back_up(ledger: Ledger, to: Path) -> None:
    """Copy a ledger file. Raises LedgerFault where the copy would overwrite something, or the ledger is no file."""
    if is_address(ledger.address):
        raise LedgerFault(
            f"{ledger.address}: a PostgreSQL ledger is backed up with pg_dump, or 'truceline export jsonl'"
        )
    if to.exists():
        raise LedgerFault(f"{to}: this file is there already; name another one")
    if not to.parent.is_dir():
        raise LedgerFault(f"{to}: the folder {to.parent} is not there")
    with (
        closing(sqlite3.connect(f"file:{ledger.address}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(to)) as copy,
    ):
        source.backup(copy, pages=STEP)
