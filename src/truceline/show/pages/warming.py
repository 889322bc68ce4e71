"""The first pages of each conflict, made before somebody asks: the first look need not wait."""

from functools import partial

from fastapi import Request

from truceline.show.links import OnSite
from truceline.show.pages import lists, overview
from truceline.show.site import OTHER, Site
from truceline.show.window import window_of

MOST = 8  # conflicts


def warm(site: Site) -> None:
    """Overviews and tolls: what they read is what most other windows show too."""
    for row in site.conflicts()[:MOST]:
        conflict = row["conflict"] or OTHER
        window = window_of(asked(OnSite(conflict).page()), site, conflict)
        site.keep(asked(OnSite(conflict).page()), "overview", partial(overview.context_of, site, window))
        tolls = partial(lists.context_of, site, window, "tolls", 0, "")
        site.keep(asked(OnSite(conflict).page("tolls")), "tolls", tolls)


def asked(address: str) -> Request:
    return Request({"type": "http", "method": "GET", "path": address, "query_string": b"", "headers": []})
