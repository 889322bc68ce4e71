"""Only what new reports touch: their neighbours, the neighbours of those, and no others.

Claims that no likeness links, over any number of steps, never influence each other's records. So joining a closed
neighbourhood anew gives just what joining everything anew would give for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from truceline.model.claims import AnyClaim
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement
from truceline.model.record import Agreement, AnyRecord, Contradiction, RecordKind
from truceline.model.report import Report
from truceline.reconcile.chains import chain
from truceline.reconcile.copies import BANDS, band_keys, find_copies, is_copy, wording_of
from truceline.reconcile.join_claims import JOINERS, join_all
from truceline.reconcile.joining import Joiner, join, nothing_told
from truceline.reconcile.links import Links
from truceline.reconcile.sources import Sources
from truceline.reconcile.verdicts import Outcome, apply_judgements

COPY_OF = "copy of"  # the index's name for "this report is a copy of that one"


@dataclass(frozen=True, slots=True)
class JoinKey:
    """One line of the index: ``item`` (a claim; for ``BANDS`` and ``COPY_OF`` the report) is found under ``key``."""

    report: str
    item: str
    joiner: str
    key: str


class KeyLine(Protocol):
    """A line of the index as the shelf gives it back."""

    @property
    def report(self) -> str: ...
    @property
    def item(self) -> str: ...
    @property
    def key(self) -> str: ...


class Shelf(Protocol):
    """What is known from earlier runs, looked up piece by piece."""

    def sightings_of(self, reports: Iterable[str]) -> list[Report]: ...
    def claims_of(self, reports: Iterable[str]) -> list[AnyClaim]: ...
    def conflicts_of(self, reports: Iterable[str]) -> Mapping[str, str | None]: ...
    def found_under(self, joiner: str, keys: Iterable[str]) -> Sequence[KeyLine]: ...
    def copies_of(self, reports: Iterable[str]) -> Mapping[str, str]: ...
    def fellows_of(self, reports: Iterable[str]) -> list[tuple[str, str]]: ...
    def judgements(self) -> Iterator[Judgement]: ...
    def records_with(self, claims: Iterable[str]) -> set[str]: ...
    def records_of(self, ids: Iterable[str]) -> list[AnyRecord]: ...
    def records_of_kinds(self, kinds: Sequence[RecordKind]) -> list[AnyRecord]: ...


@dataclass(slots=True)
class Rejoined:
    """``records``: new, changed and, among truces and talks, unchanged ones. ``stale``: ids of what they replace.

    ``reports``: those that got new index lines, ``keys``. ``touched``: claims that were joined anew.
    """

    records: list[AnyRecord]
    stale: set[str] | None
    reports: set[str] | None
    keys: Iterable[JoinKey]
    touched: int


CHAINED: tuple[RecordKind, ...] = ("ceasefire_process", "talks_round")
JOINER_OF: dict[RecordKind, str] = {
    "incident": "incidents",
    "toll_series": "tolls",
    "ceasefire_process": "ceasefires",
    "talks_round": "talks",
    "territory_history": "territory",
    "position_history": "positions",
    "repeated_statement": "statements",
}


def rejoin_everything(
    claims: Iterable[AnyClaim],
    reports: Iterable[Report],
    judgements: Iterable[Judgement],
    conflicts: Mapping[str, str | None],
) -> Rejoined:
    """From scratch, with the index that later runs find neighbours by. Null: all of them are replaced."""
    outcome = apply_judgements(sorted(claims, key=lambda claim: claim.id), judgements)
    known = list(reports)
    copies = dict(find_copies(known))
    sources = Sources(known, claims=outcome.claims, conflicts=conflicts, copies=copies)
    by_report: dict[str, list[AnyClaim]] = {report.id: [] for report in known}
    for claim in outcome.claims:
        by_report.setdefault(claim.report, []).append(claim)
    records = chain(join_all(outcome.claims, sources, outcome.links))
    return Rejoined(records, None, None, index_lines(by_report, sources, copies), len(outcome.claims))


def rejoin(shelf: Shelf, pending: Iterable[str]) -> Rejoined:
    """Join anew what the reports ``pending`` (new, read anew or judged) touch."""
    world = _World(shelf)
    copied, copies = close_copies(shelf, set(pending))
    world.open(copied, copies)
    fellows = shelf.fellows_of(copied)
    world.open({report for _, report in fellows})
    seeds = {claim.id for report in copied for claim in world.claims[report]} | {id_ for id_, _ in fellows}
    records: list[AnyRecord] = []
    touched: dict[str, set[str]] = {}
    for joiner in JOINERS:
        items = sorted(neighbourhood(joiner, world, seeds), key=lambda claim: claim.id)
        touched[joiner.name] = seeds | {claim.id for claim in items}
        records += join(joiner, items, world.sources, world.links)
    stale = stale_records(shelf, touched)
    standing = [made for made in shelf.records_of_kinds(CHAINED) if made.id not in stale]
    own = {made.id for made in records}
    records = chain([*records, *(made for made in standing if made.id not in own)])
    lines = index_lines({report: world.claims[report] for report in copied}, world.sources, copies)
    return Rejoined(records, stale, copied, lines, len(set().union(*touched.values())))


def stale_records(shelf: Shelf, touched: Mapping[str, set[str]]) -> set[str]:
    """The records that the touched claims stand in now, each kind by its own joiner."""
    known = shelf.records_of(shelf.records_with(set().union(*touched.values())))
    kinds = {made.id: made.kind for made in known}
    return {made.id for made in known if touched[joiner_of(made, kinds)] & set(made.members)}


def joiner_of(made: AnyRecord, kinds: Mapping[str, RecordKind]) -> str:
    """What stands against or beside each other within a record comes from that record's joiner."""
    if isinstance(made, Contradiction | Agreement):
        return JOINER_OF[kinds[made.about]] if made.about else "counts"
    return JOINER_OF[made.kind]


