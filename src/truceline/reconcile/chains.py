"""What follows what: a truce after a truce, a meeting after a meeting. Seen over finished records, not over claims."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TypeVar

from truceline.model.actor import Actor
from truceline.model.record import AnyRecord, CeasefireProcess, TalksRound
from truceline.reconcile.likeness import days_of, side_keys

WINDOW = datetime.timedelta(days=60)  # a truce or meeting that comes later than this is a new beginning
R = TypeVar("R", CeasefireProcess, TalksRound)


def chain(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    """The same records, each truce with the one before and after it, each round with the one it looked forward to."""
    known = list(records)
    truces = {made.id: made for made in follow([r for r in known if isinstance(r, CeasefireProcess)])}
    rounds = {made.id: made for made in look_ahead([r for r in known if isinstance(r, TalksRound)])}
    return [truces.get(made.id) or rounds.get(made.id) or made for made in known]


def follow(processes: Sequence[CeasefireProcess]) -> list[CeasefireProcess]:
    dated = sorted((day, made.id, made) for made in processes if (day := began(made)))
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for index, (day, id_, made) in enumerate(dated):
        recent = takewhile(lambda entry: entry[0] >= day - WINDOW, (dated[i] for i in range(index - 1, -1, -1)))  # noqa: B023
        last = next((old for then, _, old in recent if then < day and akin(old, made)), None)
        if last is not None:
            before[id_] = last.id
            after.setdefault(last.id, id_)
    return [
        made.model_copy(update={"follows": before.get(made.id), "replaced_by": after.get(made.id)})
        for made in processes
    ]


def began(made: CeasefireProcess) -> datetime.date | None:
    days = [days_of(step.date) for step in made.steps if step.stage in {"announced", "agreed", "in_force"}]
    return min((day[0] for day in days if day), default=None)


def look_ahead(rounds: Sequence[TalksRound]) -> list[TalksRound]:
    """The next round of the same people that was once planned; whether it was held, that round's own steps say."""
    dated = sorted((days[0], made.id, made) for made in rounds if (days := days_of(made.date)))
    coming: dict[str, str] = {}
    for index, (day, id_, made) in enumerate(dated):
        soon = takewhile(lambda entry: entry[0] <= day + WINDOW, (dated[i] for i in range(index + 1, len(dated))))  # noqa: B023
        later = (new for then, _, new in soon if day < then and akin(made, new, least=2))
        following = next((new for new in later if any(step.status in PLANNED for step in new.steps)), None)
        if following is not None:
            coming[id_] = following.id
    return [made.model_copy(update={"next_planned": coming.get(made.id)}) for made in rounds]


PLANNED = frozenset({"planned", "postponed", "cancelled", "proposed"})


def akin(first: R, second: R, least: int = 1) -> bool:
    """Of the same people; truces also on the same ground."""
    if len(people(first) & people(second)) >= least:
        return True
    if isinstance(first, TalksRound) or not (first.place and second.place):
        return False
    return first.place.country is not None and first.place.country == second.place.country


def people(made: CeasefireProcess | TalksRound) -> frozenset[str]:
    actors: tuple[Actor, ...] = (
        made.parties if isinstance(made, CeasefireProcess) else (*made.participants, *made.mediators, *made.hosts)
    )
    return side_keys(actors)
