"""``/actors/{name}`` and ``/places/{name}``: what one of them says, does, suffers; what is told of a place."""

from typing import Any

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.show.site import OTHER, Site, site_of

router = APIRouter(include_in_schema=False)
OF_EACH = 8
AT_ONCE = 50
PART_WORDS = {
    "says": "What it says", "wants": "What it demands, offers, refuses", "does": "What it is said to do",
    "receives": "What is said to be done to it", "meets": "Whom it is said to meet", "mediates": "Where it mediates",
    "hosts": "What it hosts", "party": "Truces it is a party to", "blamed": "What it is blamed for",
    "loses": "Its losses, as counted", "holds": "What it is said to hold",
    "held before": "What it is said to have lost",
    "asked": "What it is asked for",
}  # fmt: skip


@router.get("/actors/{name:path}", response_class=HTMLResponse)
def actor_page(request: Request, name: str, part: str | None = None, skip: int = Query(0, ge=0)) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    if not site.catalogue.number("SELECT count(*) FROM actors WHERE name = ? COLLATE NOCASE", [name]):
        raise HTTPException(404, f"“{name}” is never heard or named in these reports.")
    chosen = part if part in PART_WORDS else None
    return site.keep(request, "actor", lambda: actor_context(site, name, chosen, skip))


def actor_context(site: Site, name: str, part: str | None, skip: int) -> dict[str, Any]:
    query = """SELECT part, count(*) AS n, min(conflict) AS conflict FROM actors
        WHERE name = ? COLLATE NOCASE GROUP BY part"""
    counts = {row["part"]: row for row in site.catalogue.rows(query, [name])}
    shown = [part] if part else [known for known in PART_WORDS if known in counts]
    most = AT_ONCE if part else OF_EACH
    sections = [
        (known, PART_WORDS[known], counts[known]["n"], site.catalogue.claim_rows(of_part(name, known), most, skip))
        for known in shown
        if known in counts
    ]
    conflict = next(iter(counts.values()))["conflict"]
    return {"conflict": conflict or OTHER, "name": name, "sections": sections, "part": part, "skip": skip,
            "at_once": AT_ONCE, "silent": "says" not in counts}  # fmt: skip


def of_part(name: str, part: str) -> ClaimFilter:
    return ClaimFilter(actor=name, part=part)


@router.get("/places/{name:path}", response_class=HTMLResponse)
def place_page(request: Request, name: str, skip: int = Query(0, ge=0)) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    row = site.catalogue.one(
        """SELECT conflict, min(precision) AS precision, lat, lon, count(*) AS n FROM claims
        WHERE place = ? GROUP BY conflict ORDER BY n DESC""",
        [name],
    )
    if row is None:
        raise HTTPException(404, f"“{name}” is never named as a place in these reports.")
    return site.keep(request, "place", lambda: place_context(site, name, dict(row), skip))


def place_context(site: Site, name: str, row: dict[str, Any], skip: int) -> dict[str, Any]:
    chosen = ClaimFilter(place=name)
    return {
        "conflict": row["conflict"] or OTHER,
        "name": name,
        "row": row,
        "holding": site.catalogue.claim_rows(chosen.only("territory"), 20),
        "rows": site.catalogue.claim_rows(chosen, AT_ONCE, skip),
        "total": site.catalogue.count(chosen),
        "skip": skip,
        "at_once": AT_ONCE,
    }
