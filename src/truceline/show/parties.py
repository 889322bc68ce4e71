"""Which shape and colour a party has: the same in every figure, by the alphabet, no flags."""

from collections import Counter
from collections.abc import Iterator

from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Position, Talks, Territory
from truceline.show.wording import who

ISO_LETTERS = 3
SLOTS = 5  # more parties than this cannot be told apart by colour-blind eyes; the rest is hollow


class Parties:
    """Slots 1 to 5 for the parties that speak and act most; 0 for everybody else."""

    def __init__(self, claims: list[AnyClaim]) -> None:
        counts = Counter(side_of(actor) for claim in claims for actor in actors_of(claim))
        most = sorted(name for name, _ in counts.most_common(SLOTS))
        self._slots = {name: slot for slot, name in enumerate(most, start=1)}
        self._names: dict[str, Counter[str]] = {}
        for claim in claims:
            for actor in actors_of(claim):
                self._names.setdefault(side_of(actor), Counter())[who(actor)] += 1

    def slot(self, actor: Actor | str | None) -> int:
        if not isinstance(actor, Actor) or actor.resolution == "author":
            return 0
        return self._slots.get(side_of(actor), 0)

    def key(self) -> list[tuple[int, str]]:
        """Slot and name: a country's own, else the name most often used for the party."""
        return [(slot, self._name(side)) for side, slot in self._slots.items()]

    def names(self, most: int = 40) -> list[str]:
        """As reports use them, the most used ones, by the alphabet."""
        counts = sum(self._names.values(), Counter[str]())
        return sorted(name for name, _ in counts.most_common(most))

    def side_name(self, actor: Actor) -> str | None:
        """How figures call the side of an actor; null for a report's own voice and for people without a side."""
        if actor.resolution == "author" or not (actor.country or actor.entity_name):
            return None
        side = side_of(actor)
        if side not in self._names:
            return side if side != "not stated" else None
        return self._name(side)

    def slot_of_name(self, name: str) -> int:
        return next((slot for side, slot in self._slots.items() if self._name(side) == name), 0)

    def slot_of_actor_name(self, name: str) -> int:
        """Of an actor of whom only the name is at hand."""
        return next((self._slots.get(side, 0) for side, names in self._names.items() if name in names), 0)

    def actor_name(self, side_name: str) -> str:
        """The name that reports use most for a side: what the page of an actor is called."""
        side = next((side for side in self._names if self._name(side) == side_name), None)
        return self._names[side].most_common(1)[0][0] if side else side_name

    def _name(self, side: str) -> str:
        is_country = len(side) == ISO_LETTERS and side.isupper() and country_name(side) != side
        return country_name(side) if is_country else self._names[side].most_common(1)[0][0]


def side_of(actor: Actor) -> str:
    """States and their offices are one side; a group inside a state is its own."""
    if actor.country and actor.sector not in {"REB", "PRE", "UAF", "OPP"} and actor.kind != "non_state":
        return actor.country
    return who(actor)


def actors_of(claim: AnyClaim) -> Iterator[Actor]:
    """The actors that figures draw."""
    if claim.claimed_by.resolution not in {"author", "unresolved"}:
        yield claim.claimed_by
    if isinstance(claim, Ceasefire):
        yield from (*claim.parties, *claim.violated_by)
    if isinstance(claim, Talks):
        yield from (*claim.participants, *claim.mediators, *claim.hosts)
    if isinstance(claim, Casualties) and isinstance(claim.losses_of, Actor):
        yield claim.losses_of
    if isinstance(claim, Territory) and claim.controller:
        yield claim.controller
    if isinstance(claim, Position) and claim.holder:
        yield claim.holder
