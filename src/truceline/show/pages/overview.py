"""``/c/{conflict}``: where things stand, the truce line, tolls, talks, places, contradictions."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from truceline.model.record import RecordKind
from truceline.show.page import Part
from truceline.show.since import since_rows
from truceline.show.site import Site, site_of
from truceline.show.window import Window, parties_of, standing_in, window_of
from truceline.show.window_map import place_maps
from truceline.show.wording import conflict_title

router = APIRouter(include_in_schema=False)
FIRST_PANELS, FIRST_TALKS, FIRST_PAIRS = 1, 6, 2
LOOKED_AT: dict[RecordKind, int] = {"ceasefire_process": 40, "talks_round": 40, "toll_series": 6, "contradiction": 4}


@router.get("/c/{conflict}", response_class=HTMLResponse)
def overview(request: Request, conflict: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    window = window_of(request, site, conflict)
    return site.keep(request, "overview", lambda: context_of(site, window))


def context_of(site: Site, window: Window) -> dict[str, Any]:
    standing = standing_in(site, window, LOOKED_AT)
    parties = parties_of(site, window.conflict)
    since, changes = since_rows(site.catalogue, window.conflict)
    numbers = {
        kind: site.catalogue.record_count(kind, window.conflict, window.first, window.last) for kind in LOOKED_AT
    }
    return {
        "numbers": numbers,
        "conflict": window.address,
        "here": "overview",
        "window": window,
        "title": conflict_title(window.conflict),
        "counts": counts_of(site, window),
        "part": Part(conflict_title(window.conflict), "part", standing, parties, numbers),
        "maps": place_maps(site.catalogue, window, parties),
        "since": since,
        "changes": changes,
        "first_panels": FIRST_PANELS,
        "first_talks": FIRST_TALKS,
        "first_pairs": FIRST_PAIRS,
    }


def counts_of(site: Site, window: Window) -> dict[str, Any]:
    row = next(row for row in site.conflicts() if row["conflict"] == window.conflict)
    looked_at = 100 * (row["claims"] - row["open"]) // max(1, row["claims"])
    return {**dict(row), "looked_at": looked_at}
