"""``make bench``: how long each step takes, as ratios within one run on one core; then how reconcile grows."""

import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import spacy

from evaluation import growth
from evaluation.table import show
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand import mark_report as marking
from truceline.understand.find_claims import claims_of
from truceline.understand.grammar import ENGLISH
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.parsing import load_grammar, parse

T = TypeVar("T")
R = TypeVar("R")
EXAM = Path(__file__).parent / "exam" / "dev"
ROUNDS = 3  # the first one warms up and does not count


def main() -> None:
    settings = Settings()
    started = time.perf_counter()
    load_grammar(settings.pipeline, ENGLISH)
    plain = spacy.load(settings.pipeline)
    print(f"load the grammar       {time.perf_counter() - started:6.2f} s")
    reports = texts()
    words = sum(len(report.text.split()) for report in reports)
    for _ in range(ROUNDS):
        parsing, docs = timed(lambda report: parse(report.text, settings.pipeline, ENGLISH), reports)
        parsed = [ParsedReport(report, doc) for report, doc in zip(reports, docs, strict=True)]
        marks, marked = timed(marking.mark_parsed, parsed)
        finding, claims = timed(claims_of, marked)
    stock, _ = timed(lambda report: plain(report.text), reports)
    sentences = sum(len(report.sentences) for report in marked)
    print(f"{len(reports)} reports, {words} words, {sentences} sentences, {sum(map(len, claims))} claims")
    print(f"parse                  {parsing:6.2f} s  {words / parsing:8.0f} words/s")
    print(f"markers                {marks:6.2f} s  {marks / parsing:8.2f} times the parse")
    print(f"finders and assembly   {finding:6.2f} s  {finding / parsing:8.2f} times the parse")
    print(
        f"stock spaCy            {stock:6.2f} s  understanding takes {(parsing + marks + finding) / stock:.2f} times it"
    )
    print(f"markers and finders    {sentences / (marks + finding):6.0f} sentences/s without the parse")
    print(show("growth", growth.rows()))


def texts() -> list[Report]:
    files = [
        json.loads(line) for file in sorted(EXAM.glob("*.reports.jsonl")) for line in file.read_text().splitlines()
    ]
    made = ((EXAM / f"{line['doc']}.txt").read_text(encoding="utf-8") for line in files)
    return [Report(id=report_id(text), text=text) for text in made]


def timed(step: Callable[[T], R], items: Iterable[T]) -> tuple[float, list[R]]:
    """Seconds of this process's own time, so that what else runs on the machine does not count."""
    started = time.process_time()
    done = [step(item) for item in items]
    return time.process_time() - started, done


if __name__ == "__main__":
    main()
