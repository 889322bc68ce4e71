"""``make bench-batch``: what a second worker brings, and whether a worker grows over many reports."""

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path

import spacy

from evaluation.bench import texts
from truceline.batch.options import BatchOptions
from truceline.batch.run_batch import run_batch
from truceline.batch.work import Worker
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings

REPORTS = 12_000  # for the two workers: loading the parser, some seconds each, must not weigh
PART = 80  # reports: 150 parts, so that one worker and two load the parser equally often, and end within a second
MANY = 100_000  # for the memory
LOOKS = 10  # how often the memory is told


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    if many:
        tell_memory(many)
    else:
        tell_ratio()


def tell_ratio() -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, report in enumerate(varied(REPORTS)):
            (corpus / f"{number:06}.txt").write_text(report.text, encoding="utf-8")
        one, two = (seconds_of(corpus, Path(folder) / f"out-{workers}", workers) for workers in (1, 2))
    print(f"{REPORTS} reports: one worker {one:.1f} s, two workers {two:.1f} s, {one / two:.2f} times as fast")
    alone, both = (spacy_beside(processes) for processes in (1, 2))
    print(f"stock spaCy in processes that share nothing: two do {2 * alone / both:.2f} times as much as one")


def seconds_of(corpus: Path, out: Path, workers: int) -> float:
    started = time.perf_counter()
    run_batch([corpus], out, BatchOptions(every_report=True, part_size=PART), workers=workers)
    return time.perf_counter() - started


def spacy_beside(processes: int) -> float:
    """Seconds that each of so many processes takes for the same texts: what the machine itself gives to a second."""
    context = multiprocessing.get_context("spawn")
    ready, seconds = context.Barrier(processes), context.SimpleQueue()
    running = [context.Process(target=tell_spacy, args=(ready, seconds)) for _ in range(processes)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    return max(float(seconds.get()) for _ in running)


def tell_spacy(ready: Barrier, seconds: "multiprocessing.SimpleQueue[float]") -> None:
    plain, given = spacy.load(Settings().pipeline), texts()
    ready.wait()
    started = time.perf_counter()
    for report in given:
        plain(report.text)
    seconds.put(time.perf_counter() - started)


def tell_memory(many: int) -> None:
    worker = Worker(BatchOptions(every_report=True))
    for number, _ in enumerate(worker.work(list(varied(1))), start=0):
        print(f"{number:7} reports  {megabytes():5.0f} MB")
    step = max(1, many // LOOKS)
    for number, _ in enumerate(worker.work(varied(many)), start=1):
        if number % step == 0:
            print(f"{number:7} reports  {megabytes():5.0f} MB", flush=True)


def varied(count: int) -> Iterator[Report]:
    """Short reports, no two alike: the first paragraphs of real ones, each with a number of its own."""
    given = texts()
    for number in range(count):
        text = f"Report {number}\n\n{given[number % len(given)].text[:600]}"
        yield Report(id=report_id(text), text=text)


def megabytes() -> float:
    """What this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1_000_000


if __name__ == "__main__":
    main()
