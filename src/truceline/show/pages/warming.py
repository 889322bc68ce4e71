"""The first pages of each conflict, made before somebody asks: the first look need not wait."""

from functools import partial

from fastapi import Request

from truceline.show.links import OnSite
from truceline.show.pages import lists, overview
from truceline.show.site import OTHER, Site
from truceline.show.window import window_of

MOST = 8  # conflicts


def warm(site: Site) -> None:
    """Overviews of the usual days and of all days, and tolls: what they read is what most other windows show too."""
    for row in site.conflicts()[:MOST]:
        conflict = row["conflict"] or OTHER
        links = OnSite(conflict)
        look(site, conflict, links.page(), "overview")
        look(site, conflict, links.page(**{"from": row["first"]}), "overview")
        look(site, conflict, links.page("tolls"), "tolls")


def look(site: Site, conflict: str, address: str, page: str) -> None:
    request = asked(address)
    window = window_of(request, site, conflict)
    made = overview.context_of if page == "overview" else partial(lists.context_of, page=page, skip=0, query="")
    site.keep(request, page, lambda: made(site, window))


def asked(address: str) -> Request:
    path, _, query = address.partition("?")
    return Request({"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []})
