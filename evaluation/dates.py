"""Dates on news that its annotators marked up in TimeML: TempEval-3's training part (TimeBank and AQUAINT).

Scored as TempEval-3 did: an expression is found where a mark overlaps it (relaxed), each mark counting once; the
value counts where it is also the same. The rules were written against four fifths of the documents ("rules seen");
the fifth chosen by the hash of the document's name was not looked at and is the figure to quote ("kept aside").
"""

import datetime
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from truceline.model.ids import report_id
from truceline.model.mark import DateMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.dates import mark_dates

ANCHOR_VALUE = "HeidelTime .781, recognizers-text .593, dateparser .375 (platinum)"
ANCHOR_EXTENT = "goal .91"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hits:
    """Marks made, expressions in the gold, marks that overlap one, and those with the same value."""

    made: int
    gold: int
    found: int
    same: int


def rows() -> list[Row]:
    file = data_folder() / "tempeval3" / "train.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED dates: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return [*rows_of("kept aside", documents, aside=True), *rows_of("rules seen", documents, aside=False)]


def rows_of(name: str, documents: Sequence[Document], *, aside: bool) -> Iterator[Row]:
    hits = [hits_in(document) for document in documents if is_kept_aside(document) is aside]
    count = sum(one.gold for one in hits)
    for measure, anchor, figure in (
        ("value F1", ANCHOR_VALUE, value_f1),
        ("extent F1, relaxed", ANCHOR_EXTENT, extent_f1),
    ):
        yield Row(f"dates {measure}, {name}", anchor, figure(hits), *bootstrap(hits, figure), count)


def is_kept_aside(document: Document) -> bool:
    return int(hashlib.sha256(document["id"].encode()).hexdigest(), 16) % 5 == 0


def hits_in(document: Document) -> Hits:
    text, published = document["text"], datetime.date.fromisoformat(document["dct"][:10])
    report = Report(id=report_id(text), text=text, published=published)
    marks = sorted(mark_dates(parse_report(report, Settings())), key=lambda mark: mark.start)
    pairs = list(pairs_of(document["timex3"], marks))
    same = sum(mark.timex == gold["value"] for gold, mark in pairs)
    return Hits(len(marks), len(document["timex3"]), len(pairs), same)


def pairs_of(gold: Sequence[Document], marks: Sequence[DateMark]) -> Iterator[tuple[Document, DateMark]]:
    """Each expression with the first free mark that overlaps it."""
    free = list(marks)
    for expression in gold:
        hit = next((mark for mark in free if mark.start < expression["end"] and expression["start"] < mark.end), None)
        if hit is not None:
            free.remove(hit)
            yield expression, hit


def extent_f1(hits: Sequence[Hits]) -> float:
    return f1(hits, sum(one.found for one in hits))


def value_f1(hits: Sequence[Hits]) -> float:
    return f1(hits, sum(one.same for one in hits))


def f1(hits: Sequence[Hits], right: int) -> float:
    total = sum(one.made + one.gold for one in hits)
    return 2 * right / total if total else 0.0
