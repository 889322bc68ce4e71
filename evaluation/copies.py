"""Copies of one text among pairs of US local news (silver labels: copy, same incident, different)."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.table import Row, bootstrap, data_folder
from truceline.reconcile.copies import Wording, is_copy, wording


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    found: bool


def rows() -> list[Row]:
    """Precision and recall of "copy"; false joins among pairs that are not even of one incident."""
    pairs = list(judged_pairs())
    goal = "goal .93 at recall .90"
    low, high = bootstrap(pairs, precision)
    recall_low, recall_high = bootstrap(pairs, recall)
    different = [pair for pair in pairs if pair.label == "different"]
    kept = sum(not pair.found for pair in different) / len(different)
    return [
        Row("copy precision, neardup", goal, precision(pairs), low, high, sum(pair.found for pair in pairs)),
        Row("copy recall, neardup", goal, recall(pairs), recall_low, recall_high, sum(map(is_gold, pairs))),
        Row("different events kept apart", "must be 1", kept, None, None, len(different)),
    ]


def judged_pairs() -> Iterator[Pair]:
    for label, first, second in pairs_of_texts():
        yield Pair(label, is_copy(first, second))


def pairs_of_texts() -> Iterator[tuple[str, Wording, Wording]]:
    file = data_folder() / "neardup" / "train_silver_pairs.jsonl.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            yield pair["label"], wording("a", pair["text_a"]), wording("b", pair["text_b"])


def is_gold(pair: Pair) -> bool:
    return pair.label == "copy_silver"


def precision(pairs: Sequence[Pair]) -> float:
    found = [pair for pair in pairs if pair.found]
    return sum(map(is_gold, found)) / len(found) if found else 1.0


def recall(pairs: Sequence[Pair]) -> float:
    gold = [pair for pair in pairs if is_gold(pair)]
    return sum(pair.found for pair in gold) / len(gold) if gold else 1.0
