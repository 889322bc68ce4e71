"""One self-contained HTML page."""

from pathlib import Path

from truceline.ledger.ledger import Ledger


def write_report(ledger: Ledger, out: Path, *, title: str | None = None) -> None:
    raise NotImplementedError
