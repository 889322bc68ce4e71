"""Everything as JSON lines: reports, readings, claims, records, judgements, and what newer ones replaced.

Nothing is lost on this way: ``truceline import`` makes the same ledger of it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from pydantic import BaseModel

from truceline.export.package import Document, Package
from truceline.export.view import View
from truceline.ledger.history import past_readings, past_records
from truceline.ledger.ledger import Ledger


def jsonl(view: View) -> Package:
    ledger = view.ledger
    nouns: dict[str, tuple[str, Callable[[], Iterable[BaseModel]]]] = {
        "reports": ("Every report as it was seen.", ledger.sightings),
        "claims": ("The claims of the last reading of each report.", ledger.claims),
        "records": ("The records of the last reconciliation.", ledger.records),
        "readings": (
            "Every reading in order: under which conflict, by which version, when; with its claims if a newer reading "
            "replaced them.",
            partial(readings, ledger),
        ),
        "earlier_records": ("Versions of records that no longer stand.", partial(earlier_records, ledger)),
        "judgements": ("What people decided, oldest first.", ledger.judgements),
    }
    documents = tuple(
        Document(f"{name}.jsonl", "application/x-ndjson", about, partial(lines, source), partial(dumped, source))
        for name, (about, source) in nouns.items()
    )
    return Package("jsonl", "The whole ledger", "truceline's own nouns", (), documents,
                   notes=("truceline import makes the same ledger of these files.",
                          "Refused sources are no part of a ledger: keep the file that --rejects names."))  # fmt: skip


def lines(source: Callable[[], Iterable[BaseModel]]) -> Iterator[str]:
    return (noun.model_dump_json() + "\n" for noun in source())


def dumped(source: Callable[[], Iterable[BaseModel]]) -> Iterator[dict[str, object]]:
    return (noun.model_dump(mode="json") for noun in source())


def readings(ledger: Ledger) -> Iterator[BaseModel]:
    with ledger.reading() as connection:
        yield from past_readings(connection)


def earlier_records(ledger: Ledger) -> Iterator[BaseModel]:
    with ledger.reading() as connection:
        yield from past_records(connection)
