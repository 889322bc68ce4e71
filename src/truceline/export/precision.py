"""How exactly something is dated and placed, in UCDP's steps, from which the other conventions are derived."""

import datetime
from collections.abc import Iterable

from truceline.model.when import Date
from truceline.model.where import Place

WEEK = 7
MONTH = 31  # days: the most that ACLED and UCDP call a month


def span_days(date: Date | None) -> int | None:
    """How many days the date can be, both ends counted; null where no day can be given."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    return (date.latest - date.earliest).days + 1


def agreed_date(dates: Iterable[Date | None]) -> Date | None:
    """The narrowest date, if all others can mean it, too; else all the days that any of them can be: it is disputed."""
    known = [date for date in dates if date and date.earliest and date.latest]
    if not known:
        return None
    narrow = min(known, key=lambda date: (span_days(date) or 0, str(date.earliest)))
    first, last = min(str(date.earliest) for date in known), max(str(date.latest) for date in known)
    if all(overlap(narrow, date) for date in known):
        return narrow
    return Date(
        raw="; ".join(dict.fromkeys(date.raw for date in known)), edtf=f"[{first}..{last}]",
        earliest=datetime.date.fromisoformat(first), latest=datetime.date.fromisoformat(last), precision="range",
        resolution="inferred", rule="disputed: all days that the claims give",
    )  # fmt: skip


def first_date(dates: Iterable[Date | None]) -> Date | None:
    """The earliest, as narrow as any other gives it: what holds on a later day, too, is no contradiction."""
    known = [date for date in dates if date and date.earliest and date.latest]
    if not known:
        return None
    first = min(known, key=lambda date: (str(date.latest), str(date.earliest)))
    return min((date for date in known if overlap(first, date)), key=lambda date: span_days(date) or 0)


def overlap(one: Date, other: Date) -> bool:
    return str(one.earliest) <= str(other.latest) and str(other.earliest) <= str(one.latest)


def date_prec(date: Date | None) -> int | None:
    """UCDP GED: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 more."""
    days = span_days(date)
    if days is None:
        return None
    return 1 if days == 1 else 2 if days < WEEK else 3 if days == WEEK else 4 if days <= MONTH else 5


def time_precision(date: Date | None) -> int | None:
    """ACLED: 1 the day, 2 the week, 3 the month; null for more, which ACLED cannot hold."""
    prec = date_prec(date)
    return {1: 1, 2: 2, 3: 2, 4: 3}.get(prec) if prec else None


def geo_precision(place: Place | None) -> int | None:
    """ACLED: 1 the town, 2 near a town, 3 a larger region; null for a whole country or water."""
    return {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}.get(place.precision) if place and place.precision else None


def has_point(place: Place | None) -> bool:
    return place is not None and place.lat is not None and place.lon is not None


def priogrid(lat: float, lon: float) -> int:
    """The PRIO-GRID cell (Tollefsen, Strand & Buhaug 2012): half-degree cells numbered from 90 S 180 W, row by row."""
    row, column = int((min(lat, 89.99) + 90) * 2), int((min(lon, 179.99) + 180) * 2)
    return row * 720 + column + 1