class _World:
    """The reports opened so far, with their claims as persons left them."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.sources = Sources()
        self.claims: dict[str, list[AnyClaim]] = {}
        self._by_id: dict[str, AnyClaim] = {}
        self.judgements = list(shelf.judgements())
        self.links = Links()

    def open(self, reports: set[str], copies: Mapping[str, str] | None = None) -> None:
        new = reports - self.claims.keys()
        if not new:
            return
        found = dict(self.shelf.copies_of(new)) | dict(copies or {})
        outcome = self._judged(self.shelf.claims_of(new))
        self.links = outcome.links
        for report in new:
            self.claims[report] = []
        for claim in outcome.claims:
            self.claims[claim.report].append(claim)
            self._by_id[claim.id] = claim
        self.sources.learn(
            self.shelf.sightings_of(new | set(found.values())),
            claims=outcome.claims,
            conflicts=self.shelf.conflicts_of(new),
            copies=found,
        )

    def taken(self, joiner: Joiner[Any], ids: set[str]) -> list[AnyClaim]:
        """Those of the claims that the joiner joins, by id."""
        claims = (self._by_id[id_] for id_ in sorted(ids & self._by_id.keys()))
        return [taken for claim in claims if (taken := joiner.takes(claim)) is not None]

    def _judged(self, claims: Sequence[AnyClaim]) -> Outcome:
        """Judgements about claims of other reports find nothing here: they speak up when those are opened."""
        if not self.judgements:
            return Outcome(list(claims), Links(), ())
        everything = [claim for known in self.claims.values() for claim in known]
        reports = {claim.report for claim in claims}
        outcome = apply_judgements([*everything, *claims], self.judgements)
        return Outcome([c for c in outcome.claims if c.report in reports], outcome.links, ())


def neighbourhood(joiner: Joiner[Any], world: _World, seeds: set[str]) -> list[AnyClaim]:
    """The claims that are linked to the seeds over any number of steps. The world grows on the way."""
    known: dict[str, AnyClaim] = {}
    beside = seeds
    while todo := world.taken(joiner, beside - known.keys()):
        known |= {claim.id: claim for claim in todo}
        beside = fellows_in_report(joiner, world, todo) | linked_by_key(joiner, world, todo, known)
        beside |= linked_by_hand(world, {claim.id for claim in todo})
    return list(known.values())


def fellows_in_report(joiner: Joiner[Any], world: _World, todo: Sequence[AnyClaim]) -> set[str]:
    if joiner.told is nothing_told:
        return set()
    return {claim.id for report in {claim.report for claim in todo} for claim in world.claims[report]}


def linked_by_key(
    joiner: Joiner[Any], world: _World, todo: Sequence[AnyClaim], known: Mapping[str, AnyClaim]
) -> set[str]:
    by_key: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in todo:
        for key in joiner.keys(claim, world.sources):
            by_key[key].append(claim)
    lines = [line for line in world.shelf.found_under(joiner.name, by_key) if line.item not in known]
    world.open({line.report for line in lines})
    found = {claim.id: claim for claim in world.taken(joiner, {line.item for line in lines})}
    return {
        line.item
        for line in lines
        if line.item in found
        and any(
            joiner.alike is None or joiner.alike(found[line.item], other, world.sources) is not None
            for other in by_key[line.key]
        )
    }


def linked_by_hand(world: _World, ids: set[str]) -> set[str]:
    """Judged to be the same. Judgements carry the words, and with them the report to open."""
    reports = {
        words.report
        for judgement in world.judgements
        if judgement.verdict == "same" and ids & {words.claim for words in judgement.evidence}
        for words in judgement.evidence
    }
    world.open(reports)
    return {other for pair in world.links.same if ids & set(pair[:2]) for other in pair[:2]}


def close_copies(shelf: Shelf, pending: set[str]) -> tuple[set[str], dict[str, str]]:
    """The pending reports with all copies of their text, and which of them is a copy of which."""
    wordings = {}
    known: dict[str, Report] = {}
    todo = set(pending)
    while todo:
        for report in shelf.sightings_of(todo):
            if report.id not in known:
                known[report.id] = report
                wordings[report.id] = wording_of(report)
        keys = {key for id_ in todo if id_ in wordings for key in band_keys(wordings[id_])}
        near = {line.item for line in shelf.found_under(BANDS, keys)} - known.keys()
        others = {report.id: wording_of(report) for report in shelf.sightings_of(near)}
        todo = {id_ for id_, other in others.items() if any(is_copy(other, made) for made in wordings.values())}
    return pending | known.keys(), dict(find_copies(known.values()))


def index_lines(
    claims: Mapping[str, Sequence[AnyClaim]], sources: Sources, copies: Mapping[str, str]
) -> Iterator[JoinKey]:
    """The index of these reports: their claims' keys by joiner, their wording's bands, the text they copy."""
    for report in sorted(claims):
        for joiner in JOINERS:
            for claim in claims[report]:
                taken = joiner.takes(claim)
                for key in dict.fromkeys(joiner.keys(taken, sources)) if taken is not None else ():
                    yield JoinKey(report, claim.id, joiner.name, key)
        known = sources.report(report)
        for band in band_keys(wording_of(known)) if known is not None else ():
            yield JoinKey(report, report, BANDS, band)
        if report in copies:
            yield JoinKey(report, report, COPY_OF, copies[report])


def pending_of(judgements: Iterable[Judgement], known: Iterable[Judgement]) -> set[str]:
    """The reports that new judgements are about; a withdrawal is about those of what it takes back."""
    by_id = {judgement.id: judgement for judgement in known}
    reports: set[str] = set()
    todo = list(judgements)
    while todo:
        judgement = todo.pop()
        reports |= {words.report for words in judgement.evidence}
        if judgement.verdict == "add":
            reports.add(str(judgement.changes.get("report")))
        if judgement.withdraws in by_id:
            todo.append(by_id[judgement.withdraws])
    return reports


@lru_cache(maxsize=1)
def rules() -> str:
    """A name of the rules in force: with other rules, all must be joined anew."""
    room = Path(__file__).parent
    return content_id(*(file.read_text(encoding="utf-8") for file in sorted(room.rglob("*.py"))))
