"""``/c/{conflict}/explore``: count claims by day, kind and value as the reader likes; drawn in the browser."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from truceline.ledger.catalogue.filters import Where
from truceline.model.claim import CLAIM_KINDS
from truceline.show.pages.api import Conflict, known_conflict
from truceline.show.site import Site, site_of
from truceline.show.window import Window, day_in, window_of
from truceline.show.wording import conflict_title

router = APIRouter()
CHOICES: dict[str, dict[str, str]] = {
    "of": {"": "all kinds", **{kind: kind for kind in CLAIM_KINDS}},
    "by": {"kind": "kind of claim", "value": "what it says (killed, agreed, held …)"},
    "unit": {"day": "day", "week": "week", "month": "month"},
    "mark": {"bar": "bars", "line": "steps"},
    "rows": {"": "one picture", "kind": "one for each kind", "value": "one for each value"},
    "told": {"": "day told of, else of publication", "1": "told of one day, as come to pass"},
}


class Tally(BaseModel):
    """``told``: the day is one that the claims tell of as come to pass; else they may be of any day near it."""

    day: str
    kind: str
    value: str
    told: bool
    claims: int


class Tallies(BaseModel):
    rows: list[Tally]


@router.get("/api/tallies", summary="Numbers of claims by day, kind and value")
def tallies(
    request: Request, conflict: Conflict, kind: Annotated[str | None, Query(description="Of one kind only.")] = None
) -> Tallies:
    site = site_of(request)
    site.catalogue.fresh()
    where = Where()
    where.equal("conflict", known_conflict(conflict) or "")
    where.equal("kind", kind)
    where.add("day <> '' AND n > 0")
    where.days("day", day_in(request, "from"), day_in(request, "to"))
    query = f"""SELECT day, kind, value, told, sum(n) AS claims FROM tallies{where}
        GROUP BY day, kind, value, told ORDER BY day"""  # noqa: S608
    return Tallies(rows=[Tally(**dict(row)) for row in site.catalogue.rows(query, where.values)])


@router.get("/c/{conflict}/explore", response_class=HTMLResponse, include_in_schema=False)
def explore_page(request: Request, conflict: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    window = window_of(request, site, conflict)
    return site.keep(request, "explore", lambda: context_of(request, site, window))


def context_of(request: Request, site: Site, window: Window) -> dict[str, Any]:
    asked = {name: request.query_params.get(name) for name in CHOICES}
    chosen = {name: asked[name] if asked[name] in values else next(iter(values)) for name, values in CHOICES.items()}
    return {
        "conflict": window.address,
        "here": "timeline",
        "title": conflict_title(window.conflict),
        "window": window,
        "choices": CHOICES,
        "chosen": chosen,
        "names": {"of": "count", "by": "colour", "unit": "each", "mark": "as", "rows": "in", "told": "days"},
        "rows_at": {"conflict": window.address, "from": window.first, "to": window.last},
    }
