"""The days, kinds and claimants that a reader looks at; every choice is a word of the address."""

import datetime
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from fastapi import HTTPException, Request

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.model.claim import CLAIM_KINDS
from truceline.model.record import AnyRecord, RecordKind, TollSeries
from truceline.show.parties import Parties
from truceline.show.site import OTHER, Site
from truceline.show.standing import Standing
from truceline.show.window_days import CatalogueDays
from truceline.show.window_steps import Step, steps_from

USUAL_DAYS = 183  # half a year: single days can still be told apart at 1440 px
AHEAD = datetime.timedelta(days=14)  # planned talks lie after the newest report
MOST_TOLLS = 400  # looked through for those of one harm
MOST_CLAIMS = 600  # for the colours of the parties


@dataclass(frozen=True, slots=True)
class Window:
    """``conflict`` is the catalogue's word. Days are null where no report has a day of publication.

    ``whole``: the first and last day that the conflict was reported on.
    """

    conflict: str
    first: datetime.date | None
    last: datetime.date | None
    chosen: bool
    filter: ClaimFilter
    whole: tuple[datetime.date, datetime.date] | None = None

    @property
    def address(self) -> str:
        return self.conflict or OTHER

    @property
    def inside(self) -> ClaimFilter:
        """The filter with the window's days, also where the reader named none."""
        return replace(self.filter, first=self.first, last=self.last)

    @property
    def words(self) -> dict[str, str | tuple[str, ...]]:
        """The filters as the address has them; days only where the reader chose them."""
        chosen, days = self.filter, (self.filter.first, self.filter.last)
        first, last = (day.isoformat() if day else None for day in days)
        found = {"from": first, "to": last, "kind": chosen.kinds, "by": chosen.claimant, "place": chosen.place,
                 "actor": chosen.actor, "value": chosen.value}  # fmt: skip
        return {name: value for name, value in found.items() if value}

    def but(self, **changed: object) -> dict[str, object]:
        """The same with other values; what is null goes."""
        return {name: value for name, value in {**self.words, **changed}.items() if value is not None}

    @property
    def query(self) -> str:
        """The same as the end of an address, with the window's days."""
        return urlencode(self.but(**{"from": self.first, "to": self.last}), doseq=True)

    @property
    def steps(self) -> list[Step]:
        return steps_from(*self.days, self.whole) if self.days else []

    @property
    def days(self) -> tuple[datetime.date, datetime.date] | None:
        return (self.first, self.last) if self.first and self.last else None


def window_of(request: Request, site: Site, conflict: str) -> Window:
    """Raises 404 for an unknown conflict, 422 for a day that is none."""
    known = site.conflict(conflict)
    first, last = day_in(request, "from"), day_in(request, "to")
    if first and last and first > last:
        raise HTTPException(422, f"The window ends before it begins: from {first} to {last}.")
    reported = reported_days(site, known)
    usual = usual_days(reported) if reported else None
    chosen = ClaimFilter(
        conflict=known,
        kinds=tuple(kind for kind in request.query_params.getlist("kind") if kind in CLAIM_KINDS),
        first=first,
        last=last,
        claimant=request.query_params.get("by") or None,
        place=request.query_params.get("place") or None,
        actor=request.query_params.get("actor") or None,
        value=request.query_params.get("value") or None,
    )
    return Window(
        known,
        first or (usual[0] if usual else None),
        last or (usual[1] if usual else None),
        bool(first or last),
        chosen,
        reported,
    )


def day_in(request: Request, name: str) -> datetime.date | None:
    value = request.query_params.get(name)
    if not value:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise HTTPException(422, f"“{value}” is no day; write it as 2020-10-21.") from error


def usual_days(reported: tuple[datetime.date, datetime.date]) -> tuple[datetime.date, datetime.date]:
    """The last half year that was reported on, or all of it where that is less."""
    first, newest = reported
    return max(first, newest - datetime.timedelta(days=USUAL_DAYS)) - datetime.timedelta(days=2), newest + AHEAD


def reported_days(site: Site, conflict: str) -> tuple[datetime.date, datetime.date] | None:
    row = next(row for row in site.conflicts() if row["conflict"] == conflict)
    if row["newest"] is None:
        return None
    return datetime.date.fromisoformat(row["first"]), datetime.date.fromisoformat(row["newest"])


def standing_in(site: Site, window: Window, most: dict[RecordKind, int]) -> Standing:
    """The newest records of the window with their claims; fighting and reports only as numbers."""
    catalogue, kinds = site.catalogue, window.filter.kinds
    records = records_in(catalogue, window, most)
    key = (window.conflict, kinds, tuple(record.id for record in records))
    standing = site.standings.get(catalogue.version, key, lambda: standing_of(catalogue, records, kinds))
    return standing.within(window.days, CatalogueDays(catalogue, window.conflict))


def standing_of(catalogue: Catalogue, records: list[AnyRecord], kinds: tuple[str, ...]) -> Standing:
    claims = catalogue.claims([member for record in records for member in record.members])
    reports = catalogue.light_reports(claim.report for claim in claims)
    return Standing(reports, [claim for claim in claims if not kinds or claim.kind in kinds], records)


def records_in(catalogue: Catalogue, window: Window, most: dict[RecordKind, int]) -> list[AnyRecord]:
    return [record for kind, number in most.items() for record in records_of(catalogue, window, kind, number)]


def records_of(catalogue: Catalogue, window: Window, kind: RecordKind, most: int) -> list[AnyRecord]:
    """The newest of a kind; tolls of one harm where the reader asks for one."""
    harm = window.filter.value
    if kind != "toll_series" or harm is None:
        return catalogue.records(window.conflict, kind, most, window.first, window.last)
    tolls = catalogue.records(window.conflict, kind, MOST_TOLLS, window.first, window.last)
    found: list[AnyRecord] = [toll for toll in tolls if isinstance(toll, TollSeries) and toll.harm == harm]
    return found[:most]


def parties_of(site: Site, conflict: str) -> Parties:
    """Who has which shape and colour, the same on every page of a conflict."""
    return site.catalogue.once(("parties", conflict), lambda: newest_parties(site.catalogue, conflict))


def newest_parties(catalogue: Catalogue, conflict: str) -> Parties:
    kinds = ("casualties", "ceasefire", "talks", "territory")
    rows = catalogue.claim_rows(ClaimFilter(conflict=conflict, kinds=kinds), MOST_CLAIMS)
    return Parties(catalogue.claims([row["id"] for row in rows]))
