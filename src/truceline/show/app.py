"""The web application: one ledger, read by everybody on this machine, written by whoever holds the token."""

import logging
from collections.abc import Awaitable, Callable
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from truceline.errors import LedgerFault
from truceline.ledger.ledger import Ledger
from truceline.show.pages import (
    actors,
    api,
    claims,
    explore,
    files,
    home,
    judging,
    keys,
    lists,
    overview,
    records,
    regroup,
    reports,
    review,
    search,
)
from truceline.show.security import Doorkeeper, Next
from truceline.show.site import Site

log = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
PAGES = (
    files,  # before the pages whose addresses it ends
    home,
    overview,
    search,
    records,
    claims,
    reports,
    judging,
    regroup,
    review,
    actors,
    keys,
    api,
    explore,
    lists,
)
HEADS = {403: "Not allowed", 404: "Not here", 405: "Not here", 409: "Somebody was faster", 422: "Not understood"}


def create_app(ledger: Ledger, door: Doorkeeper, rejoin: Callable[[], object] | None = None) -> FastAPI:
    """``rejoin`` reconciles the ledger after a judgement; without it records follow with the next run."""
    app = FastAPI(
        title="truceline",
        version=version("truceline"),
        description="What reports say of a war and its truces, with their words. Read only.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.site = Site(ledger, door, rejoin)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for page in PAGES:
        app.include_router(page.router)
    add_faults(app, app.state.site)
    return app


def add_faults(app: FastAPI, site: Site) -> None:
    """Every error is a page with words, or JSON where data was asked for; never a trace."""

    async def told(request: Request, error: Exception) -> Response:
        status, words = words_of(error)
        if wants_data(request):
            return JSONResponse({"detail": words}, status)
        return site.render(request, "fault", {"title": HEADS.get(status, "That did not work"), "words": words}, status)

    async def guarded(request: Request, call_next: Next) -> Response:
        async def answer(request: Request) -> Response:
            try:
                return await call_next(request)
            except Exception as error:
                log.exception("%s failed", request.url.path, exc_info=error)
                return await told(request, error)

        return await site.door.guard(request, answer)

    app.middleware("http")(guarded)
    handler: Callable[[Request, Exception], Awaitable[Response]] = told
    for kind in (HTTPException, RequestValidationError, LedgerFault):
        app.add_exception_handler(kind, handler)


def words_of(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        unsaid = error.detail in {"Not Found", "Method Not Allowed"}
        return error.status_code, "There is no page at this address." if unsaid else str(error.detail)
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return 422, f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}"
    if isinstance(error, LedgerFault):
        return 503, f"{error}. Nothing is lost; try again."
    return 500, "The program failed on this page. The ledger was not changed; the terminal has the reason."


def wants_data(request: Request) -> bool:
    return request.url.path.startswith("/api/") or request.url.path.endswith((".json", ".csv", ".geojson"))
