"""Any list by its address and a suffix: ``.json``, ``.csv``, ``.geojson``. Filters are those of the list itself."""

import datetime
import json
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.convertors import StringConvertor, register_url_convertor

from truceline.ledger.catalogue.catalogue import AMONG, Row
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.ledger.catalogue.search import find_claims, phrase_of
from truceline.model.claim import CLAIM_KINDS
from truceline.model.flat import flat_row
from truceline.show.file_forms import TYPES, claim_file, download, row_file
from truceline.show.pages.lists import KINDS, RECORDS
from truceline.show.pages.reports import chosen_reports
from truceline.show.pages.review import queue_of
from truceline.show.review.queue import waiting
from truceline.show.since import changes_since
from truceline.show.site import Site, site_of
from truceline.show.window import Window, window_of

MOST = 100_000  # rows of one file; more is what 'truceline export' is for


class Suffix(StringConvertor):
    """A name may hold dots of its own: only these three end it."""

    regex = "json|csv|geojson"


register_url_convertor("suffix", Suffix())
router = APIRouter(default_response_class=Response, responses={200: {"content": {kind: {} for kind in TYPES.values()}}})


def fresh(request: Request) -> Site:
    site = site_of(request)
    site.catalogue.fresh()
    return site


def filed(site: Site, chosen: ClaimFilter, suffix: str, name: str, missing: str) -> Response:
    """Raises 404 with words where nothing is chosen."""
    rows = site.catalogue.claim_rows(chosen, MOST)
    if not rows:
        raise HTTPException(404, missing)
    return claim_file(rows, suffix, name)


@router.get("/c/{conflict}/since/{day}.{suffix:suffix}", summary="What changed since a day, as a file")
def since_file(request: Request, conflict: str, day: datetime.date, suffix: str) -> Response:
    site = fresh(request)
    changes = changes_since(site.catalogue, site.conflict(conflict), day, MOST)
    return claim_file(rows_of(site, [change.claim for change in changes]), suffix, f"{conflict}-since-{day}")


def rows_of(site: Site, ids: list[str]) -> list[Row]:
    """In this order."""
    found = {row["id"]: row for row in site.catalogue.rows(f"SELECT * FROM claims WHERE id {AMONG}", [json.dumps(ids)])}  # noqa: S608
    return [found[id_] for id_ in ids if id_ in found]


@router.get("/c/{conflict}/{page}.{suffix:suffix}", summary="A list of a conflict, as a file")
def list_file(request: Request, conflict: str, page: str, suffix: str) -> Response:
    if page not in RECORDS:
        raise HTTPException(404, f"There is no list “{page}.{suffix}”.")
    site = fresh(request)
    window = window_of(request, site, conflict)
    if page == "contradictions":
        return contradictions(site, window, suffix, f"{conflict}-{page}")
    kinds = window.filter.kinds or KINDS[page]
    chosen = window.inside.only(*kinds) if kinds else window.inside
    return claim_file(site.catalogue.claim_rows(chosen, MOST), suffix, f"{conflict}-{page}")


def contradictions(site: Site, window: Window, suffix: str, name: str) -> Response:
    """The records as JSON; as a table or as features, one for each claim, with the record and why they exclude."""
    found = site.catalogue.records(window.conflict, "contradiction", MOST, window.first, window.last)
    if suffix == "json":
        return download(f"[{', '.join(made.model_dump_json() for made in found)}]", suffix, name)
    claims = {claim.id: claim for claim in site.catalogue.claims([member for made in found for member in made.members])}
    rows = [
        {"record": made.id, "why": getattr(made, "why", ""), **flat_row(claims[member])}
        for made in found
        for member in made.members
        if member in claims
    ]
    return row_file(rows, suffix, name)


@router.get("/reports.{suffix:suffix}", summary="Reports, as a file")
def reports_file(request: Request, suffix: str) -> Response:
    site = fresh(request)
    found = site.catalogue.report_rows(chosen_reports(request, site)[1], MOST)
    return row_file([report_row(row) for row in found], suffix, "reports")


def report_row(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in row.keys() if name != "body"}  # noqa: SIM118 - a row gives its values


@router.get("/reports/{id_}.{suffix:suffix}", summary="The claims of a report, as a file")
def report_file(request: Request, id_: str, suffix: str) -> Response:
    missing = f"No report “{id_}” with claims was read into this ledger."
    return filed(fresh(request), ClaimFilter(report=id_), suffix, f"report-{id_}", missing)


@router.get("/records/{id_}.{suffix:suffix}", summary="The claims of a record, as a file")
def record_file(request: Request, id_: str, suffix: str) -> Response:
    missing = f"No record “{id_}” stands in this ledger."
    return filed(fresh(request), ClaimFilter(record=id_), suffix, f"record-{id_}", missing)


@router.get("/actors/{name:path}.{suffix:suffix}", summary="Claims that an actor has a part in, as a file")
def actor_file(request: Request, name: str, suffix: str, part: str | None = None) -> Response:
    missing = f"“{name}” is never heard or named in these reports."
    return filed(fresh(request), ClaimFilter(actor=name, part=part), suffix, name, missing)


@router.get("/places/{name:path}.{suffix:suffix}", summary="Claims that name a place, as a file")
def place_file(request: Request, name: str, suffix: str) -> Response:
    missing = f"“{name}” is never named as a place in these reports."
    return filed(fresh(request), ClaimFilter(place=name), suffix, name, missing)


@router.get("/search.{suffix:suffix}", summary="Claims that hold all these words, as a file")
def search_file(
    request: Request, suffix: str, q: str, conflict: str | None = None, kind: str | None = None
) -> Response:
    site = fresh(request)
    known = site.conflict(conflict) if conflict else None
    chosen = kind if kind in CLAIM_KINDS else None
    rows = find_claims(site.catalogue, q, known, chosen, MOST, 0) if phrase_of(q) else []
    return claim_file(rows, suffix, "search")


@router.get("/review.{suffix:suffix}", summary="The queue of the review, as a file")
def queue_file(request: Request, suffix: str) -> Response:
    site = fresh(request)
    return claim_file(waiting(site.catalogue, queue_of(request, site), MOST), suffix, "review")
