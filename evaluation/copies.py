"""Copies of one text among pairs of US local news (silver labels: copy, same incident, different).

The labels were made by machine. Where two texts have their first three full paragraphs in common, word for word, they
tell of one event whatever the label says; a row of its own leaves such pairs out.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.table import Row, bootstrap, data_folder
from truceline.reconcile.copies import is_copy, wording
from truceline.reconcile.wording import words_in

FULL = 10  # words: a shorter paragraph is a heading, a dateline or a notice


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    found: bool
    one_lead: bool


def rows() -> list[Row]:
    """Precision and recall of "copy"; false joins among pairs that are not even of one incident."""
    pairs = list(judged_pairs())
    goal = "goal .93 at recall .90"
    low, high = bootstrap(pairs, precision)
    recall_low, recall_high = bootstrap(pairs, recall)
    different = [pair for pair in pairs if pair.label == "different"]
    truly = [pair for pair in different if not pair.one_lead]
    return [
        Row("copy precision, neardup", goal, precision(pairs), low, high, sum(pair.found for pair in pairs)),
        Row("copy recall, neardup", goal, recall(pairs), recall_low, recall_high, sum(map(is_gold, pairs))),
        Row("different events kept apart", "must be 1", kept_apart(different), None, None, len(different)),
        Row("kept apart, without pairs of one lead", "must be 1", kept_apart(truly), None, None, len(truly)),
    ]


def judged_pairs() -> Iterator[Pair]:
    for label, first, second in pairs_of_texts():
        yield Pair(label, is_copy(wording("a", first), wording("b", second)), lead(first) == lead(second))


def lead(text: str) -> list[list[str]]:
    paragraphs = map(words_in, text.split("\n"))
    return [words for words in paragraphs if len(words) >= FULL][:3]


def kept_apart(pairs: Sequence[Pair]) -> float:
    return sum(not pair.found for pair in pairs) / len(pairs)


def pairs_of_texts() -> Iterator[tuple[str, str, str]]:
    file = data_folder() / "neardup" / "train_silver_pairs.jsonl.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            yield pair["label"], pair["text_a"], pair["text_b"]


def is_gold(pair: Pair) -> bool:
    return pair.label == "copy_silver"


def precision(pairs: Sequence[Pair]) -> float:
    found = [pair for pair in pairs if pair.found]
    return sum(map(is_gold, found)) / len(found) if found else 1.0


def recall(pairs: Sequence[Pair]) -> float:
    gold = [pair for pair in pairs if is_gold(pair)]
    return sum(pair.found for pair in gold) / len(gold) if gold else 1.0
