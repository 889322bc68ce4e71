"""Made-up wars of six weeks, told by short reports with the records they should become: B-cubed by kind.

``tests/stories``: four wars that the rules were tried on; ``tests/stories/apart``: two more, written and marked before
any rule had read them; ``tests/stories/mixed``: wars within one country that share their actors.
``<war>.txt``: reports under ``=== day | outlet | wire``; ``{c1:words}`` are words of the record c1.
Claims that no gold words touch are no items. What the finders miss is shown as coverage and does not count for joining.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from evaluation.bcubed import b_cubed
from evaluation.table import Row
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Position, Talks, Territory
from truceline.model.record import AnyRecord, RecordKind
from truceline.model.report import Report
from truceline.pipeline import conflict_of
from truceline.read.read_reports import read_reports
from truceline.reconcile.join_claims import join_claims
from truceline.understand.find_claims import find_claims

FOLDER = Path(__file__).parents[1] / "tests" / "stories"
GOLD = re.compile(r"\{([ctikgp]\d+):([^}]*)\}")
KINDS: dict[str, RecordKind] = {
    "c": "ceasefire_process", "t": "talks_round", "i": "incident", "k": "toll_series", "g": "territory_history",
    "p": "position_history",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoldWords:
    """``name``: war and record, such as ``yemen c1``; ``start`` and ``end`` in the report's text."""

    name: str
    start: int
    end: int

    @property
    def letter(self) -> str:
        return self.name.split()[1][0]


@dataclass(frozen=True, slots=True)
class Story:
    war: str
    report: Report
    gold: tuple[GoldWords, ...]


APART = "apart"
MIXED = "mixed"
"""The folders, and the corpora in them."""


def rows() -> list[Row]:
    return [row for corpus in ("", APART, MIXED) for row in rows_of_corpus(corpus)]


def rows_of_corpus(corpus: str = "") -> list[Row]:
    told = stories(corpus)
    claims = claims_of_stories(corpus)
    records = join_claims(claims, reports=[s.report for s in told], conflicts={s.report.id: s.war for s in told})
    made = [row for letter in KINDS for row in rows_of(letter, told, claims, records)]
    return [replace(row, measure=f"{row.measure}, {corpus}") for row in made] if corpus else made


def rows_of(letter: str, told: list[Story], claims: list[AnyClaim], records: list[AnyRecord]) -> Iterator[Row]:
    gold = dict(items(letter, told, claims))
    kind = KINDS[letter]
    found = {member: record.id for record in records if record.kind == kind for member in record.members}
    scored = b_cubed({claim: name for claim, (name, _) in gold.items()}, found)
    wanted = {(words.name, story.report.id, words.start) for story in told for words in story.gold
              if words.letter == letter}  # fmt: skip
    covered = {place for _, place in gold.values() if place}
    yield Row(f"{kind.replace('_', ' ')} B-cubed F1", "goal .85", scored.f1, None, None, scored.items)
    yield Row(f"{kind.replace('_', ' ')} words found", "", len(covered) / len(wanted), None, None, len(wanted))


Place = tuple[str, str, int]


def items(letter: str, told: list[Story], claims: list[AnyClaim]) -> Iterator[tuple[str, tuple[str, Place | None]]]:
    """Claim to its gold record, and to the words that tell so. In a report without gold each claim stands alone."""
    by_report: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        if letter_of(claim) == letter:
            by_report[claim.report].append(claim)
    for story in told:
        for claim in by_report[story.report.id]:
            words = gold_words(claim, [words for words in story.gold if words.letter == letter])
            if words is not None:
                yield claim.id, (words.name, (words.name, story.report.id, words.start))
            elif not story.gold:
                yield claim.id, (f"distractor {claim.id}", None)


def gold_words(claim: AnyClaim, gold: list[GoldWords]) -> GoldWords | None:
    """Those that share most with the claim's own words."""
    start, end = claim.evidence.start, claim.evidence.end
    shared = {words: min(end, words.end) - max(start, words.start) for words in gold}
    best = max(shared, key=lambda words: (shared[words], -words.start), default=None)
    return best if best is not None and shared[best] > 0 else None


def letter_of(claim: AnyClaim) -> str | None:
    if isinstance(claim, Casualties):
        withheld = claim.missing.get("value") == "withheld"  # a gap in a series
        return "k" if withheld else {"incident": "i", "cumulative": "k"}.get(claim.measure or "")
    letters: dict[type, str] = {Ceasefire: "c", Talks: "t", Event: "i", Territory: "g", Position: "p"}
    if isinstance(claim, Event) and claim.quad != 4:
        return None
    return letters.get(type(claim))


@lru_cache(maxsize=3)
def stories(corpus: str = "") -> list[Story]:
    with tempfile.TemporaryDirectory() as folder:
        files = sorted((FOLDER / corpus).glob("*.txt"))
        return [story for file in files for story in stories_in(file, Path(folder))]


def stories_in(file: Path, folder: Path) -> Iterator[Story]:
    for number, piece in enumerate(file.read_text(encoding="utf-8").split("\n=== ")[1:]):
        head, body = piece.split("\n", 1)
        day, outlet, wire = (part.strip() for part in head.split("|"))
        text = GOLD.sub(lambda found: found[2], body)
        path = folder / f"{file.stem}-{number}.txt"
        path.write_text(text, encoding="utf-8")
        (report,) = read_reports(path, published=date.fromisoformat(day))
        report = report.model_copy(update={"publisher": outlet, "wire": wire or None})
        yield Story(conflict_of(report) or "", report, tuple(gold_in(file.stem, body, report.text)))


def gold_in(war: str, marked: str, text: str) -> Iterator[GoldWords]:
    """Where the marked words stand in the clean text; words that stand twice are found in their order."""
    at = 0
    for found in GOLD.finditer(marked):
        start = text.index(found[2], at)
        at = start + len(found[2])
        yield GoldWords(f"{war} {found[1]}", start, at)


@lru_cache(maxsize=3)
def claims_of_stories(corpus: str = "") -> list[AnyClaim]:
    return [claim for story in stories(corpus) for claim in find_claims(story.report, conflict=story.war or None)]
