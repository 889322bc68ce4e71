"""Victims and days of attacks in Latin American news of 1989 and 1990, keyed by hand for MUC-4 (1992).

The keys describe incidents: who was hit, how many, with what effect, on which day. What a document says twice is one
answer. Recall counts fills that an answer meets, precision the answers that meet any fill; an optional fill is asked
for only where it is met, as in 1992 (Chinchor, MUC-4 Evaluation Metrics). An answer meets
a victim when it has the same number, or the same effect, and the victim's noun or surname in its words or just beside
them. Their mark for "on or before" is not asked for (in 1992 a miss of it cost half a point). The texts came in
capitals and are read in small letters.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.muc4_answers import Answers
from evaluation.muc4_keys import Answer, Fill, Template, fills_of, meets
from evaluation.table import Row, bootstrap, data_folder

BEST_1992 = {"number": (0.60, 0.47), "effect": (0.57, 0.46), "date": (0.66, 0.54)}


@dataclass(frozen=True, slots=True)
class Hits:
    """Fills asked for, those met, answers, those that meet a fill."""

    wanted: int
    met: int
    given: int
    right: int


def rows() -> list[Row]:
    file = data_folder() / "muc4" / "dev.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED muc4: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    read = [(document["templates"], Answers.of(document)) for document in documents]
    return [row for slot in BEST_1992 for row in rows_of(slot, read)]


def rows_of(slot: str, read: Sequence[tuple[list[Template], Answers]]) -> Iterator[Row]:
    hits = [hits_in(slot, templates, getattr(answers, slot)) for templates, answers in read]
    recall, precision = BEST_1992[slot]
    for name, anchor, figure, count in (
        ("recall", recall, recall_of, sum(one.wanted for one in hits)),
        ("precision", precision, precision_of, sum(one.given for one in hits)),
    ):
        measured: Callable[[Sequence[Hits]], float] = figure
        low, high = bootstrap(hits, measured)
        yield Row(f"victims' {slot} {name}" if slot != "date" else f"incident date {name}",
                  f"best of 1992 {anchor:.2f}", measured(hits), low, high, count)  # fmt: skip


def hits_in(slot: str, templates: Sequence[Template], answers: Sequence[Answer]) -> Hits:
    fills = list(fills_of(slot, templates))
    pairs = pairing(fills, answers)
    wanted = [index for index, fill in enumerate(fills) if index in pairs or not fill.optional]
    right = sum(any(meets(answer, fill) for fill in fills) for answer in answers)
    return Hits(len(wanted), len(pairs), len(answers), right)


def pairing(fills: Sequence[Fill], answers: Sequence[Answer]) -> set[int]:
    """The fills that an answer of their own meets, as many as can be."""
    taken: dict[int, int] = {}

    def augment(index: int, seen: set[int]) -> bool:
        for number, answer in enumerate(answers):
            if number in seen or not meets(answer, fills[index]):
                continue
            seen.add(number)
            if number not in taken or augment(taken[number], seen):
                taken[number] = index
                return True
        return False

    for index in range(len(fills)):
        augment(index, set())
    return set(taken.values())


def recall_of(hits: Sequence[Hits]) -> float:
    wanted = sum(one.wanted for one in hits)
    return sum(one.met for one in hits) / wanted if wanted else 0.0


def precision_of(hits: Sequence[Hits]) -> float:
    given = sum(one.given for one in hits)
    return sum(one.right for one in hits) / given if given else 0.0
