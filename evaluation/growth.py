"""How reconcile grows: made-up worlds of 20,000 and 200,000 claims with a known truth, each in a process of its own.

Minutes long, so it is measured by ``make bench`` and when named: ``python -m evaluation growth``.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from pathlib import Path

from evaluation.table import Row
from evaluation.world import make_world, readings
from truceline.ledger.ledger import Ledger
from truceline.model.record import AnyRecord
from truceline.pipeline import reconcile
from truceline.reconcile.join_claims import join_claims

SMALL, LARGE = 20_000, 200_000
MORE = 10  # reports that come to a ledger of about 10,000
Figures = dict[str, float]


def rows() -> list[Row]:
    small, large = measured(SMALL), measured(LARGE)
    ratio = large["seconds_per_claim"] / small["seconds_per_claim"]
    touched = touched_share()
    return [
        Row("cost per claim, 200,000 to 20,000 (lower)", "at most 1.5", ratio, None, None, LARGE),
        Row("milliseconds per claim at 200,000", "", large["seconds_per_claim"] * 1000, None, None, LARGE),
        Row("memory at 200,000 claims, GB", "under 2", large["gigabytes"], None, None, LARGE),
        Row("claims touched by 10 reports more (lower)", "", touched, None, None, SMALL),
        Row("pairs joined, precision", "", large["precision"], None, None, LARGE),
        Row("pairs joined, recall", "", large["recall"], None, None, LARGE),
    ]


def measured(claims: int) -> Figures:
    """In a process of its own, so that memory is that of one run."""
    out = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "evaluation.growth", str(claims)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(out.stdout))


def measure(claims: int) -> Figures:
    world = make_world(claims)
    started = time.process_time()
    records = join_claims(world.claims, reports=world.reports)
    spent = time.process_time() - started
    precision, recall = pairwise(world.truth, records)
    return {
        "seconds_per_claim": spent / len(world.claims),
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2,
        "precision": precision,
        "recall": recall,
    }


def touched_share() -> float:
    """Of the claims in a ledger of 10,000 reports, those that are joined anew when 10 reports come."""
    told = list(readings(make_world(SMALL)))
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "war.db") as ledger:
        for batch in (told[:-MORE], told[-MORE:]):
            for report, claims in batch:
                ledger.add_reading(report, claims)
            reconcile(ledger)
        with ledger.shelf() as shelf:
            mark = shelf.last_mark()
    assert mark is not None
    return mark.touched / mark.claims


def pairwise(truth: dict[str, str], records: Iterable[AnyRecord]) -> tuple[float, float]:
    """Pairs of claims of one kind of record that stand in one record, against those that should."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for record in records:
        found[record.kind] |= dict.fromkeys(record.members, record.id)
    gold_of = {claim: found[name.split()[0]].get(claim, claim) for claim, name in truth.items()}
    both = pairs((name, gold_of[claim]) for claim, name in truth.items())
    joined = pairs((name.split()[0], gold_of[claim]) for claim, name in truth.items())
    return both / joined, both / pairs(truth.values())


def pairs(labels: Iterable[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
