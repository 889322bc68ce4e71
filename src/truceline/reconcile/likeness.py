"""When two actors, days or places are the same, may be the same, or cannot be."""

import datetime
from collections.abc import Iterable

from truceline.knowledge.files import words
from truceline.model.actor import Actor
from truceline.model.when import Date
from truceline.model.where import Place

DAY = datetime.timedelta(days=1)
Days = tuple[datetime.date, datetime.date]
POINT = 3  # where_prec up to here is a place one can stand in; above it is a province, a country, the sea


def actor_key(actor: Actor | str | None) -> str:
    """Equal for the same actor however it is written; a metonym is its government."""
    if actor is None:
        return "-"
    if isinstance(actor, str):
        return actor
    if actor.resolution == "author":
        return "the report itself"
    return (actor.entity_name or actor.entity_text or "-").casefold()


def side_keys(actors: Iterable[Actor]) -> frozenset[str]:
    """The sides that actors stand for."""
    return frozenset(map(side_key, actors))


def side_key(actor: Actor) -> str:
    """The country where known; a rebel group is none of its country's, but itself."""
    return actor_key(actor) if is_rebel(actor) or not actor.country else actor.country


def is_rebel(actor: Actor) -> bool:
    """A group with a name of its own, or one of its people."""
    return actor.sector == "REB" and is_named(actor) and actor.kind != "person"


def is_named(actor: Actor) -> bool:
    """A name, not a description: "the ministers" may be anybody."""
    if actor.country or actor.resolution in {"named", "metonym"}:
        return True
    return actor.resolution == "coreference" and (actor.entity_name or "")[:1].isupper()


def days_of(date: Date | None) -> Days | None:
    return (date.earliest, date.latest) if date and date.earliest and date.latest else None


def began(period: Date | None) -> Days | None:
    """When counting began: of a count that ran until the day of writing its first day alone."""
    if period is not None and period.rule == "until-publication" and period.earliest:
        return period.earliest, period.earliest
    return days_of(period)


def overlap(first: Days | None, second: Days | None, slack: int = 0) -> bool | None:
    """Whether two spans of days touch, give or take ``slack`` days; null where one is not known."""
    if first is None or second is None:
        return None
    return gap(first, second) <= slack


def gap(first: Days, second: Days) -> int:
    """Whole days between two spans; 0 where they touch."""
    return max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)


def place_name(place: Place) -> str:
    return (place.name or place.raw).casefold()


def is_resolved(place: Place) -> bool:
    """Known to a gazetteer, or at least a name: "the town" could be any."""
    return place.geonameid is not None or (place.name or place.raw)[:1].isupper()


def is_point(place: Place) -> bool:
    return is_resolved(place) and (place.precision is None or place.precision <= POINT)


def same_place(first: Place | None, second: Place | None) -> bool | None:
    """True for one name (of one country, of one id and part where both have ids); null where one is not known."""
    if first is None or second is None or not (is_resolved(first) and is_resolved(second)):
        return None
    if first.geonameid is not None and second.geonameid is not None:
        return first.geonameid == second.geonameid and not are_parts_apart(first, second)
    if first.country and second.country and first.country != second.country:
        return False
    return place_name(first) == place_name(second)


def are_parts_apart(first: Place, second: Place) -> bool:
    """ "East Mosul" and "West Mosul" both carry the id of Mosul."""
    one, other = part_meant(first), part_meant(second)
    return one is not None and other is not None and one != other


def part_meant(place: Place) -> str | None:
    """ "east" of "East Mosul"; null for a whole, and where the part has a name and an id of its own ("North Kivu")."""
    first, named = place.raw.partition(" ")[0], (place.name or "").partition(" ")[0]
    parts = words("places")["parts"]
    return first.casefold().removesuffix("ern") if first in parts and named not in parts else None


FAR = {"towns": 1.0, "regions": 3.0}  # degrees (of 111 km at most), farther than one fight for a town or region reaches


def far_apart(first: Place, second: Place) -> bool:
    """Two places of one country, both on the map, that cannot be one and its surroundings."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return False
    away = max(abs(first.lat - second.lat), abs(first.lon - second.lon))
    kind = "towns" if is_point(first) and is_point(second) else "regions"
    return first.country == second.country and away > FAR[kind]
