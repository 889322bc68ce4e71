"""Places of a window: whole months from the counts that the catalogue keeps, single days at its edges from the claims.

Days are ISO texts. Undated claims belong to every window.
"""

from collections.abc import Iterator
from dataclasses import replace
from heapq import nsmallest
from typing import NamedTuple

from truceline.ledger.catalogue.catalogue import Catalogue, Row
from truceline.ledger.catalogue.filters import ClaimFilter, Where

NO_POINT = 999  # a latitude that no place has
KEPT = "SELECT place, lat, lon, min(precision), sum(n) FROM place_months"
SINGLE = f"""SELECT place, coalesce(lat, {NO_POINT}) AS lat, coalesce(lon, {NO_POINT}) AS lon,
    min(coalesce(precision, 9)), count(*) FROM claims"""  # noqa: S608 - a number of our own
Spot = tuple[str, float, float]


class PlaceCount(NamedTuple):
    """How many claims tell of a place; the finest exactness among them."""

    place: str
    lat: float | None
    lon: float | None
    precision: int
    n: int


def places_in(catalogue: Catalogue, chosen: ClaimFilter, first: str, last: str, most: int) -> list[PlaceCount]:
    """The most told-of first. What is historical is left out."""
    found: dict[Spot, tuple[int, int]] = {}
    for query, where in parts_in(replace(chosen, first=None, last=None), first, last):
        for place, lat, lon, precision, n in grouped(catalogue, query, where):
            exact, before = found.get((place, lat, lon), (precision, 0))
            found[place, lat, lon] = (min(exact, precision), before + n)
    ordered = nsmallest(most, found.items(), key=lambda item: (-item[1][1], item[0]))
    return [PlaceCount(place, known(lat), known(lon), exact, n) for (place, lat, lon), (exact, n) in ordered]


def grouped(catalogue: Catalogue, query: str, where: Where) -> list[Row]:
    """Windows that begin or end in the same month share the sums of the months between and of their common edge."""
    asked = f"{query}{where} GROUP BY place, lat, lon"
    return catalogue.once((asked, *where.values), lambda: catalogue.rows(asked, where.values))


def known(degrees: float) -> float | None:
    return None if degrees == NO_POINT else degrees


def parts_in(chosen: ClaimFilter, first: str, last: str) -> Iterator[tuple[str, Where]]:
    if not chosen.is_tallied or chosen.value is not None:
        yield SINGLE, placed(chosen, "(day IS NULL OR day BETWEEN ? AND ?)", first, last)
        return
    months = chosen.tallied()
    months.add("n > 0 AND (month = '' OR month > ? AND month < ?)", first[:7], last[:7])
    yield KEPT, months
    for edge in edges(first, last):
        yield SINGLE, placed(chosen, "day BETWEEN ? AND ?", *edge)


def edges(first: str, last: str) -> list[tuple[str, str]]:
    """The days that are no part of a whole month between."""
    if first[:7] == last[:7]:
        return [(first, last)]
    return [(first, f"{first[:7]}-31"), (f"{last[:7]}-01", last)]


def placed(chosen: ClaimFilter, days: str, first: str, last: str) -> Where:
    where = chosen.where()
    where.add("place IS NOT NULL AND coalesce(aux, '') <> 'historical'")
    where.add(days, first, last)
    return where


def unplaced_in(catalogue: Catalogue, chosen: ClaimFilter, first: str, last: str) -> int:
    """Claims that name no place."""
    if chosen.is_tallied:
        where, number = chosen.tallied(), "sum(n) FROM tallies"
        where.add("placed = 0 AND (day = '' OR day BETWEEN ? AND ?)", first, last)
    else:
        where, number = chosen.where(), "count(*) FROM claims"
        where.add("place IS NULL AND (day IS NULL OR day BETWEEN ? AND ?)", first, last)
    return catalogue.number(f"SELECT {number}{where}", where.values)
