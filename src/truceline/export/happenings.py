"""What an event table has a row for: an incident with its claims, or an event that no incident holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from truceline.export.parties import Sides, is_civilian, sides_of
from truceline.export.view import View, name_of
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
    def counted(self) -> set[str]:
        """Ids of the claims that a row of this event rests on."""
        return {event.id for event in self.events} | {loss.id for loss in killed(self.losses)}

    @property
    def civilians_acted(self) -> bool:
        return any(is_civilian(actor) for actor in self.events[0].actor)

    def sides(self, places: frozenset[str]) -> Sides:
        return sides_of(self.events, places)


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


def why_not(claim: Event | Territory | Casualties) -> str:
    """Why a claim is no happening."""
    if claim.aux_mode is not None:
        return f"told as {claim.aux_mode}, not as something that happened"
    return f"the source does not say that it happened (factuality {claim.factuality})"


def first(values: Iterator[N | None]) -> N | None:
    return next((value for value in values if value is not None), None)


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


def why_not_counted(loss: Casualties) -> str:
    """Why a claim of dead stands in no row of an event."""
    if loss.aux_mode is not None or loss.factuality not in HAPPENED:
        return why_not(loss)
    if loss.measure != "incident":
        return "a toll over time is no event"
    if loss.subgroup:
        return f"these are a part of the dead only ({', '.join(loss.subgroup)})"
    return "these dead belong to no event that has a row"


def of_everyone(dead: Sequence[Casualties]) -> list[Casualties]:
    """Those that count all the dead: of nobody in particular, else, where all are of the same people, every one."""
    of_all = [loss for loss in dead if people_of(loss)[0] in {"", "all sides"} and loss.person_status in UNSAID]
    if of_all:
        return of_all
    return list(dead) if len({people_of(loss) for loss in dead}) == 1 else []


UNSAID = frozenset({"unknown", "mixed"})


def people_of(loss: Casualties) -> tuple[str, str]:
    """Whose dead, and of what status."""
    return (name_of(loss.losses_of) or "").casefold(), loss.person_status
