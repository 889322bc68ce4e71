"""Who acts on whom in single news sentences (CAMEO codings), and the project's own table of actors.

Entity F1 as for named entities: a source, target or reciprocal span counts where both its ends and its role are the
annotators'. Spans come from actor and place marks, widened to their noun phrase; roles from the grammar. Rules were
written against four fifths ("rules seen"); the fifth chosen by the hash of the sentence's id was not looked at and is
the figure to quote ("kept aside"). Nothing is trained on the set.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.coding import Sentence, is_kept_aside, marked_of
from evaluation.source_and_target import Roled, roles_in
from evaluation.table import Row, bootstrap, data_folder
from tests.examples.actors import Mention, is_right, mentions

ANCHOR = "ConfliBERT .740"
GOAL = "goal .95"


@dataclass(frozen=True, slots=True)
class Hits:
    """Spans made, spans in the gold, and those that are the same."""

    made: int
    gold: int
    same: int


def rows() -> list[Row]:
    return [*span_rows(), *table_rows()]


def span_rows() -> Iterator[Row]:
    file = data_folder() / "coding" / "cameo_ner_train.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED actors: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines]
    for name, aside in (("kept aside", True), ("rules seen", False)):
        hits = [hits_in(sentence) for sentence in sentences if is_kept_aside(sentence) is aside]
        yield Row(f"actors source and target spans F1, {name}", ANCHOR, f1(hits), *bootstrap(hits, f1), len(hits))


def hits_in(sentence: Sentence) -> Hits:
    gold = {Roled(span["role"], span["start"], span["end"]) for span in sentence["spans"]}
    made = set(roles_in(marked_of(sentence | {"text": plain_apostrophes(sentence["text"])})))
    return Hits(len(made), len(gold), len(gold & made))


def plain_apostrophes(text: str) -> str:
    """The set writes "Arabia \u2019 s" where newspapers write "Arabia's"; no letter moves."""
    return re.sub(r" [\u2019'] s\b", " 's ", text)


def f1(hits: Sequence[Hits]) -> float:
    total = sum(one.made + one.gold for one in hits)
    return 2 * sum(one.same for one in hits) / total if total else 0.0


def table_rows() -> Iterator[Row]:
    for name, held in (("kept aside", True), ("rules seen", False)):
        rows = [mention for mention in mentions() if mention.held is held]
        yield Row(f"actors country and sector, {name}", GOAL, accuracy(rows), *bootstrap(rows, accuracy), len(rows))


def accuracy(rows: Sequence[Mention]) -> float:
    return sum(map(is_right, rows)) / max(1, len(rows))
