"""Event coding on two public sets of single sentences, coded for PLOVER and for CAMEO's quadrants.

PLOVER root: the set marks who acts and on whom; of the events found, the one that lies best over both is compared.
CONCEDE and RETREAT are one root (YIELD) there, as in the first PLOVER. Quadrant: from the sentence alone; no event is
`make_statement`. Both are compared through the event's CAMEO code, since the sets' classes are CAMEO's roots.
Word lists were written against four fifths ("rules seen"); the fifth chosen by the hash of the sentence's id was not
looked at and is the figure to quote ("kept aside"). Nothing is trained on either set.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from truceline.model.claims import EventFields
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.finders.events import find_events
from truceline.understand.finding import Finding
from truceline.understand.mark_report import mark_report
from truceline.understand.marked_sentence import MarkedReport

ROOT_ANCHOR = "UniversalPetrarch .46, GPT-4 .615"
QUAD_ANCHOR = "TF-IDF .646, ConfliBERT .895"
STATEMENT = "make_statement"
NO_EVENT = "none"
QUADRANTS = {
    **dict.fromkeys(("01", "02"), STATEMENT),
    **dict.fromkeys(("03", "04", "05"), "verbal_cooperation"),
    **dict.fromkeys(("06", "07", "08"), "material_cooperation"),
    **dict.fromkeys(("09", "10", "11", "12", "13", "16"), "verbal_conflict"),
    **dict.fromkeys(("14", "15", "17", "18", "19", "20"), "material_conflict"),
}
ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
    "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST",
    "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip
Sentence = dict[str, Any]
Pair = tuple[str, str]  # gold, ours


def rows() -> list[Row]:
    return [
        *rows_of("plv_train", "PLOVER root accuracy", ROOT_ANCHOR, root_pair, accuracy),
        *rows_of("cameo_class_train", "quadrant macro F1", QUAD_ANCHOR, quadrant_pair, macro_f1),
    ]


def rows_of(
    name: str, measure: str, anchor: str, code: Callable[[Sentence], Pair], figure: Callable[[Sequence[Pair]], float]
) -> Iterator[Row]:
    sentences = sentences_of(name)
    for split, aside in (("kept aside", True), ("rules seen", False)):
        pairs = [code(sentence) for sentence in sentences if is_kept_aside(sentence) is aside]
        if pairs:
            yield Row(f"coding {measure}, {split}", anchor, figure(pairs), *bootstrap(pairs, figure), len(pairs))


def sentences_of(name: str) -> list[Sentence]:
    file = data_folder() / "coding" / f"{name}.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED coding: {file} is not there (set TRUCELINE_DATA)", file=sys.stderr)
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_kept_aside(sentence: Sentence) -> bool:
    return int(hashlib.sha256(sentence["id"].encode()).hexdigest(), 16) % 5 == 0


def marked_of(sentence: Sentence) -> MarkedReport:
    text = sentence["text"]
    return mark_report(Report(id=report_id(text), text=text), Settings())


def root_pair(sentence: Sentence) -> Pair:
    return sentence["gold"][0]["code"], root_of(sentence, marked_of(sentence))


def quadrant_pair(sentence: Sentence) -> Pair:
    return sentence["label_name"], quadrant_of(marked_of(sentence))


def root_of(sentence: Sentence, marked: MarkedReport) -> str:
    found = list(find_events(marked))
    if not found:
        return NO_EVENT
    sources, targets = spans_of(sentence["marked"], "s"), spans_of(sentence["marked"], "t")
    return root(max(found, key=lambda one: nearness(one, sources, targets, marked)))


def root(found: Finding) -> str:
    """The set's roots are CAMEO's under other names; investigations count as accusations there."""
    return ROOTS[(fields_of(found).cameo or "")[:2]]


def fields_of(found: Finding) -> EventFields:
    assert isinstance(found.fields, EventFields)
    return found.fields


def spans_of(text: str, tag: str) -> list[tuple[int, int]]:
    """Where the tag's words lie in the text without tags."""
    spans, at, start = [], 0, 0
    for piece in re.split(r"(</?[st]>)", text):
        if piece == f"<{tag}>":
            start = at
        elif piece == f"</{tag}>":
            spans.append((start, at))
        elif not re.fullmatch(r"</?[st]>", piece):
            at += len(piece)
    return spans


def nearness(
    found: Finding, sources: Sequence[tuple[int, int]], targets: Sequence[tuple[int, int]], marked: MarkedReport
) -> tuple[int, int]:
    """How many of the two spans the event's words take in; then how near its word is to the actor."""
    covers = sum(any(found.start < end and start < found.end for start, end in spans) for spans in (sources, targets))
    return covers, -min((abs(found.at - end) for _, end in sources), default=0)


def quadrant_of(marked: MarkedReport) -> str:
    found = [one for one in find_events(marked) if is_act(one)]
    if not found:
        return STATEMENT
    main = min(found, key=lambda one: (depth_of(one, marked), one.at))
    return QUADRANTS[(fields_of(main).cameo or "010")[:2]]


def is_act(found: Finding) -> bool:
    """Somebody's deed; no deed only named, such as the attack that a message of condolence is about."""
    return bool(fields_of(found).actor) or found.rule.startswith("verb")


def depth_of(found: Finding, marked: MarkedReport) -> int:
    """How many words lie above the event's word in the parse."""
    span = marked.doc.char_span(found.at, found.at + 1, alignment_mode="expand")
    return sum(1 for _ in span.root.ancestors) if span is not None else 0


def accuracy(pairs: Sequence[Pair]) -> float:
    return sum(gold == ours for gold, ours in pairs) / len(pairs)


def macro_f1(pairs: Sequence[Pair]) -> float:
    labels = sorted({gold for gold, _ in pairs})
    return sum(f1(pairs, label) for label in labels) / len(labels)


def f1(pairs: Sequence[Pair], label: str) -> float:
    right = sum(gold == ours == label for gold, ours in pairs)
    total = sum((gold == label) + (ours == label) for gold, ours in pairs)
    return 2 * right / total if total else 0.0
