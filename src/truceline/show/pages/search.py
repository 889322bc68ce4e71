"""``/search?q=``: words in reports, claims, actors and places, with the found words marked."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from truceline.ledger.catalogue.search import END, START, find_actors, find_claims, find_places, find_reports, phrase_of
from truceline.model.claim import CLAIM_KINDS
from truceline.show.sentences import Run
from truceline.show.site import OTHER, Site, site_of

router = APIRouter(include_in_schema=False)
AT_ONCE = 20
LONGEST = 200


@router.get("/search", response_class=HTMLResponse)
def search_page(
    request: Request,
    q: str = Query("", max_length=LONGEST),
    conflict: str | None = None,
    kind: str | None = None,
    skip: int = Query(0, ge=0),
) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    known = site.conflict(conflict) if conflict else None
    chosen = kind if kind in CLAIM_KINDS else None
    return site.keep(request, "search", lambda: context_of(site, q, conflict, known, chosen, skip))


def context_of(
    site: Site, q: str, address: str | None, conflict: str | None, kind: str | None, skip: int
) -> dict[str, Any]:
    catalogue = site.catalogue
    asked = bool(phrase_of(q))
    words = {"q": q, "conflict": address} if address else {"q": q}
    claims = find_claims(catalogue, q, conflict, kind, AT_ONCE, skip) if asked else []
    reports = find_reports(catalogue, q, conflict, AT_ONCE, skip) if asked else []
    return {
        "conflict": address,
        "other": OTHER,
        "q": q,
        "query": urlencode({**words, "kind": kind} if kind else words),
        "all_kinds": urlencode(words),
        "asked": asked,
        "kind": kind,
        "kinds": CLAIM_KINDS,
        "conflicts": site.conflicts(),
        "claims": [(row, marked(row["snippet"])) for row in claims],
        "reports": [(row, marked(row["snippet"])) for row in reports],
        "actors": find_actors(catalogue, q, AT_ONCE) if asked else [],
        "places": find_places(catalogue, q, AT_ONCE) if asked else [],
        "skip": skip,
        "at_once": AT_ONCE,
    }


def marked(snippet: str) -> list[Run]:
    runs: list[Run] = []
    for piece in snippet.split(START):
        found, end, rest = piece.partition(END)
        runs += [Run(found, "what"), Run(rest, "")] if end else [Run(piece, "")]
    return [run for run in runs if run.text]
