"""What all pages share: the ledger, its catalogue, the templates, who may write."""

import threading
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from truceline.ledger.catalogue.catalogue import Catalogue, Row
from truceline.ledger.catalogue.memory import OfVersion
from truceline.ledger.ledger import Ledger
from truceline.show.links import OnSite, actor_link, place_link
from truceline.show.report import environment
from truceline.show.security import Doorkeeper
from truceline.show.wording import (
    change_words,
    conflict_title,
    counted,
    day,
    days_in_words,
    figure,
    names,
    plain,
    when,
    where,
    who,
)

KEPT_STANDINGS = 24  # each with up to a thousand claims
KEPT_PAGES = 400  # rendered pages kept in memory; the largest overview has 400 kB
PAGES = ("timeline", "tolls", "truces", "talks", "map", "contradictions")
OTHER = "other"  # how the address names reports of no known conflict


class Site:
    """``rejoin`` reconciles the ledger after a judgement, in its own time."""

    def __init__(self, ledger: Ledger, door: Doorkeeper, rejoin: Callable[[], object] | None = None) -> None:
        self.ledger = ledger
        self.door = door
        self.rejoin = rejoin
        self.catalogue = Catalogue(ledger)
        self.templates = site_environment()
        self.pages = OfVersion(KEPT_PAGES)
        self.standings = OfVersion(KEPT_STANDINGS)
        self.timer: threading.Timer | None = None

    def render(self, request: Request, template: str, context: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """A page that depends on who is there; never kept."""
        conflict = context.get("conflict")
        text = self.templates.get_template(f"site/{template}.html.jinja").render(
            {
                "links": OnSite(conflict or OTHER),
                "conflict": None,
                "here": None,
                "form_key": self.door.form_key(request),
                "may_write": self.door.may_write(request),
                "coder": self.door.name_of(request),
                **context,
            }
        )
        return HTMLResponse(text, status)

    def keep(self, request: Request, template: str, make: Callable[[], Mapping[str, Any]]) -> Response:
        """A page that is the same for everybody: made once for each version of the ledger, as last looked at.

        The browser may keep it too, and asks each time whether it still stands.
        """
        version = self.catalogue.version
        headers = {"ETag": f'"{self.door.mark}-{version}"', "Cache-Control": "private, no-cache"}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        key = f"{request.url.path}?{request.url.query}"
        page = self.pages.get(version, key, lambda: self._text(template, make()).encode())
        return HTMLResponse(page, headers=headers)

    def _text(self, template: str, context: Mapping[str, Any]) -> str:
        links = OnSite(context.get("conflict") or OTHER)
        shared = {"links": links, "conflict": None, "here": None}
        return self.templates.get_template(f"site/{template}.html.jinja").render({**shared, **context})

    def conflicts(self) -> list[Row]:
        """Counted once for each version of the ledger."""
        return self.catalogue.once("conflicts", self.catalogue.conflicts)

    def conflict(self, name: str) -> str:
        """The catalogue's word for a conflict of an address. Raises 404 with words."""
        known = "" if name == OTHER else name
        if not any(row["conflict"] == known for row in self.conflicts()):
            raise HTTPException(404, f"No report in this ledger was read under “{name}”.")
        return known


def site_environment() -> Environment:
    made = environment()
    made.globals.update(
        change_words=change_words, days_in_words=days_in_words,
        who=who, when=when, where=where, names=names, day=day, counted=counted, figure=figure, plain=plain,
        actor_link=actor_link, place_link=place_link, conflict_title=conflict_title,
        pages=PAGES,
    )  # fmt: skip
    return made


def site_of(request: Request) -> Site:
    site: Site = request.app.state.site
    return site
