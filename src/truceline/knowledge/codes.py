"""What exports write for a country: ISO 3166-1, Gleditsch-Ward and Correlates of War numbers; where an outlet sits."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from truceline.knowledge.files import SHIPPED
from truceline.knowledge.gazetteer import locations
from truceline.knowledge.names import table

FOLDER = SHIPPED / "countries"


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """``gw`` and ``cow`` are null for what those lists do not count as a state."""

    iso3: str
    iso_num: int | None
    name: str
    continent: str | None
    gw: int | None
    cow: int | None


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    kind: str
    iso3: str | None


@lru_cache(maxsize=1)
def _countries() -> dict[str, CountryCodes]:
    states = {row["iso3"]: row for row in table("state_codes.tsv", FOLDER)}
    return {
        row["iso3"]: CountryCodes(
            row["iso3"],
            _number(row["iso_num"]) or None,  # Kosovo has none
            row["name"],
            row["continent"] or None,
            _number(states.get(row["iso3"], {}).get("gw_code")),
            _number(states.get(row["iso3"], {}).get("cow_code")),
        )
        for row in table("codes.tsv", FOLDER)
    }


@dataclass(frozen=True, slots=True)
class EarlierState:
    """Whose numbers a country's ground had up to and with the day ``until``, before it was a state of its own."""

    until: datetime.date
    gw: int
    cow: int


@lru_cache(maxsize=1)
def _earlier() -> dict[str, list[EarlierState]]:
    """The earliest first. The days are Gleditsch and Ward's; those of Correlates of War differ by some months."""
    found: dict[str, list[EarlierState]] = {}
    for row in table("earlier_states.tsv", FOLDER):
        state = EarlierState(datetime.date.fromisoformat(row["until"]), int(row["gw_code"]), int(row["cow_code"]))
        found.setdefault(row["iso3"], []).append(state)
    return {iso3: sorted(states, key=lambda state: state.until) for iso3, states in found.items()}


def codes_of(iso3: str | None, on: datetime.date | None = None) -> CountryCodes | None:
    """The codes of a country by its ISO alpha-3; null for what is no country.

    ``on``: the day whose numbers of states are meant: a place in Kosovo had Yugoslavia's in 1999.
    """
    codes = _countries().get(iso3) if iso3 else None
    if codes is None or on is None:
        return codes
    before = next((state for state in _earlier().get(codes.iso3, ()) if on <= state.until), None)
    return replace(codes, gw=before.gw, cow=before.cow) if before else codes


def all_codes() -> Iterator[tuple[CountryCodes, datetime.date | None]]:
    """Every country with its numbers now (null), and with those it had up to a day."""
    for codes in sorted(_countries().values(), key=lambda codes: codes.iso3):
        for state in _earlier().get(codes.iso3, ()):
            yield replace(codes, gw=state.gw, cow=state.cow), state.until
        yield codes, None


@lru_cache(maxsize=1)
def _outlets() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in table("media.tsv", FOLDER):
        outlet = Outlet(row["name"], row["kind"], row["iso3"] or None)
        for name in (row["name"], row["domain"], *row["aliases"].split("|")):
            if name:
                found.setdefault(name.lower(), outlet)
    return found


def outlet_named(publisher: str | None) -> Outlet | None:
    """An outlet by name, alias or domain; null where the table does not know it."""
    if not publisher:
        return None
    return _outlets().get(publisher.lower().removeprefix("the ").removeprefix("www.")) or _outlets().get(
        publisher.lower()
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("admin1.tsv", FOLDER)}


def region_of(name: str | None, geonameid: int | None, country: str | None) -> str | None:
    """The first-order region that a known place lies in; null where the gazetteer does not say."""
    if not name or geonameid is None:
        return None
    for location in locations(name):
        if location.geonameid == geonameid:
            return location.name if location.feature_code == "ADM1" else _regions().get(f"{country}.{location.admin1}")
    return None
