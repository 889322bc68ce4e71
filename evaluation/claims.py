"""The finders on reports and short texts that were written, with their gold, by people who did not see the rules.

``exam/dev`` was open to the authors of the rules; ``exam/held`` (uncommon wordings), ``exam/agency`` (plain agency
reports), ``exam/outlets`` (other manners of writing news) and ``exam/long`` (long articles) were not, and are only
measured. How they were made: ``exam/README.md``.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from evaluation.claim_score import Counts, Line, count
from evaluation.table import Row
from truceline.model.claim import CLAIM_KINDS
from truceline.read.read_reports import read_reports
from truceline.settings import Settings
from truceline.understand.find_claims import find_claims

EXAM = Path(__file__).parent / "exam"
PARTS = ("dev", "held", "agency", "outlets", "long")
# Agreement (F1) of two independent codings of such reports; events and statements are the hardest to agree on.
SUMMIT = {"casualties": 1.0, "ceasefire": 0.93, "talks": 1.0, "position": 0.9, "statement": 0.86, "event": 0.83}
SAMPLES = 500
Score = dict[str, dict[str, Counts]]


def rows() -> list[Row]:
    """Precision, recall and F1 by kind, on each part."""
    return [row for part in PARTS for row in rows_of(part)]


def rows_of(part: str) -> Iterator[Row]:
    scores = score_part(part)
    for kind in CLAIM_KINDS:
        counts = list(scores[kind].values())
        whole = sum(counts, Counts(0, 0, 0))
        low, high = interval(counts)
        two_coders = f"two coders {SUMMIT[kind]:.2f}" if kind in SUMMIT else ""
        yield Row(f"{kind} precision, {part}", "", whole.precision, None, None, whole.found)
        yield Row(f"{kind} recall, {part}", "", whole.recall, None, None, whole.gold)
        yield Row(f"{kind} F1, {part}", two_coders, whole.f1, low, high, whole.gold)


def score_part(part: str) -> Score:
    """Counts by kind and document."""
    gold: dict[str, list[Line]] = defaultdict(list)
    for line in lines(part, "gold"):
        gold[line["doc"]].append(line)
    scores: Score = {kind: {} for kind in CLAIM_KINDS}
    for report in lines(part, "reports"):
        claims = claims_of(EXAM / part / f"{report['doc']}.txt", report["published"])
        for kind in CLAIM_KINDS:
            wanted = [line for line in gold[report["doc"]] if line["kind"] == kind]
            scores[kind][report["doc"]] = count(wanted, [claim for claim in claims if claim["kind"] == kind])
    return scores


def lines(part: str, name: str) -> Iterator[Line]:
    for file in sorted((EXAM / part).glob(f"*.{name}.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def claims_of(file: Path, published: str | None) -> list[Line]:
    day = datetime.date.fromisoformat(published) if published else None
    (report,) = read_reports(file, published=day)
    return [claim.model_dump(mode="json") for claim in find_claims(report, settings=Settings())]


def interval(counts: list[Counts]) -> tuple[float, float]:
    """95 % interval of F1 by bootstrap over documents."""
    random = Random(1)  # noqa: S311 - a fixed seed, so that the table is the same each time
    zero = Counts(0, 0, 0)
    drawn = sorted(sum(random.choices(counts, k=len(counts)), zero).f1 for _ in range(SAMPLES))
    return drawn[int(0.025 * SAMPLES)], drawn[int(0.975 * SAMPLES)]
