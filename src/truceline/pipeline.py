"""The whole way, top to bottom: read, understand, keep, reconcile, keep."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from truceline.errors import CannotRead, NothingRead, NotUnderstood
from truceline.knowledge.conflict_files import conflict_named, recognise_conflict
from truceline.ledger.ledger import Ledger
from truceline.ledger.shelf import LedgerShelf, Mark
from truceline.model.report import Report
from truceline.read.read_reports import read_reports
from truceline.read.web.web import Web
from truceline.reconcile.neighbourhood import Rejoined, pending_of, rejoin, rejoin_everything, rules
from truceline.settings import Settings
from truceline.understand.faults import understanding
from truceline.understand.language_model.model_finder import ModelFinder
from truceline.understand.mark_report import mark_report
from truceline.understand.two_finders import Way, claims_by

FEW = 0.2  # share of the reports up to which only their neighbourhood is joined anew
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
    language: str | None = None,
    way: Way = "rules",
    model: ModelFinder | None = None,
    on_reject: Callable[[CannotRead], None] = lambda _: None,
    on_report: OnReport = lambda _report, _new: None,
    settings: Settings | None = None,
    web: Web | None = None,
    only_new: bool = False,
) -> RunResult:
    """Take sources all the way into the ledger. Each report is committed on its own: a crash loses none before it.

    ``way`` and ``model``: by rules, by a language model, or by both. ``only_new``: a text that the ledger
    has is not understood again. Raises NothingRead where no source could be read.
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
        *sources, published=published, columns=columns, language=language, settings=settings, rejects=refuse, web=web
    ):
        if only_new and ledger.has_report(report.id):
            count += 1
            on_report(report, 0)
            continue
        about = conflict or conflict_of(report)
        try:
            with understanding(report):
                claims = claims_by(mark_report(report, settings, about), way, model)
        except NotUnderstood as fault:
            refuse(fault)
            continue
        count += 1
        new = ledger.add_reading(report, claims, conflict=about)
        new_claims += new
        on_report(report, new)
    if not count:
        raise nothing_read(refused)
    return RunResult(count, new_claims, reconcile(ledger), len(refused))


def conflict_of(report: Report) -> str | None:
    """The conflict that the report's own words name; the ledger keeps it beside the reading."""
    found = recognise_conflict(report.text)
    return found.key if found is not None else None


def reconcile(ledger: Ledger, *, whole: bool = False) -> int:
    """Join what is new since the last time with what it touches; gives how many records are new or changed.

    Everything is joined anew the first time, under other rules, and where ``whole`` says so: the outcome is the same.
    Nobody is kept from writing meanwhile. Where another reconciliation was faster, this one starts again.
    """
    while True:
        with ledger.shelf() as shelf:
            before, now = shelf.last_mark(), shelf.now(rules())
            made = rejoin_since(shelf, before) if before and before.rules == now.rules and not whole else None
            if made is None:
                made = rejoin_everything(
                    ledger.claims(), ledger.sightings(), ledger.judgements(), ledger.conflicts()
                )  # fmt: skip
        with ledger.shelf(writes=True) as shelf:
            if shelf.last_mark() != before:
                continue
            changed = shelf.write_records(made.records, made.stale)
            shelf.write_keys(made.keys, made.reports)
            shelf.leave_mark(replace(now, claims=shelf.count_claims(), touched=made.touched))
            return changed


def rejoin_since(shelf: LedgerShelf, mark: Mark) -> Rejoined | None:
    """Null where so much is new that joining everything is less work."""
    reports, judgements = shelf.pending_since(mark)
    pending = reports | pending_of(judgements, shelf.judgements())
    return rejoin(shelf, pending) if len(pending) <= FEW * shelf.count_reports() else None


def nothing_read(refused: Iterable[CannotRead]) -> NothingRead:
    return NothingRead("\n".join(str(error) for error in refused) or "no source was named")
