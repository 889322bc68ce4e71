"""The pages of a conflict beside its overview: timeline, tolls, truces, talks, map, contradictions, the day's brief."""

import datetime
from typing import Any, get_args

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse

from truceline.model.claim import CLAIM_KINDS
from truceline.model.claims.casualties import Harm
from truceline.model.record import RecordKind
from truceline.show.figures.lanes import Lanes, lanes_of
from truceline.show.figures.place_map import FIGHTING_KINDS
from truceline.show.figures.truce_line import narrowed
from truceline.show.page import Part
from truceline.show.since import changes_since
from truceline.show.site import Site, site_of
from truceline.show.standing import Standing
from truceline.show.window import MOST_TOLLS, Window, parties_of, records_of, standing_in, window_of
from truceline.show.window_days import told_by_day
from truceline.show.window_map import place_maps
from truceline.show.wording import conflict_title

router = APIRouter(include_in_schema=False)
AT_ONCE = 50
# Of one kind in one picture, the newest; a figure with more cannot be read, and the lists have all of them.
RECORDS: dict[str, dict[RecordKind, int]] = {
    "timeline": {"ceasefire_process": 40, "talks_round": 40},
    "tolls": {"toll_series": 12},
    "truces": {"ceasefire_process": 40},
    "talks": {"talks_round": 40},
    "map": {},
    "contradictions": {"contradiction": 20},
}
KINDS: dict[str, tuple[str, ...]] = {
    "timeline": (),
    "tolls": ("casualties",),
    "truces": ("ceasefire",),
    "talks": ("talks",),
    "map": FIGHTING_KINDS,
}


RECORD_WORDS: dict[RecordKind, str] = {
    "ceasefire_process": "truces", "talks_round": "rounds of talks", "toll_series": "tolls",
    "contradiction": "contradictions",
}  # fmt: skip


@router.get("/c/{conflict}/since/{day}", response_class=HTMLResponse)
def since_page(request: Request, conflict: str, day: datetime.date) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    known = site.conflict(conflict)
    return site.keep(
        request,
        "since",
        lambda: {"conflict": conflict, "day_": day, "changes": changes_since(site.catalogue, known, day, 200)},
    )


@router.get("/c/{conflict}/{page}", response_class=HTMLResponse)
def list_page(request: Request, conflict: str, page: str, skip: int = Query(0, ge=0)) -> Response:
    if page not in RECORDS:
        raise HTTPException(404, f"There is no page “{page}” of a conflict.")
    site = site_of(request)
    site.catalogue.fresh()
    window = window_of(request, site, conflict)
    return site.keep(request, page, lambda: context_of(site, window, page, skip, request.url.query))


def context_of(site: Site, window: Window, page: str, skip: int, query: str) -> dict[str, Any]:
    standing = standing_in(site, window, RECORDS[page])
    parties = parties_of(site, window.conflict)
    return {
        "conflict": window.address,
        "here": page,
        "left_out": left_out(site, window, RECORDS[page]),
        "window": window,
        "title": conflict_title(window.conflict),
        "part": Part(conflict_title(window.conflict), "part", standing, parties),
        "kinds": CLAIM_KINDS,
        "harms": get_args(Harm) if page == "tolls" else (),
        "holders": dict(parties.key()),
        "maps": place_maps(site.catalogue, window, parties) if page == "map" else [],
        "lanes": lanes_in(site, window, standing) if page == "timeline" else [],
        **list_of(site, window, page, skip, query),
    }


def lanes_in(site: Site, window: Window, standing: Standing) -> list[Lanes]:
    """For a small and for a large screen; none where no day is known."""
    if window.days is None:
        return []
    first, last = window.days
    chosen, kinds = window.inside, window.filter.kinds
    wide = lanes_of(told_by_day(site.catalogue, chosen, first, last), standing, kinds)
    late = narrowed(window.days, 0).first
    narrow = lanes_of(told_by_day(site.catalogue, chosen, late, last), standing, kinds, narrow=True)
    return [lanes for lanes in (narrow, wide) if lanes is not None]


def left_out(site: Site, window: Window, most: dict[RecordKind, int]) -> str:
    """In words, what the figures of the page do not draw; empty where they draw all."""
    found = {kind: number_of(site, window, kind) for kind in most}
    more = [
        f"the newest {most[kind]} of {found[kind]:,} {RECORD_WORDS[kind]}" for kind in most if found[kind] > most[kind]
    ]
    return f"Drawn are {' and '.join(more)} in this window. Choose fewer days to see the others." if more else ""


def number_of(site: Site, window: Window, kind: RecordKind) -> int:
    if kind == "toll_series" and window.filter.value is not None:
        return len(records_of(site.catalogue, window, kind, MOST_TOLLS))
    return site.catalogue.record_count(kind, window.conflict, window.first, window.last)


def list_of(site: Site, window: Window, page: str, skip: int, query: str) -> dict[str, Any]:
    """The claims under the figure, fifty at a time."""
    if page not in KINDS:
        return {"rows": [], "total": 0, "skip": 0, "at_once": AT_ONCE, "more": "?"}
    chosen = window.inside if page == "timeline" or window.filter.kinds else window.inside.only(*KINDS[page])
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("skip="))
    return {
        "rows": site.catalogue.claim_rows(chosen, AT_ONCE, skip),
        "total": site.catalogue.count(chosen),
        "skip": skip,
        "at_once": AT_ONCE,
        "more": f"?{kept}&" if kept else "?",
    }
