"""Names of records, for people: days, actors and places in few words."""

import datetime
from collections.abc import Iterable

from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.reconcile.likeness import Days, actor_key, is_named

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SMALL = frozenset({"of", "the", "and", "for", "in"})
QUOTE_MOST = 60  # code points of evidence in a title where nothing better is known


def day_words(day: datetime.date) -> str:
    """``10 Oct 2020``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_words(days: Days) -> str:
    """``10 Oct 2020`` or ``10 Oct 2020 to 17 Oct 2020``."""
    first, last = days
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"


def date_words(date: Date) -> str:
    days = (date.earliest, date.latest)
    return days_words((days[0], days[1])) if days[0] and days[1] else f"“{date.raw}”"


def name_of(actor: Actor) -> str:
    return actor.entity_name or actor.entity_text or "not stated"


def side_words(side: str) -> str:
    """A side as ``Theatre.side_of`` names it: a country's code, or a name in small letters."""
    if len(side) == 3 and side.isupper():
        return country_name(side)
    return " ".join(word if word in SMALL else f"{word[0].upper()}{word[1:]}" for word in side.split())


def names_of(actors: Iterable[Actor], most: int = 4) -> str:
    names = list(dict.fromkeys(name_of(actor) for actor in actors))
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def place_words(place: Place) -> str:
    return place.name or place.raw


def quoted(claim: AnyClaim) -> str:
    exact = " ".join(claim.evidence.exact.split())
    return f"“{exact}”" if len(exact) <= QUOTE_MOST else f"“{exact[:QUOTE_MOST].rsplit(' ', 1)[0]} …”"


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, names before descriptions."""
    found = {actor_key(actor): actor for actor in actors}
    return tuple(sorted(found.values(), key=lambda actor: not is_named(actor)))


def says(claim: AnyClaim) -> str:
    """Who vouches for it: ``Armenia``, ``the report itself``."""
    return "the report itself" if claim.claimed_by.resolution == "author" else name_of(claim.claimed_by)
