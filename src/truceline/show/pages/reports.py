"""``/reports`` and ``/reports/{id}``: what was read, with every claim marked and what was left out folded."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from truceline.ledger.catalogue.filters import ClaimFilter, Where
from truceline.model.claim import CLAIM_KINDS
from truceline.show.page import claim_row
from truceline.show.site import OTHER, Site, site_of
from truceline.show.standing import Standing
from truceline.show.story import story_of
from truceline.show.window import day_in

router = APIRouter(include_in_schema=False)
AT_ONCE = 50
MOST_CLAIMS = 2000


@router.get("/reports", response_class=HTMLResponse)
def report_list(request: Request, skip: int = Query(0, ge=0)) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    words, where = chosen_reports(request, site)
    return site.keep(request, "reports", lambda: list_context(site, words, where, skip))


def chosen_reports(request: Request, site: Site) -> tuple[dict[str, str], Where]:
    """What the address narrows the list by: its words, and the same for the catalogue."""
    asked = {name: request.query_params.get(name, "") for name in ("conflict", "from", "to", "publisher")}
    words = {name: value for name, value in asked.items() if value}
    where = Where()
    where.equal("conflict", site.conflict(words["conflict"]) if "conflict" in words else None)
    where.days("published", day_in(request, "from"), day_in(request, "to"))
    where.equal("publisher", words.get("publisher"))
    return words, where


def list_context(site: Site, words: dict[str, str], where: Where, skip: int) -> dict[str, Any]:
    return {
        "conflict": words.get("conflict"),
        "here": "reports",
        "words": words,
        "query": urlencode(words),
        "rows": site.catalogue.report_rows(where, AT_ONCE, skip),
        "total": site.catalogue.number(f"SELECT count(*) FROM reports{where}", where.values),  # noqa: S608
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
    asked = request.query_params.get("words")
    reworded = next((claim for claim in context["claims"] if claim.id == asked), None)
    return site.render(request, "report", {**context, "reworded": reworded})


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
