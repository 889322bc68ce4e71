"""The way back from ``truceline export jsonl``: files of JSON lines into a ledger."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from truceline.errors import FileNotThere, NotText
from truceline.ledger.history import (
    PastReading,
    PastRecord,
    add_report,
    reports_read,
    restore_reading,
    restore_records,
    write_judgement,
)
from truceline.ledger.ledger import Ledger
from truceline.ledger.opening import faults
from truceline.ledger.shelf import LedgerShelf
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
    claims = claims_by_report(folder / "claims.jsonl", {report.id for report in reports})
    records: list[AnyRecord] = list(nouns(folder / "records.jsonl", record_adapter))
    judgements = list(nouns(folder / "judgements.jsonl", TypeAdapter(Judgement)))
    readings = list(nouns(folder / "readings.jsonl", TypeAdapter(PastReading)))
    earlier = list(nouns(folder / EARLIER, TypeAdapter(PastRecord))) if (folder / EARLIER).exists() else []
    read = {reading.report for reading in readings}
    readings += [
        PastReading(report=id_, conflict=None) for id_ in dict.fromkeys(r.id for r in reports) if id_ not in read
    ]
    with faults(ledger.address), ledger.writing() as connection:
        for report in reports:
            add_report(connection, report)
        known = reports_read(connection)
        for reading in readings:
            own = claims[reading.report] if reading.claims is None else reading.claims
            restore_reading(connection, reading, own, again=reading.report in known)
        restore_records(connection, earlier)
        LedgerShelf(connection).write_records(records, [])
        for judgement in judgements:
            write_judgement(connection, judgement)
    return {
        "reports": len(reports), "claims": sum(map(len, claims.values())), "records": len(records),
        "judgements": len(judgements),
    }  # fmt: skip


EARLIER = "earlier_records.jsonl"


def claims_by_report(file: Path, known: set[str]) -> dict[str, list[AnyClaim]]:
    """Raises NotText where a claim's report is not among those that are imported: its words could not be looked up."""
    found: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in nouns(file, claim_adapter):
        if claim.report not in known:
            raise NotText(str(file), f"claim {claim.id} is of report {claim.report}, which reports.jsonl does not hold")
        found[claim.report].append(claim)
    return found


def nouns(file: Path, adapter: TypeAdapter[N]) -> Iterator[N]:
    for number, line in lines_of(file):
        try:
            yield adapter.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            raise NotText(f"{file}, line {number}", f"{where}: {first['msg']}") from error


def lines_of(file: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines that hold something."""
    try:
        with file.open(encoding="utf-8") as lines:
            yield from ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    except FileNotFoundError as error:
        raise FileNotThere(str(file), "this file is not there (is it a folder of 'truceline export jsonl'?)") from error
    except UnicodeDecodeError as error:
        raise NotText(str(file), "this is no UTF-8 text") from error
