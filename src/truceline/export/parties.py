"""Who stands on which side of a happening: parties with a name, civilians, and armed people whose army is not named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from truceline.export.view import name_of
from truceline.knowledge.files import words
from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.model.claims import Event

# Ways of attack in which those who act together are on one side; all others that name nobody hit are a clash.
ONE_WAY = frozenset({"aerial", "drone", "suicide-attack", "explosives", "abduct", "sexual", "torture", "destroy"})
STAND_INS = frozenset({"side", "party", "delegation", "both", "two", "other"})
ACRONYM = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True)
class Sides:
    """Parties on either side, each once. ``civilians`` and ``armed``: such people were hit, whether named or not."""

    first: tuple[Actor, ...] = ()
    second: tuple[Actor, ...] = ()
    civilians: bool = False
    armed: bool = False

    @property
    def fought(self) -> bool:
        """Two armed sides stand in it, though one may be told of as "soldiers" only."""
        return bool(self.first) and (bool(self.second) or self.armed)


def sides_of(events: Sequence[Event], places: frozenset[str] = frozenset()) -> Sides:
    """The sides as the first event tells them, with those whom the others add. ``places``: names that are no party."""
    first: dict[str, Actor] = {}
    second: dict[str, Actor] = {}
    for event in events:
        one, other = opposed(event, places)
        if (set(one) & set(second) and not set(one) & set(first)) or set(other) & set(first):
            one, other = other, one
        elif (first or second) and not (set(one) & set(first) or set(other) & set(second)):
            continue  # people of whom nobody says on which side they stood
        first |= {name: actor for name, actor in one.items() if name not in first and name not in second}
        second |= {name: actor for name, actor in other.items() if name not in first and name not in second}
    hit = [actor for event in events for actor in event.recipient]
    return Sides(
        tuple(first.values()), tuple(second.values()), any(map(is_civilian, hit)), any(map(is_armed, hit))
    )  # fmt: skip


def opposed(event: Event, places: frozenset[str]) -> tuple[dict[str, Actor], dict[str, Actor]]:
    """Both sides of one event by name. Several actors with nobody hit have clashed, unless they bombed together."""
    acted, hit = parties(event.actor, places), parties(event.recipient, places)
    if event.recipient or event.mode in ONE_WAY or len(acted) < 2:
        return acted, hit
    lead = next(iter(acted))
    return {lead: acted[lead]}, {name: actor for name, actor in acted.items() if name != lead}


def parties(actors: Iterable[Actor], places: frozenset[str] = frozenset()) -> dict[str, Actor]:
    """Those that are a party, each once, by the key of its name."""
    found: dict[str, Actor] = {}
    for actor in map(with_name, actors):
        is_place = actor.kind == "unspecified" and key(actor) in places
        if is_party(actor) and not is_civilian(actor) and not is_place:
            found.setdefault(key(actor), actor)
    return found


def with_name(actor: Actor) -> Actor:
    """ "Its troops" of a known state are that state's armed forces: a table has no sentence to tell it."""
    if actor.kind == "armed_force" and actor.sector == "MIL" and actor.country and (name_of(actor) or "").islower():
        return actor.model_copy(update={"entity_name": f"Armed forces of {country_name(actor.country)}"})
    return actor


def key(actor: Actor) -> str:
    return (name_of(actor) or "").casefold()


def is_party(actor: Actor) -> bool:
    """A party has a name or a known kind: "11 soldiers", "the dead" and "both sides" are none."""
    name = name_of(actor)
    if not name or stands_for_others(actor):
        return False
    return actor.kind != "unspecified" or is_organisation(name)


def stands_for_others(actor: Actor) -> bool:
    """ "The two sides", "both parties": words for parties that were not found."""
    return actor.resolution == "unresolved" and bool(
        {head(actor)} & {"side", "party", "delegation", "both", "two", "other"}
    )


def is_organisation(name: str) -> bool:
    """An acronym, or a word that bodies are called by: "SPLM-N", "Shan State Army", but not "the Great Mosque"."""
    if name[0].isdigit() or not name.rsplit(maxsplit=1)[-1][0].isupper():
        return False  # "12 RSF fighters"
    heads = words("places")["organisation_heads"]
    return ACRONYM.search(name) is not None or any(
        word in heads or word.removesuffix("s") in heads for word in name.split()
    )


def is_civilian(actor: Actor) -> bool:
    return (
        actor.sector == "CVL" or actor.kind == "civilians" or (is_counted(actor) and head(actor) in people("civilian"))
    )


def is_armed(actor: Actor) -> bool:
    """A party's forces, or people called soldiers, fighters and the like."""
    if is_civilian(actor):
        return False
    return actor.kind in {"armed_force", "non_state"} or (
        is_counted(actor) and head(actor) in people("military", "police")
    )


def is_counted(actor: Actor) -> bool:
    return actor.kind == "unspecified" and actor.resolution == "unresolved"


def head(actor: Actor) -> str:
    """The last word, lower case and singular: "at least four civilians" gives "civilian"."""
    last = (name_of(actor) or "").lower().split()[-1:] or [""]
    return last[0][:-3] + "y" if last[0].endswith("ies") else last[0].removesuffix("s")


def people(*groups: str) -> frozenset[str]:
    listed = words("persons")
    return frozenset(word for group in groups for word in listed.get(group, ()))
