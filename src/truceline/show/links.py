"""Where a mark leads: inside the mailed file, or to a page of the site."""

import datetime
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote, urlencode


class Links(Protocol):
    def claim(self, id_: str) -> str: ...
    def record(self, id_: str, claim: str) -> str: ...
    def days(self, kind: str, first: datetime.date, last: datetime.date, claim: str = "") -> str: ...
    def published(self, first: datetime.date, last: datetime.date, report: str = "") -> str: ...
    def actor(self, name: str, claim: str) -> str: ...
    def place(self, name: str, claim: str) -> str: ...


class InFile:
    """Everything is on the one page: a mark leads to its claim's words."""

    def claim(self, id_: str) -> str:
        return f"#c-{id_}"

    def record(self, id_: str, claim: str) -> str:
        return f"#c-{claim}"

    def days(self, kind: str, first: datetime.date, last: datetime.date, claim: str = "") -> str:
        return f"#c-{claim}"

    def published(self, first: datetime.date, last: datetime.date, report: str = "") -> str:
        return f"#r-{report}"

    def actor(self, name: str, claim: str) -> str:
        return f"#c-{claim}"

    def place(self, name: str, claim: str) -> str:
        return f"#c-{claim}"


@dataclass(frozen=True, slots=True)
class OnSite:
    """``conflict`` is the part of the address that names it."""

    conflict: str

    def claim(self, id_: str) -> str:
        return f"/claims/{id_}"

    def record(self, id_: str, claim: str) -> str:
        return f"/records/{id_}"

    def days(self, kind: str, first: datetime.date, last: datetime.date, claim: str = "") -> str:
        """The list of what is told of these days."""
        return f"/c/{quoted(self.conflict)}/timeline?kind={kind}&from={first}&to={last}"

    def published(self, first: datetime.date, last: datetime.date, report: str = "") -> str:
        """The list of what was published on these days."""
        return f"/reports?conflict={quoted(self.conflict)}&from={first}&to={last}"

    def actor(self, name: str, claim: str) -> str:
        return actor_link(name)

    def place(self, name: str, claim: str) -> str:
        return place_link(name)

    def page(self, name: str = "", **filters: object) -> str:
        address = f"/c/{quoted(self.conflict)}" + (f"/{name}" if name else "")
        chosen = {key: value for key, value in filters.items() if value not in (None, "", ())}
        return f"{address}?{urlencode(chosen, doseq=True)}" if chosen else address


@lru_cache(maxsize=1000)
def quoted(name: str) -> str:
    return quote(name, safe="")


def actor_link(name: str) -> str:
    return f"/actors/{quoted(name)}"


def place_link(name: str) -> str:
    return f"/places/{quoted(name)}"
