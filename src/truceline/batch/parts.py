"""Parts on the disk: Parquet files that are there whole or not at all."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from truceline.batch.work import Read
from truceline.errors import BatchFault, CannotRead
from truceline.model.claims import AnyClaim
from truceline.model.report import Report

REPORTS = pa.schema(
    [("row", pa.int32()), ("id", pa.string()), ("published", pa.date32()), ("publisher", pa.string()),
     ("title", pa.string()), ("url", pa.string()), ("language", pa.string()), ("conflict", pa.string()),
     ("relevant", pa.bool_()), ("body", pa.string())]
)  # fmt: skip
CLAIMS = pa.schema(
    [("row", pa.int32()), ("id", pa.string()), ("report", pa.string()), ("kind", pa.string()),
     ("claimed_by", pa.string()), ("factuality", pa.string()), ("sentence", pa.string()), ("start", pa.int32()),
     ("end", pa.int32()), ("body", pa.string())]
)  # fmt: skip
KEY = b"truceline_part"  # in the file's metadata: which part of which corpus it is


def report_row(row: int, read: Read) -> dict[str, Any]:
    report = read.report
    return {
        "row": row, "id": report.id, "published": report.published, "publisher": report.publisher,
        "title": report.title, "url": report.url, "language": report.language, "conflict": read.conflict,
        "relevant": read.relevant, "body": report.model_dump_json(),
    }  # fmt: skip


def claim_row(row: int, claim: AnyClaim) -> dict[str, Any]:
    """``row`` is that of the report in the same part."""
    found = claim.evidence
    return {
        "row": row, "id": claim.id, "report": claim.report, "kind": claim.kind,
        "claimed_by": claim.claimed_by.entity_name or claim.claimed_by.entity_text, "factuality": claim.factuality,
        "sentence": found.exact, "start": found.start, "end": found.end, "body": claim.model_dump_json(),
    }  # fmt: skip


def write_part(folder: Path, number: int, key: str, found: Iterable[Read | CannotRead]) -> tuple[int, int, int]:
    """Gives how many reports, claims and refusals. The reports file comes last: where it is, the part is done."""
    reports: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    refused: list[CannotRead] = []
    for one in found:
        if isinstance(one, CannotRead):
            refused.append(one)
        else:
            claims += [claim_row(len(reports), claim) for claim in one.claims]
            reports.append(report_row(len(reports), one))
    write_whole(file_of(folder, "rejects", number), "".join(map(reject_line, refused)).encode())
    write_table(file_of(folder, "claims", number), pa.Table.from_pylist(claims, CLAIMS), key)
    write_table(file_of(folder, "reports", number), pa.Table.from_pylist(reports, REPORTS), key)
    return len(reports), len(claims), len(refused)


def reject_line(error: CannotRead) -> str:
    line = {"source": error.source, "error": type(error).__name__, "reason": error.reason}
    return json.dumps(line, ensure_ascii=False) + "\n"


def file_of(folder: Path, kind: str, number: int) -> Path:
    return folder / kind / f"part-{number:06}.{'jsonl' if kind == 'rejects' else 'parquet'}"


def write_table(path: Path, table: pa.Table, key: str) -> None:
    out = pa.BufferOutputStream()
    parquet.write_table(table.replace_schema_metadata({KEY: key.encode()}), out, compression="zstd")
    write_whole(path, out.getvalue().to_pybytes())


def write_whole(path: Path, content: bytes) -> None:
    """Under another name first, and onto the disk: a machine that stops leaves no half file. Raises BatchFault."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise BatchFault(
            f"{path}: this part cannot be written ({error.strerror}); nothing done so far is lost"
        ) from error


def is_done(folder: Path, number: int, key: str) -> bool:
    try:
        metadata = parquet.read_schema(file_of(folder, "reports", number)).metadata or {}
    except (OSError, pa.ArrowException):
        return False
    return metadata.get(KEY) == key.encode()


def rows_in(folder: Path, number: int) -> int:
    """How many reports a part that is done holds."""
    count: int = parquet.read_metadata(file_of(folder, "reports", number)).num_rows
    return count


def parts_in(folder: Path) -> list[int]:
    return sorted(int(path.stem.removeprefix("part-")) for path in (folder / "reports").glob("part-*.parquet"))


def read_part(folder: Path, number: int) -> Iterator[tuple[Report, list[AnyClaim], str | None]]:
    """Each report of a part with its claims and its conflict. Raises BatchFault where a file is damaged."""
    from truceline.model.claims import claim_adapter

    try:
        reports = parquet.read_table(file_of(folder, "reports", number))
        claims = parquet.read_table(file_of(folder, "claims", number), columns=["row", "body"])
    except (OSError, pa.ArrowException) as error:
        raise BatchFault(f"{folder}: part {number} cannot be read ({error})") from error
    if part_key(reports) != part_key(claims):
        raise BatchFault(f"{folder}: part {number} was broken off; call 'truceline batch' again")
    of_row: dict[int, list[AnyClaim]] = {}
    for claim in claims.to_pylist():
        of_row.setdefault(claim["row"], []).append(claim_adapter.validate_json(claim["body"]))
    for row in reports.to_pylist():
        yield Report.model_validate_json(row["body"]), of_row.get(row["row"], []), row["conflict"]


def part_key(table: pa.Table) -> bytes | None:
    return (table.schema.metadata or {}).get(KEY)
