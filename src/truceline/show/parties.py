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
