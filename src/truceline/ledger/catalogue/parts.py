"""Who plays which part in a claim, and where it is."""

from collections.abc import Iterator

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Position, Statement, Talks, Territory
from truceline.model.where import Place


def parts_of(claim: AnyClaim) -> Iterator[tuple[str, str]]:
    """Name and part: says, does, receives, loses, blamed, party, mediates, hosts, holds, wants, asked."""
    seen: set[tuple[str, str]] = set()
    for part, actor in actors_in(claim):
        name = name_of(actor)
        if name and (name, part) not in seen:
            seen.add((name, part))
            yield name, part


def name_of(actor: Actor) -> str | None:
    return None if actor.resolution == "author" else actor.entity_name or actor.entity_text


def actors_in(claim: AnyClaim) -> Iterator[tuple[str, Actor]]:
    yield "says", claim.claimed_by
    for part, actors in own_actors(claim):
        for actor in actors:
            if isinstance(actor, Actor):
                yield part, actor


def own_actors(claim: AnyClaim) -> list[tuple[str, tuple[Actor | str | None, ...]]]:
    match claim:
        case Statement():
            return [("says", (claim.source,))]
        case Event():
            return [("does", claim.actor), ("receives", claim.recipient)]
        case Casualties():
            return [("loses", (claim.losses_of,)), ("blamed", (claim.perpetrator,))]
        case Ceasefire():
            return [("party", claim.parties), ("mediates", claim.mediators), ("blamed", claim.violated_by)]
        case Talks():
            legs = tuple(actor for leg in claim.legs for actor in leg.participants)
            return [("meets", (*claim.participants, *legs)), ("mediates", claim.mediators), ("hosts", claim.hosts)]
        case Territory():
            return [("holds", (claim.controller,)), ("held before", (claim.previous_controller,))]
        case Position():
            return [("wants", (claim.holder, claim.on_behalf_of)), ("asked", (claim.addressee,))]


def place_of(claim: AnyClaim) -> Place | None:
    return claim.place if isinstance(claim, Event | Casualties | Ceasefire | Talks | Territory) else None
