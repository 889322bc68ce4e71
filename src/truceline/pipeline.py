"""The whole way, top to bottom: read, understand, keep, reconcile, keep."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from truceline.errors import CannotRead, NothingRead
from truceline.knowledge.conflict_files import conflict_named, recognise_conflict
from truceline.ledger.ledger import Ledger
from truceline.model.report import Report
from truceline.read.read_reports import read_reports
from truceline.reconcile.join_claims import join_claims
from truceline.settings import Settings
from truceline.understand.find_claims import find_claims

OnReport = Callable[[Report, int], object]


@dataclass(frozen=True, slots=True)
class RunResult:
    """What one run did: reports read, claims that were new, records that were new or changed, sources refused."""

    reports: int
    new_claims: int
    changed_records: int
    rejected: int


def run(
    sources: Sequence[str | Path],
    ledger: Ledger,
    *,
    published: datetime.date | None = None,
    columns: Mapping[str, str] | None = None,
    conflict: str | None = None,
    language: str = "en",
    on_reject: Callable[[CannotRead], None] = lambda _: None,
    on_report: OnReport = lambda _report, _new: None,
    settings: Settings | None = None,
) -> RunResult:
    """Take sources all the way into the ledger. Each report is committed on its own: a crash loses none before it.

    Raises NothingRead where no source could be read.
    """
    settings = settings or Settings()
    if conflict is not None:
        conflict_named(conflict)
    refused: list[CannotRead] = []

    def refuse(error: CannotRead) -> None:
        refused.append(error)
        on_reject(error)

    count = new_claims = 0
    for report in read_reports(
        *sources, published=published, columns=columns, language=language, settings=settings, rejects=refuse
    ):
        about = conflict or conflict_of(report)
        claims = find_claims(report, conflict=about, settings=settings)
        new = ledger.add_reading(report, claims, conflict=about)
        count += 1
        new_claims += new
        on_report(report, new)
    if not count:
        raise nothing_read(refused)
    return RunResult(count, new_claims, reconcile(ledger), len(refused))


def conflict_of(report: Report) -> str | None:
    """The conflict that the report's own words name; the ledger keeps it beside the reading."""
    found = recognise_conflict(report.text)
    return found.key if found is not None else None


def reconcile(ledger: Ledger) -> int:
    """Join all claims of the ledger anew; gives how many records are new or changed."""
    records = join_claims(
        ledger.claims(), reports=ledger.sightings(), judgements=ledger.judgements(), conflicts=ledger.conflicts()
    )
    return ledger.set_records(records)


def nothing_read(refused: Iterable[CannotRead]) -> NothingRead:
    return NothingRead("\n".join(str(error) for error in refused) or "no source was named")
