"""Which war a report tells of: the conflict it was read under, and whose land and whose people its claims name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from truceline.knowledge.conflict_files import Conflict, conflicts
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Talks, Territory
from truceline.model.where import Place
from truceline.reconcile.likeness import is_named

MOST = 3  # countries or groups that a report is mainly about; the others are visitors
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
        if actor.country:
            return actor.country
        named = actor.entity_name and is_named(actor) and actor.kind not in BYSTANDERS
        return actor.entity_name.casefold() if actor.entity_name and named else None


def side_in(conflict: Conflict, actor: Actor) -> str | None:
    """The conflict's side that bears the actor's name, or the only one of its country."""
    words = " ".join(filter(None, (actor.entity_name, actor.entity_text))).casefold()
    for side in conflict.sides:
        if any(name.casefold() in words for name in (side.name, *side.names)):
            return side.name
    of_country = [side.name for side in conflict.sides if side.country == actor.country]
    return of_country[0] if len(of_country) == 1 else None


def theatre_of(claims: Sequence[AnyClaim], conflict: str | None) -> Theatre:
    known = conflicts().get(conflict or "")
    if known is not None:
        return Theatre(known.key, frozenset(known.countries) or frozenset({known.key}))
    counted = Counter(land for claim in claims for land in lands(claim)) or Counter(
        land for claim in claims if isinstance(claim, Talks) for land in names(claim.participants, None)
    )
    ranked = sorted(counted, key=lambda land: (-counted[land], land))
    return Theatre(conflict, frozenset(ranked[:MOST]))


def lands(claim: AnyClaim) -> Iterator[str]:
    """Who fights, falls, holds ground or signs, and on whose ground. Who only talks about it does not count."""
    if isinstance(claim, Event) and claim.quad == 4:
        yield from names((*claim.actor, *claim.recipient), claim.place)
    elif isinstance(claim, Casualties):
        whose = (claim.losses_of,) if isinstance(claim.losses_of, Actor) else ()
        yield from names(whose, claim.place)
    elif isinstance(claim, Ceasefire):
        yield from names((*claim.parties, *claim.violated_by), claim.place)
    elif isinstance(claim, Territory):
        yield from names(filter(None, (claim.controller, claim.previous_controller)), claim.place)


def names(actors: Iterable[Actor], place: Place | None) -> Iterator[str]:
    for actor in actors:
        if actor.country:
            yield actor.country
        elif actor.kind not in BYSTANDERS and actor.entity_name:
            yield actor.entity_name.casefold()
    if place is not None and place.country:
        yield place.country
