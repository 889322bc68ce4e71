"""``make bench``: how long each step takes, as ratios within one run on one core; then how reconcile grows."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

import spacy
from spacy.language import Language

from evaluation import growth
from evaluation.table import show
from truceline import compiled
from truceline.batch.work import TOGETHER, of_size
from truceline.collecting import collect_seldom
from truceline.errors import CannotRead
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.read_reports import read_reports
from truceline.settings import Settings
from truceline.understand import mark_report as marking
from truceline.understand.find_claims import claims_of
from truceline.understand.languages.en.grammar import ENGLISH
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.parsing import load_grammar, parse

T = TypeVar("T")
P = ParamSpec("P")
EXAM = Path(__file__).parent / "exam" / "dev"
ROUNDS = 3


def main() -> None:
    print("markers and finders run", "compiled" if compiled.in_use() else "as plain Python")
    collect_seldom()  # as commands and workers do
    settings = Settings()
    started = time.perf_counter()
    load_grammar(settings.pipeline, ENGLISH)
    plain = spacy.load(settings.pipeline)
    print(f"load the grammar       {time.perf_counter() - started:6.2f} s")
    reports = texts()
    rounds = [one_round(reports, settings, plain) for _ in range(1 + ROUNDS)][1:]  # the first one warms up
    sentences, claims = rounds[0].sentences, rounds[0].claims
    words = sum(len(report.text.split()) for report in reports)
    print(f"{len(reports)} reports, {words} words, {sentences} sentences, {claims} claims; medians of {ROUNDS} rounds")
    reading, parsing, marks, finding, stock = (median_of(rounds, step) for step in STEPS)
    print(f"read                   {reading:6.2f} s")
    print(f"parse                  {parsing:6.2f} s  {words / parsing:8.0f} words/s")
    print(f"markers                {marks:6.2f} s  {median_of(rounds, 'marks', 'parsing'):8.2f} times the parse")
    print(f"finders and assembly   {finding:6.2f} s  {median_of(rounds, 'finding', 'parsing'):8.2f} times the parse")
    print(f"stock spaCy            {stock:6.2f} s")
    understood = [(one.parsing + one.marks + one.finding) / one.stock for one in rounds]
    with_reading = [(one.reading + one.parsing + one.marks + one.finding) / one.stock for one in rounds]
    print(f"understanding          {spread(understood)} times stock spaCy; with reading {spread(with_reading)}")
    print(f"markers and finders    {sentences / (marks + finding):6.0f} sentences/s without the parse")
    tell_start()
    print(show("growth", growth.rows()))


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds of one core for each step over all texts, and what came out."""

    reading: float
    parsing: float
    marks: float
    finding: float
    stock: float
    sentences: int
    claims: int


STEPS = ("reading", "parsing", "marks", "finding", "stock")


def one_round(reports: list[Report], settings: Settings, plain: Language) -> Round:
    """Every step one after the other over a few reports at a time, as a batch does: what slows the machine slows all
    of them.
    """
    seconds = dict.fromkeys(STEPS, 0.0)
    sentences = claims = 0

    def timed(step: str, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """This process's own time, so that what else runs on the machine does not count."""
        started = time.process_time()
        done = work(*given, **named)
        seconds[step] += time.process_time() - started
        return done

    of_reports = iter(files())
    for some in of_size(reports, TOGETHER):
        for report in some:
            timed("stock", plain, report.text)
            timed("reading", read_whole, next(of_reports), settings)
        docs = [timed("parsing", parse, report.text, settings.pipeline, ENGLISH) for report in some]
        for report, doc in zip(some, docs, strict=True):
            marked = timed("marks", marking.mark_parsed, ParsedReport(report, doc))
            found = timed("finding", claims_of, marked)
            timed("finding", marked.doc.release)
            sentences, claims = sentences + len(marked.sentences), claims + len(found)
    return Round(**seconds, sentences=sentences, claims=claims)


def read_whole(file: Path, settings: Settings) -> list[Report | CannotRead]:
    return list(read_reports(file, settings=settings))


def median_of(rounds: list[Round], step: str, of: str | None = None) -> float:
    shares: list[float] = [getattr(one, step) / (getattr(one, of) if of else 1.0) for one in rounds]
    return statistics.median(shares)


def spread(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def tell_start() -> None:
    """Each in a fresh process: the import alone; then from its start to the claims of one report."""
    file = str(files()[0])
    claims = (
        f"from truceline.cli.main import main; import sys; sys.argv = ['truceline', 'understand', {file!r}]; main()"
    )
    for name, code in (("import truceline", "import truceline"), ("start to first claims", claims)):
        seconds = [seconds_of(code) for _ in range(ROUNDS)]
        print(
            f"{name:22} {min(wall for wall, _ in seconds):6.2f} s  {min(core for _, core in seconds):8.2f} s of a core"
        )


def seconds_of(code: str) -> tuple[float, float]:
    """By the clock, and of one core."""
    started, before = time.perf_counter(), os.times()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own code
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - started, used


def files() -> list[Path]:
    return [EXAM / f"{line['doc']}.txt" for line in listed()]


def listed() -> list[dict[str, str]]:
    return [json.loads(line) for file in sorted(EXAM.glob("*.reports.jsonl")) for line in file.read_text().splitlines()]


def texts() -> list[Report]:
    made = (file.read_text(encoding="utf-8") for file in files())
    return [Report(id=report_id(text), text=text) for text in made]


if __name__ == "__main__":
    main()
