"""Everything as JSON lines: reports, readings, claims, records, judgements. Nothing is lost on this way:
``truceline import`` makes the same ledger of it.
"""

import json
from collections.abc import Callable, Iterable, Iterator

from pydantic import BaseModel

from truceline.export.package import Document, Package
from truceline.export.view import View


def jsonl(view: View) -> Package:
    ledger = view.ledger
    nouns: dict[str, tuple[str, Callable[[], Iterable[BaseModel]]]] = {
        "reports": ("Every report as it was seen.", ledger.sightings),
        "claims": ("The claims of the last reading of each report.", ledger.claims),
        "records": ("The records of the last reconciliation.", ledger.records),
        "judgements": ("What people decided, oldest first.", ledger.judgements),
    }
    documents = tuple(
        Document(f"{name}.jsonl", "application/x-ndjson", about, lambda source=source: lines(source()))  # type: ignore[misc]
        for name, (about, source) in nouns.items()
    )
    readings = Document("readings.jsonl", "application/x-ndjson", "The conflict each report was read under.",
                        lambda: reading_lines(view))  # fmt: skip
    return Package("jsonl", "The whole ledger", "truceline's own nouns", (), (*documents, readings))


def lines(nouns: Iterable[BaseModel]) -> Iterator[str]:
    return (noun.model_dump_json() + "\n" for noun in nouns)


def reading_lines(view: View) -> Iterator[str]:
    for report, conflict in view.conflicts.items():
        yield json.dumps({"report": report, "conflict": conflict}) + "\n"
