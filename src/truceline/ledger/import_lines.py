"""The way back from ``truceline export jsonl``: files of JSON lines into a ledger."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from truceline.errors import FileNotThere, NotText
from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord, record_adapter
from truceline.model.report import Report

N = TypeVar("N")


def import_lines(ledger: Ledger, folder: Path) -> dict[str, int]:
    """Write everything into the ledger; gives how many lines each file held.

    Raises FileNotThere where a file is missing and NotText, naming file and line, where a line is not what it should
    be; then nothing of that folder has been written.
    """
    reports = list(nouns(folder / "reports.jsonl", TypeAdapter(Report)))
    claims: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in nouns(folder / "claims.jsonl", claim_adapter):
        claims[claim.report].append(claim)
    records: list[AnyRecord] = list(nouns(folder / "records.jsonl", record_adapter))
    judgements = list(nouns(folder / "judgements.jsonl", TypeAdapter(Judgement)))
    conflicts = dict(read_conflicts(folder / "readings.jsonl"))
    for report in reports:
        ledger.add_reading(report, claims[report.id], conflict=conflicts.get(report.id))
    ledger.set_records(records)
    for judgement in judgements:
        ledger.add_judgement(judgement)
    return {
        "reports": len(reports), "claims": sum(map(len, claims.values())), "records": len(records),
        "judgements": len(judgements),
    }  # fmt: skip


def nouns(file: Path, adapter: TypeAdapter[N]) -> Iterator[N]:
    for number, line in lines_of(file):
        try:
            yield adapter.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise NotText(f"{file}, line {number}", f"{where}: {first['msg']}") from error


def read_conflicts(file: Path) -> Iterator[tuple[str, str | None]]:
    for number, line in lines_of(file):
        try:
            reading = json.loads(line)
            yield reading["report"], reading["conflict"]
        except (ValueError, KeyError, TypeError) as error:
            raise NotText(f"{file}, line {number}", "expected a report and its conflict") from error


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines that hold something."""
    try:
        with file.open(encoding="utf-8") as lines:
            yield from ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    except FileNotFoundError as error:
        raise FileNotThere(str(file), "this file is not there (is it a folder of 'truceline export jsonl'?)") from error
    except UnicodeDecodeError as error:
        raise NotText(str(file), "this is no UTF-8 text") from error
