"""How reconcile grows: made-up worlds of 20,000 and 200,000 claims with a known truth, each in a process of its own.

Minutes long, so it is measured when named: ``python -m evaluation growth``.
"""

import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

from evaluation.table import Row
from evaluation.world import make_world
from truceline.model.record import AnyRecord
from truceline.reconcile.join_claims import join_claims

SMALL, LARGE = 20_000, 200_000
Figures = dict[str, float]


def rows() -> list[Row]:
    small, large = measured(SMALL), measured(LARGE)
    ratio = large["seconds_per_claim"] / small["seconds_per_claim"]
    return [
        Row("cost per claim, 200,000 to 20,000 (lower)", "at most 1.5", ratio, None, None, LARGE),
        Row("milliseconds per claim at 200,000", "", large["seconds_per_claim"] * 1000, None, None, LARGE),
        Row("memory at 200,000 claims, GB", "under 2", large["gigabytes"], None, None, LARGE),
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
