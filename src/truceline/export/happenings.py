"""What an event table has a row for: an incident with its claims, or an event that no incident holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from truceline.export.view import View, name_of
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Event, Territory
from truceline.model.record import Incident
from truceline.model.when import Date
from truceline.model.where import Place

N = TypeVar("N")
HAPPENED = ("CT+", "PR+")  # FactBank: certain or probable that it happened


@dataclass(frozen=True)
class Happening:
    """One thing that happened. ``events`` are never empty: the first one gives the type."""

    id: str
    events: tuple[Event, ...]
    losses: tuple[Casualties, ...]
    date: Date | None
    place: Place | None
    independent_sources: int

    @property
    def claims(self) -> tuple[AnyClaim, ...]:
        return (*self.events, *self.losses)

    @property
    def actors(self) -> tuple[Actor, ...]:
        return distinct(actor for event in self.events for actor in event.actor)

    @property
    def recipients(self) -> tuple[Actor, ...]:
        own = {name_of(actor) for actor in self.actors}
        return tuple(
            actor for actor in distinct(one for event in self.events for one in event.recipient)
            if name_of(actor) not in own
        )  # fmt: skip


def happenings(view: View) -> Iterator[Happening]:
    """Incidents first, then events outside them, in the order of the ledger; only what is told as having happened."""
    held: set[str] = set()
    for incident in view.of_kind(Incident):
        members = view.members(incident)
        held.update(member.id for member in members)
        events = tuple(claim for claim in members if isinstance(claim, Event) and happened(claim))
        losses = tuple(claim for claim in members if isinstance(claim, Casualties))
        if events:
            yield Happening(
                incident.id, events, losses, incident.window or first(event.date for event in events),
                incident.place or first(event.place for event in events), incident.independent_sources,
            )  # fmt: skip
    for event in view.of_kind(Event):
        if event.id not in held and happened(event):
            yield Happening(event.id, (event,), (), event.date, event.place, 1)


def happened(claim: Event | Territory) -> bool:
    return claim.aux_mode is None and claim.factuality in HAPPENED


def why_not(claim: Event | Territory) -> str:
    """Why a claim is no happening."""
    if claim.aux_mode is not None:
        return f"told as {claim.aux_mode}, not as something that happened"
    return f"the source does not say that it happened (factuality {claim.factuality})"


def first(values: Iterator[N | None]) -> N | None:
    return next((value for value in values if value is not None), None)


def distinct(actors: Iterator[Actor]) -> tuple[Actor, ...]:
    kept: dict[str, Actor] = {}
    for actor in actors:
        name = name_of(actor)
        if name:
            kept.setdefault(name, actor)
    return tuple(kept.values())


def killed(losses: tuple[Casualties, ...]) -> list[Casualties]:
    """Claims of dead in this one incident: tolls and increases are counted elsewhere; "casualties" are not deaths."""
    return [
        loss
        for loss in losses
        if loss.harm == "killed"
        and loss.measure == "incident"
        and loss.factuality in HAPPENED
        and loss.aux_mode is None
        and not loss.subgroup
    ]
