"""Victims and days of attacks in Latin American news of 1989 and 1990, keyed by hand for MUC-4 (1992).

The keys describe incidents: who was hit, how many, with what effect, on which day. Claims about single events (no
running totals) are the answers; what a document says twice is one answer. Recall counts obligatory fills that an
answer meets, precision the answers that meet any fill. An answer meets a victim when it has the same number, or the
same effect, and the victim's noun or surname in its words or just beside them. A claim without a day answers with the
day of the report, as the keys do; their mark for "on or before" is not asked for (in 1992 a miss of it cost half a
point). Clashes between armies are no incidents in the keys, but are claims of ours. The texts came in capitals and
are read in small letters.
"""

import datetime
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from evaluation.truecase import truecased
from truceline.model.claims import AnyClaim, Casualties, Event
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.settings import Settings
from truceline.understand.find_claims import find_claims

Template = dict[str, Any]
BEST_1992 = {"number": (0.60, 0.47), "effect": (0.57, 0.46), "date": (0.66, 0.54)}
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
UNHURT = frozenset({"NO INJURY OR DEATH", "NO INJURY", "NO DEATH"})
HURT = frozenset({"killed", "injured"})
HARMS = frozenset({"killed", "injured", "missing", "captured"})
PLAIN = frozenset(
    [
        "WAS",
        "WERE",
        "KILLED",
        "DIED",
        "WOUNDED",
        "INJURED",
        "THE",
        "A",
        "AN",
        "OF",
        "AND",
        "HAVE",
        "HAD",
        "BEEN",
        "KILLING",
        "MURDER",
    ]  # too common to tell
)
NOTES = re.compile(r"\[[^\]]*\]")
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill of a key: its alternatives; of victims with the words that name them."""

    values: frozenset[str]
    names: tuple[frozenset[str], ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A value with the words it was read from."""

    value: str
    words: frozenset[str] = frozenset()
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class Hits:
    """Obligatory fills, those met, answers, those that meet a fill."""

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


@dataclass(frozen=True, slots=True)
class Answers:
    number: tuple[Answer, ...]
    effect: tuple[Answer, ...]
    date: tuple[Answer, ...]

    @staticmethod
    def of(document: Template) -> "Answers":
        """What is found in one document."""
        text = truecased(NOTES.sub(lambda note: " " * len(note.group()), document["text"]))
        published = datetime.date.fromisoformat(document["dct"]) if document["dct"] else None
        claims = find_claims(Report(id=report_id(text), text=text, published=published), settings=Settings())
        hit = [claim for claim in claims if isinstance(claim, Casualties) and is_of_incident(claim)]
        return Answers(
            once(answer(str(claim.value if claim.value is not None else claim.low), claim) for claim in hit),
            once(answer("unhurt" if claim.value == 0 else claim.harm, claim) for claim in hit if claim.harm in HURT),
            once(Answer(day) for day in days_of(claims, published)),
        )


def answer(value: str, claim: Casualties) -> Answer:
    return Answer(value, words_of(claim), claim.evidence.sentence)


def is_of_incident(claim: Casualties) -> bool:
    figure = claim.value is not None or claim.low is not None
    return figure and claim.measure != "cumulative" and claim.harm in HARMS


def days_of(claims: Sequence[AnyClaim], published: datetime.date | None) -> list[str]:
    """The days of incidents; the report's for those without one."""
    return [day_told(claim_date(claim), published) for claim in claims if is_incident(claim)]


def is_incident(claim: AnyClaim) -> bool:
    if isinstance(claim, Casualties):
        return is_of_incident(claim)
    return isinstance(claim, Event) and claim.event == "ASSAULT" and claim.factuality.endswith("+")


def claim_date(claim: AnyClaim) -> Date | None:
    return claim.period if isinstance(claim, Casualties) else claim.date if isinstance(claim, Event) else None


def words_of(claim: AnyClaim) -> frozenset[str]:
    """The words of the claim and those just before and behind, where the name often stands apart from the figure."""
    evidence = claim.evidence
    near = f"{(evidence.prefix or '')} {evidence.exact} {(evidence.suffix or '')}"
    return frozenset(re.findall(r"[A-Z]+", near.upper()))


def once(answers: Iterator[Answer]) -> tuple[Answer, ...]:
    """What two sentences say about the same people is one answer."""
    kept: list[Answer] = []
    for one in answers:
        if not any(says_same(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def says_same(one: Answer, other: Answer) -> bool:
    if one.value != other.value:
        return False
    return not one.words or (one.sentence != other.sentence and bool(one.words & other.words - PLAIN))


def day_told(date: Date | None, published: datetime.date | None) -> str:
    """As the keys write it: "02 FEB 90", "17 FEB 90 - 18 FEB 90"; the report's day where none is told."""
    if date is None or date.earliest is None or date.latest is None:
        return key_day(published) if published is not None else "unknown"
    if date.earliest == date.latest:
        return key_day(date.earliest)
    return f"{key_day(date.earliest)} - {key_day(date.latest)}"


def key_day(day: datetime.date) -> str:
    return f"{day:%d} {MONTHS[day.month - 1]} {day:%y}"


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
    obligatory = [index for index, fill in enumerate(fills) if not fill.optional]
    right = sum(any(meets(answer, fill) for fill in fills) for answer in answers)
    return Hits(len(obligatory), sum(index in pairs for index in obligatory), len(answers), right)


def fills_of(slot: str, templates: Sequence[Template]) -> Iterator[Fill]:
    """Each fill once, though several templates repeat it."""
    seen: set[tuple[frozenset[str], tuple[frozenset[str], ...]]] = set()
    field = "incident_date" if slot == "date" else f"hum_tgt_{slot}"
    for template in templates:
        for fill in template.get(field) or ():
            made = fill_from(slot, fill, optional=template["optional"] or bool(fill.get("optional")))
            if made.values and (made.values, made.names) not in seen:
                seen.add((made.values, made.names))
                yield made


def fill_from(slot: str, fill: Template, *, optional: bool) -> Fill:
    values = {value for one in fill["alternatives"] for value in known_values(slot, one["value"])}
    names = tuple(frozenset(re.findall(r"[A-Z]+", ref)) for one in fill["alternatives"] for ref in one.get("ref") or ())
    return Fill(frozenset(values), names, optional)


def known_values(slot: str, value: str) -> Iterator[str]:
    if slot == "effect":
        if value in EFFECTS:
            yield EFFECTS[value]
        elif value in UNHURT:
            yield "unhurt"
    elif slot == "number":
        yield value.removeprefix("~")
    else:
        yield value.strip("() ").removeprefix("- ")


def meets(answer: Answer, fill: Fill) -> bool:
    if answer.value not in fill.values:
        return False
    return not fill.names or any(answer.words & name for name in fill.names)


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
