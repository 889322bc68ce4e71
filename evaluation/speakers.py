"""Who says what, on US political news annotated for attribution (PolNeAR 1.0, Newell et al., LREC 2018).

Exact: all pieces of a role have the same offsets. Whole: source, cue and content each overlap (a role without
words matches one without words), one attribution to one mark. The rules were tuned on the training part only.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from evaluation.table import Row, bootstrap, data_folder
from truceline.model.ids import report_id
from truceline.model.mark import Pair, SpeakerMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.speakers import mark_speakers

Role = Literal["cue", "source", "content"]
Roles = dict[Role, tuple[Pair, ...]]
# Two trained annotators against each other, on the same measures.
PEOPLE: dict[Role, str] = {"cue": "people .711", "source": "people .789", "content": "people .691"}
PEOPLE_WHOLE = "people .754"


@dataclass(frozen=True, slots=True)
class Hits:
    """Right ones, ones in the gold, ones marked."""

    right: int
    gold: int
    marked: int


def rows() -> list[Row]:
    file = data_folder() / "polnear" / "dev.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED speakers: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        documents = [pair_of(json.loads(line)) for line in lines]
    exact = [
        row_of(f"speakers {role}, exact F1", anchor, [exact_hits(*document, role) for document in documents])
        for role, anchor in PEOPLE.items()
    ]
    whole = [whole_hits(*document) for document in documents]
    return [*exact, row_of("speakers whole, overlap F1", PEOPLE_WHOLE, whole)]


def row_of(measure: str, anchor: str, hits: Sequence[Hits]) -> Row:
    return Row(measure, anchor, f1(hits), *bootstrap(hits, f1), sum(one.gold for one in hits))


def f1(hits: Sequence[Hits]) -> float:
    total = sum(one.gold + one.marked for one in hits)
    return 2 * sum(one.right for one in hits) / total if total else 0.0


def pair_of(document: dict[str, Any]) -> tuple[list[Roles], list[Roles]]:
    """The gold attributions of a document and ours."""
    gold = [{role: pieces_of(found[role]) for role in PEOPLE} for found in document["attributions"]]
    text = document["text"]
    marks = mark_speakers(parse_report(Report(id=report_id(text), text=text), Settings()), [])
    return gold, [roles_of(mark) for mark in marks]


def pieces_of(pairs: list[list[int]]) -> tuple[Pair, ...]:
    return tuple((start, end) for start, end in pairs)


def roles_of(mark: SpeakerMark) -> Roles:
    return {"cue": mark.cue, "source": mark.source, "content": mark.content}


def exact_hits(gold: Sequence[Roles], marked: Sequence[Roles], role: Role) -> Hits:
    wanted = Counter(one[role] for one in gold if one[role])
    made = Counter(one[role] for one in marked if one[role])
    return Hits((wanted & made).total(), wanted.total(), made.total())


def whole_hits(gold: Sequence[Roles], marked: Sequence[Roles]) -> Hits:
    free = list(gold)
    right = 0
    for one in marked:
        match = next((other for other in free if all(overlap(one[role], other[role]) for role in PEOPLE)), None)
        if match is not None:
            free.remove(match)
            right += 1
    return Hits(right, len(gold), len(marked))


def overlap(ours: Sequence[Pair], theirs: Sequence[Pair]) -> bool:
    if not ours or not theirs:
        return not ours and not theirs
    return any(a[0] < b[1] and b[0] < a[1] for a in ours for b in theirs)
