"""Dates on news marked up in TimeML: TempEval-3's training part (TimeBank and AQUAINT), and news of our own.

Scored as TempEval-3 did: an expression is found where a mark overlaps it (relaxed), each mark counting once; the
value counts where it is also the same. The rules were written against four fifths of the documents ("rules seen");
the fifth chosen by the hash of the document's name was not looked at and is the figure to quote ("kept aside").
The news of our own (``exam/dates``, see ``exam/README.md``) was written after the rules. What its author was in doubt
about is neither asked for nor held against a mark.
"""

import datetime
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from truceline.model.ids import report_id
from truceline.model.mark import DateMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.dates import mark_dates

PLATINUM = "HeidelTime .781, recognizers-text .593, dateparser .375 (platinum)"
GOAL = "goal .91"
EXAM = Path(__file__).parent / "exam" / "dates"
OWN_NEWS = "own news of 2012-14"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hits:
    """Marks made, expressions in the gold, marks that overlap one, those with the same value, and those whose value is
    the same once spellings are evened.
    """

    made: int
    gold: int
    found: int
    same: int
    alike: int


def rows() -> list[Row]:
    return [*public_rows(), *own_rows("not read", "unseen", ".609"), *own_rows("read", "learn", ".534")]


def public_rows() -> Iterator[Row]:
    file = data_folder() / "tempeval3" / "train.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED dates of TempEval-3: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    for name, aside in (("kept aside", True), ("rules seen", False)):
        hits = [hits_in(document) for document in documents if is_kept_aside(document) is aside]
        yield from rows_of(name, hits, PLATINUM)
        yield row_of(f"value F1, {name}, spellings evened", "none", evened_f1, hits)


def own_rows(name: str, stem: str, recognizers: str) -> Iterator[Row]:
    with (EXAM / f"{stem}.jsonl").open(encoding="utf-8") as lines:
        hits = [hits_in(json.loads(line)) for line in lines]
    yield from rows_of(f"{OWN_NEWS}, {name}", hits, f"recognizers-text {recognizers}")


def rows_of(name: str, hits: Sequence[Hits], anchor: str) -> Iterator[Row]:
    yield row_of(f"value F1, {name}", anchor, value_f1, hits)
    yield row_of(f"extent F1, relaxed, {name}", GOAL, extent_f1, hits)


def row_of(measure: str, anchor: str, figure: Callable[[Sequence[Hits]], float], hits: Sequence[Hits]) -> Row:
    return Row(f"dates {measure}", anchor, figure(hits), *bootstrap(hits, figure), sum(one.gold for one in hits))


def is_kept_aside(document: Document) -> bool:
    return int(hashlib.sha256(document["id"].encode()).hexdigest(), 16) % 5 == 0


def hits_in(document: Document) -> Hits:
    text, published = document["text"], datetime.date.fromisoformat(document["dct"][:10])
    report = Report(id=report_id(text), text=text, published=published)
    marks = sorted(mark_dates(parse_report(report, Settings())), key=lambda mark: mark.start)
    pairs = list(pairs_of(document["timex3"], marks))
    sure = [(gold, mark) for gold, mark in pairs if not gold.get("doubt")]
    return Hits(
        made=len(marks) - len(doubtful(marks, pairs, document.get("untagged_doubt", ()))),
        gold=sum(not gold.get("doubt") for gold in document["timex3"]),
        found=len(sure),
        same=sum(mark.timex == gold["value"] for gold, mark in sure),
        alike=sum(evened(mark.timex or "") == evened(gold["value"]) for gold, mark in sure),
    )


def pairs_of(gold: Sequence[Document], marks: Sequence[DateMark]) -> Iterator[tuple[Document, DateMark]]:
    """Each expression with the first free mark that overlaps it."""
    free = list(marks)
    for expression in gold:
        hit = next((mark for mark in free if overlap(mark, expression)), None)
        if hit is not None:
            free.remove(hit)
            yield expression, hit


def overlap(mark: DateMark, expression: Document) -> bool:
    return bool(mark.start < expression["end"] and expression["start"] < mark.end)


def doubtful(
    marks: Sequence[DateMark], pairs: Sequence[tuple[Document, DateMark]], untagged: Sequence[Document]
) -> list[DateMark]:
    """Marks of expressions that the author doubted, or left untagged in doubt."""
    taken = {mark.start: bool(gold.get("doubt")) for gold, mark in pairs}
    return [mark for mark in marks if taken.get(mark.start, any(overlap(mark, one) for one in untagged))]


SPELLINGS = (
    (re.compile(r"(?<=-W)(?=\d$)"), "0"),  # 2000-W7 is 2000-W07
    (re.compile(r"(?<=\d)(?:-?X+)+$"), ""),  # 199X is 199, 1949-XX is 1949
    (re.compile(r"(?<=T\d\d)$"), ":00"),  # T17 is T17:00
)


def evened(value: str) -> str:
    """Several spellings of a TIMEX3 value as one; what the value says stays."""
    for pattern, spelling in SPELLINGS:
        value = pattern.sub(spelling, value)
    return value


def extent_f1(hits: Sequence[Hits]) -> float:
    return f1(hits, sum(one.found for one in hits))


def value_f1(hits: Sequence[Hits]) -> float:
    return f1(hits, sum(one.same for one in hits))


def evened_f1(hits: Sequence[Hits]) -> float:
    return f1(hits, sum(one.alike for one in hits))


def f1(hits: Sequence[Hits], right: int) -> float:
    total = sum(one.made + one.gold for one in hits)
    return 2 * right / total if total else 0.0
