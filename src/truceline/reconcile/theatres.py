"""Which war a report tells of: the conflict it was read under, and whose land and whose people its claims name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from truceline.knowledge.conflict_files import Conflict, conflicts
from truceline.knowledge.names import country_named, country_of_adjective
from truceline.knowledge.names import names as names_known
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Talks, Territory
from truceline.model.where import Place
from truceline.reconcile.likeness import actor_key, is_named, place_name

MOST = 3  # countries or groups that a report is mainly about; the others are visitors
NAME = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")
BYSTANDERS = frozenset({"igo", "ngo", "media", "civilians", "unspecified"})


@dataclass(frozen=True, slots=True)
class Theatre:
    """``conflict``: the file's name, where known. ``lands``: countries (ISO alpha-3) and groups (names)."""

    conflict: str | None
    lands: frozenset[str]

    def is_same(self, other: "Theatre") -> bool | None:
        """Null where one of the two is not known."""
        if self.conflict and other.conflict:
            return self.conflict == other.conflict
        if not self.lands or not other.lands:
            return None
        return bool(self.lands & other.lands)

    def side_of(self, actor: Actor) -> str | None:
        """The side of the war that an actor stands on; null for a bystander and for one who is not named."""
        known = conflicts().get(self.conflict or "")
        if known is not None:
            return side_in(known, actor)
        here = conflict_in(self.lands)
        side = side_in(here, actor) if here is not None else None
        if side is not None:
            return side
        if actor.country and actor.sector != "REB":
            return actor.country
        named = actor.entity_name and is_named(actor) and actor.kind not in BYSTANDERS
        return actor.entity_name.casefold() if actor.entity_name and named else None


@lru_cache(maxsize=1024)
def conflict_in(lands: frozenset[str]) -> Conflict | None:
    """The only known conflict in these countries, so that sides bear one name whether a report names it or not."""
    there = [conflict for conflict in conflicts().values() if lands & set(conflict.countries)]
    return there[0] if len(there) == 1 else None


def side_in(conflict: Conflict, actor: Actor) -> str | None:
    """The conflict's side that bears the actor's name, or the only one of its country."""
    words = " ".join(filter(None, (actor.entity_name, actor.entity_text))).casefold()
    for side in conflict.sides:
        if any(name.casefold() in words for name in (side.name, *side.names)):
            return side.name
    if actor.sector == "REB":
        return None  # no man of the state whose citizen he is
    at_home = (side.name for side in conflict.sides if side.country == actor.country)
    of_country = [name for name in at_home if not is_known_group(name)]
    return of_country[0] if len(of_country) == 1 else None


def is_known_group(name: str) -> bool:
    """A rebel group is no side for the state that it lives in."""
    known = names_known().one(name, "group")
    return known is not None and known.actor_kind == "non_state"


def theatre_of(claims: Sequence[AnyClaim], conflict: str | None, text: str = "") -> Theatre:
    """By the conflict file; else by who fights where, who is to talk, which armed group speaks; else by the names."""
    known = conflicts().get(conflict or "")
    if known is not None:
        return Theatre(known.key, frozenset(known.countries) or frozenset({known.key}))
    towns = {place_name(place) for claim in claims if (place := getattr(claim, "place", None)) is not None}
    found = most_counted(land for claim in claims for land in lands(claim) if land not in towns)
    if not any(map(is_country, found)):
        found |= most_counted(land for claim in claims for land in talking(claim))
    if not any(map(is_country, found)):
        found |= most_counted(country for claim in claims for country in armed(claim))
    if not any(map(is_country, found)):
        named = most_counted(countries_in(text))
        found |= (named - bystanders(claims)) or named
    return Theatre(conflict, found | visited(found, text))


def visited(found: frozenset[str], text: str) -> frozenset[str]:
    """The land of the war in which those who are found are sides from abroad, where the text names it."""
    countries = frozenset(filter(is_country, found))
    abroad = [known for known in conflicts().values() if countries and not countries & set(known.countries)]
    of_sides = {land for known in abroad if countries <= {side.country for side in known.sides}
                for land in known.countries}  # fmt: skip
    return frozenset(land for land in countries_in(text) if land in of_sides) if of_sides else frozenset()


def most_counted(found: Iterable[str]) -> frozenset[str]:
    counted = Counter(found)
    return frozenset(sorted(counted, key=lambda land: (-counted[land], land))[:MOST])


def is_country(land: str) -> bool:
    """A code, not a group's name, which is in small letters."""
    return land.isupper()


def countries_in(text: str) -> Iterator[str]:
    """By name or adjective, as often as they are named; names of two words before those of one."""
    for found in NAME.finditer(text):
        whole = country_of(found[0])
        yield from filter(None, (whole,) if whole else map(country_of, found[0].split()))


def country_of(name: str) -> str | None:
    return country_named(name) or country_of_adjective(name)


def bystanders(claims: Sequence[AnyClaim]) -> frozenset[str]:
    """The countries of those who only speak, mediate or host."""
    spoke = (claim.claimed_by for claim in claims)
    helped = (actor for claim in claims if isinstance(claim, Ceasefire | Talks) for actor in claim.mediators)
    hosts = (actor for claim in claims if isinstance(claim, Talks) for actor in claim.hosts)
    asked = (actor for claim in claims if isinstance(claim, Event) and claim.quad != 4 for actor in claim.actor)
    return frozenset(actor.country for group in (spoke, helped, hosts, asked) for actor in group if actor.country)


def lands(claim: AnyClaim) -> Iterator[str]:
    """Who fights, falls, holds ground or signs, and on whose ground. Who only talks about it does not count.

    Nor does the place of a truce: it may be where it was signed.
    """
    if isinstance(claim, Event) and claim.quad == 4:
        yield from names((*claim.actor, *claim.recipient), claim.place)
    elif isinstance(claim, Casualties):
        whose = (claim.losses_of,) if isinstance(claim.losses_of, Actor) else ()
        yield from names(whose, claim.place)
    elif isinstance(claim, Ceasefire):
        yield from names((*claim.parties, *claim.violated_by), None)
    elif isinstance(claim, Territory):
        yield from names(filter(None, (claim.controller, claim.previous_controller)), claim.place)


def talking(claim: AnyClaim) -> Iterator[str]:
    if isinstance(claim, Talks):
        yield from names(claim.participants, None)


def armed(claim: AnyClaim) -> Iterator[str]:
    """The homes of the groups and armies that speak or act in words."""
    acting = claim.actor if isinstance(claim, Event) else ()
    for actor in (claim.claimed_by, *acting):
        if actor.country and actor.kind in {"non_state", "armed_force"}:
            yield actor.country


def is_group(actor: Actor) -> bool:
    """Armed men under a name of their own; a man or "the army" is none."""
    named = is_named(actor) and (actor.entity_name or "")[:1].isupper()
    return named and actor.kind not in BYSTANDERS | {"person"}


def names(actors: Iterable[Actor], place: Place | None) -> Iterator[str]:
    for actor in actors:
        if actor.country:
            yield actor.country
        elif is_group(actor):
            yield actor_key(actor)
    if place is not None and place.country:
        yield place.country
