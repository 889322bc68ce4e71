"""A batch into a ledger: what is there already is not written again."""

from collections.abc import Callable
from pathlib import Path

from truceline.batch.parts import parts_in, read_part
from truceline.errors import BatchFault
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile


def load_batch(
    folder: Path, ledger: Ledger, on_report: Callable[[int], object] = lambda _new: None
) -> tuple[int, int, int]:
    """Gives how many reports were read, claims new, records new or changed. Raises BatchFault."""
    numbers = parts_in(folder)
    if not numbers:
        raise BatchFault(f"{folder}: there is no batch here (make one with 'truceline batch ... --out {folder}')")
    reports = new = 0
    for number in numbers:
        for report, claims, conflict in read_part(folder, number):
            added = ledger.add_reading(report, claims, conflict=conflict)
            reports, new = reports + 1, new + added
            on_report(added)
    return reports, new, reconcile(ledger)
