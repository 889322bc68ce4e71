"""``/``: the conflicts of the ledger. With one conflict the reader goes straight there."""

import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from truceline.ledger.catalogue.catalogue import Row
from truceline.ledger.catalogue.spans import spans_in
from truceline.show.figures.sketch import SKETCH_OF, Sketch, drawn_sketch
from truceline.show.links import OnSite
from truceline.show.site import OTHER, Site, site_of

router = APIRouter(include_in_schema=False)
SKETCHED = 60  # days


@router.get("/", response_class=HTMLResponse)
def home(request: Request) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    conflicts = site.conflicts()
    if len(conflicts) == 1:
        return RedirectResponse(OnSite(conflicts[0]["conflict"] or OTHER).page(), 303)
    return site.keep(
        request, "home", lambda: {"rows": [(row, sketch_of(site, row)) for row in conflicts], "other": OTHER}
    )


def sketch_of(site: Site, row: Row) -> Sketch | None:
    """The last days that were reported on; null where no day of publication is known."""
    if row["newest"] is None:
        return None
    last = datetime.date.fromisoformat(row["newest"])
    first = last - datetime.timedelta(days=SKETCHED - 1)
    return drawn_sketch(spans_in(site.catalogue, row["conflict"], SKETCH_OF, first, last), first, last)


@router.get("/enter", response_class=HTMLResponse)
def enter(request: Request, token: str = "") -> Response:
    """The address that ``truceline show`` prints: lets this browser write."""
    response = RedirectResponse("/", 303)
    if site_of(request).door.let_in(response, token):
        return response
    words = "This address is from an earlier start. Open the one that 'truceline show' printed last."
    return site_of(request).render(request, "fault", {"title": "Not let in", "words": words}, 403)
