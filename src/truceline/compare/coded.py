"""One coded row, whichever of the three conventions it was written in."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from truceline.compare.coded_table import coded_rows
from truceline.errors import NotText

Convention = Literal["acled", "ucdp", "eth_prio"]
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Coded:
    """What the three conventions share. ``low`` and ``high`` are null where no figure is given."""

    id: str
    first: datetime.date | None
    last: datetime.date | None
    place: str
    point: tuple[float, float] | None
    actors: tuple[str, ...]
    low: int | None
    high: int | None
    note: str


# Which column holds what, by convention; the first that is filled counts.
ACTORS = {
    "acled": ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"),
    "ucdp": ("side_a", "side_b"),
    "eth_prio": ("actor_name",),
}
PLACE = {"acled": "location", "ucdp": "where_coordinates", "eth_prio": "location"}
REQUIRED: dict[str, tuple[str, ...]] = {
    "acled": ("event_date", "actor1"),
    "ucdp": ("date_start", "side_a"),
    "eth_prio": ("actor_name", "cf_dec_yr"),
}
IDS = {"acled": ("event_id_cnty", "data_id"), "ucdp": ("id",), "eth_prio": ("uniq_id", "id")}
NOTES = {"acled": ("notes",), "ucdp": ("source_article", "source_headline"), "eth_prio": ("evidence_onset", "comment")}


def read_coded(file: Path, convention: Convention) -> list[Coded]:
    """The rows of a CSV in one convention; of ceasefires all rows of one as one.

    Raises CannotRead, which names file, row and column.
    """
    made = [coded(row, convention, where) for where, row in coded_rows(file, REQUIRED, convention)]
    return truces(made) if convention == "eth_prio" else made


def truces(rows: list[Coded]) -> list[Coded]:
    """One row a ceasefire, with all its actors: the data have one row an actor."""
    found: dict[str, Coded] = {}
    for row in rows:
        seen = found.setdefault(row.id, row)
        if seen is not row:
            found[row.id] = replace(seen, actors=tuple(dict.fromkeys((*seen.actors, *row.actors))))
    return list(found.values())


def coded(row: dict[str, str], convention: Convention, where: str) -> Coded:
    first, last = days(row, convention, where)
    low, high = figures(row, convention, where)
    return Coded(
        id=id_of(row, convention) or where,
        first=first,
        last=last,
        place=row.get(PLACE[convention]) or "",
        point=point(row, where),
        actors=tuple(actors(row, convention)),
        low=low,
        high=high,
        note=next((row[name] for name in NOTES[convention] if row.get(name)), ""),
    )  # fmt: skip


def point(row: dict[str, str], where: str) -> tuple[float, float] | None:
    if not (row.get("latitude") and row.get("longitude")):
        return None
    latitude, longitude = number(row["latitude"], where), number(row["longitude"], where)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise NotText(where, f"latitude {latitude:g}, longitude {longitude:g} is no place on earth")
    return latitude, longitude


def id_of(row: dict[str, str], convention: Convention) -> str | None:
    """A ceasefire's number holds within its country."""
    if convention == "eth_prio" and row.get("cf_id"):
        return "-".join(part for part in (row.get("cc"), row["cf_id"]) if part)
    return next((row[name] for name in IDS[convention] if row.get(name)), None)


def actors(row: dict[str, str], convention: Convention) -> Iterator[str]:
    for column in ACTORS[convention]:
        yield from (name.strip() for name in (row.get(column) or "").split(";") if name.strip())


def days(row: dict[str, str], convention: Convention, where: str) -> tuple[datetime.date | None, datetime.date | None]:
    if convention == "acled":
        on = day(row.get("event_date", ""), where)
        return on, on
    if convention == "ucdp":
        first = row.get("date_start", "")
        return day(first, where), day(row.get("date_end") or first, where)
    spans = [span for name in ("cf_dec", "cf_effect") if (span := truce_days(row, name, where))[0]]
    return (spans[0][0], spans[-1][1]) if spans else (None, None)


def truce_days(row: dict[str, str], prefix: str, where: str) -> tuple[datetime.date | None, datetime.date | None]:
    parts = [whole_number(row.get(f"{prefix}_{part}") or "-1", where) for part in ("yr", "month", "day")]
    try:
        return whole(*parts)
    except ValueError as error:
        raise NotText(where, f"{prefix}_yr, _month and _day {parts} are no day") from error


def whole(year: int, month: int, day_: int) -> tuple[datetime.date | None, datetime.date | None]:
    """The days that a year, month and day, each possibly not stated (-1 or 0), can mean."""
    if year <= 0:
        return None, None
    if month <= 0:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day_ <= 0:
        after = datetime.date(year + month // 12, month % 12 + 1, 1)
        return datetime.date(year, month, 1), after - datetime.timedelta(days=1)
    return datetime.date(year, month, day_), datetime.date(year, month, day_)


FORMS = (
    "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d-%B-%Y", "%d-%b-%Y", "%B %d, %Y", "%b %d, %Y", "%Y/%m/%d", "%Y%m%d",
)  # fmt: skip


def day(text: str, where: str) -> datetime.date | None:
    if not text.strip():
        return None
    for form in FORMS:
        try:
            return datetime.datetime.strptime(text.strip(), form).replace(tzinfo=datetime.UTC).date()
        except ValueError:
            continue
    raise NotText(where, f"'{text}' is no day; write it as 2020-10-21")


def figures(row: dict[str, str], convention: Convention, where: str) -> tuple[int | None, int | None]:
    """Of dead: one number, a range, or the lowest and highest of the claimants whom our own tables keep apart."""
    if convention == "eth_prio":
        return None, None
    if convention == "ucdp" and (low := row.get("low") or row.get("best")):
        high = row.get("high") or row.get("best")
        return whole_number(low, where), whole_number(high, where) if high else None
    if convention == "acled" and (dead := row.get("fatalities")):
        return (whole_number(dead, where),) * 2
    if convention == "acled" and (low := row.get("fatalities_low")):
        high = row.get("fatalities_high")
        return whole_number(low, where), whole_number(high, where) if high else None
    told = [whole_number(value, where) for name, value in row.items() if "_claimed_by_" in name]
    return (min(told), max(told)) if told else (None, None)


def number(text: str | None, where: str) -> float:
    try:
        return float(text or "")
    except ValueError as error:
        raise NotText(where, f"'{text}' is no number") from error


def whole_number(text: str, where: str) -> int:
    """Of people: "1.200" is 1,200 for some and 1.2 for others, so that it is none."""
    figure = number(text, where)
    if figure != int(figure):
        raise NotText(where, f"'{text}' is no whole number")
    return int(figure)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points in decimal degrees (haversine, a sphere of 6,371 km)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
