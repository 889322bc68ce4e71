"""A corpus into a folder of Parquet: goes on where it was broken off."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from truceline.batch.options import BatchOptions
from truceline.batch.parts import file_of, is_done, parts_in, rows_in, write_whole
from truceline.batch.processes import Done, Pool
from truceline.batch.units import Part, parts_of, units_in
from truceline.errors import BatchFault
from truceline.read.web.web import Web

OnPart = Callable[[Done], object]
Runner = Callable[[Path, BatchOptions, Iterator[Part]], Iterator[Done]]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """``skipped``: parts that an earlier run had done. ``nothing_read``: neither run read a report in any part."""

    parts: int
    skipped: int
    reports: int
    claims: int
    refused: int
    nothing_read: bool


def run_batch(
    sources: Sequence[str | Path],
    out: Path,
    options: BatchOptions,
    *,
    workers: int = 1,
    runner: Runner | None = None,
    on_part: OnPart = lambda _: None,
) -> BatchResult:
    """Understand all sources and write ``out``/reports, ``out``/claims and ``out``/rejects.jsonl. Raises BatchFault."""
    check_folder(out)
    skipped: list[int] = []
    numbers: list[int] = []
    todo = remaining(out, options, sources, numbers, skipped)
    run = runner or (lambda folder, told, parts: Pool(folder, told, workers).work(parts))
    reports = claims = refused = 0
    for done in run(out, options, todo):
        reports, claims, refused = reports + done.reports, claims + done.claims, refused + done.refused
        on_part(done)
    drop_stale(out, set(numbers))
    gather_rejects(out)
    nothing_read = not reports and bool(refused or skipped) and not any(rows_in(out, number) for number in skipped)
    return BatchResult(len(numbers), len(skipped), reports, claims, refused, nothing_read)


def check_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_whole(out / "batch.json", json.dumps({"format": 1}).encode())
    except OSError as error:
        raise BatchFault(f"{out}: this folder cannot be written to ({error.strerror})") from error


def remaining(
    out: Path, options: BatchOptions, sources: Sequence[str | Path], numbers: list[int], skipped: list[int]
) -> Iterator[Part]:
    """Parts that are not done; ``numbers`` takes up all, ``skipped`` those that are."""
    key = options.key()
    for part in parts_of(units_in(sources, options.read_options(Web(options.settings))), options.part_size):
        numbers.append(part.number)
        if not options.is_mine(part.number):
            continue
        if is_done(out, part.number, part.key(key)):
            skipped.append(part.number)
        else:
            yield part


def drop_stale(out: Path, numbers: set[int]) -> None:
    """Parts of an earlier batch that was longer."""
    for number in set(parts_in(out)) - numbers:
        for kind in ("reports", "claims", "rejects"):
            file_of(out, kind, number).unlink(missing_ok=True)


def gather_rejects(out: Path) -> None:
    files = sorted((out / "rejects").glob("part-*.jsonl"))
    write_whole(out / "rejects.jsonl", b"".join(file.read_bytes() for file in files))
