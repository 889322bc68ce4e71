"""Where things stand, as one page for a terminal."""

from truceline.ledger.ledger import Ledger


def write_brief(ledger: Ledger) -> str:
    return f"{sum(1 for _ in ledger.reports())} reports, {sum(1 for _ in ledger.claims())} claims"
