"""``/``: the conflicts of the ledger. With one conflict the reader goes straight there."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from truceline.show.links import OnSite
from truceline.show.site import OTHER, site_of

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
def home(request: Request) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    conflicts = site.conflicts()
    if len(conflicts) == 1:
        return RedirectResponse(OnSite(conflicts[0]["conflict"] or OTHER).page(), 303)
    return site.keep(request, "home", lambda: {"conflicts": conflicts, "other": OTHER})


@router.get("/enter", response_class=HTMLResponse)
def enter(request: Request, token: str = "") -> Response:
    """The address that ``truceline show`` prints: lets this browser write."""
    response = RedirectResponse("/", 303)
    if site_of(request).door.let_in(response, token):
        return response
    words = "This address is from an earlier start. Open the one that 'truceline show' printed last."
    return site_of(request).render(request, "fault", {"title": "Not let in", "words": words}, 403)
