"""``/reports`` and ``/reports/{id}``: what was read, with every claim marked and what was left out folded."""

from typing import Any

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.model.claim import CLAIM_KINDS
from truceline.show.page import claim_row
from truceline.show.site import OTHER, Site, site_of
from truceline.show.standing import Standing
from truceline.show.story import story_of

router = APIRouter(include_in_schema=False)
AT_ONCE = 50
MOST_CLAIMS = 2000


@router.get("/reports", response_class=HTMLResponse)
def report_list(request: Request, conflict: str | None = None, skip: int = Query(0, ge=0)) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    known = site.conflict(conflict) if conflict else None
    return site.keep(request, "reports", lambda: list_context(site, conflict, known, skip))


def list_context(site: Site, conflict: str | None, known: str | None, skip: int) -> dict[str, Any]:
    own, values = (" WHERE conflict = ?", [known]) if known is not None else ("", [])
    return {
        "conflict": conflict,
        "here": "reports",
        "rows": site.catalogue.report_rows(known, AT_ONCE, skip),
        "total": site.catalogue.number(f"SELECT count(*) FROM reports{own}", values),  # noqa: S608
        "skip": skip,
        "at_once": AT_ONCE,
    }


@router.get("/reports/{id_}", response_class=HTMLResponse)
def report_page(request: Request, id_: str) -> HTMLResponse:
    site = site_of(request)
    site.catalogue.fresh()
    if site.catalogue.one("SELECT id FROM reports WHERE id = ?", [id_]) is None:
        raise HTTPException(404, f"No report “{id_}” was read into this ledger.")
    context = report_context(site, id_)
    return site.render(request, "report", context)


def report_context(site: Site, id_: str) -> dict[str, Any]:
    report = site.catalogue.report(id_)
    if report is None:
        raise HTTPException(404, f"No report “{id_}” was read into this ledger.")
    rows = site.catalogue.claim_rows(ClaimFilter(report=id_), MOST_CLAIMS)
    claims = sorted(site.catalogue.claims([row["id"] for row in rows]), key=lambda c: (c.evidence.start, c.kind))
    about = Standing([report], claims, [])
    conflict = rows[0]["conflict"] if rows else ""
    copies = site.catalogue.rows("SELECT id, title, publisher FROM reports WHERE copy_of = ?", [id_])
    return {
        "conflict": conflict or OTHER,
        "here": "reports",
        "report": report,
        "story": story_of(report, claims),
        "claims": [claim_row(claim, report, about) for claim in claims],
        "copies": copies,
        "kinds": CLAIM_KINDS,
    }
