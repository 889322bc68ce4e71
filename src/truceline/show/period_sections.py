"""The sections of a brief of a period, one function each."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Position, Talks, Territory
from truceline.model.record import CeasefireProcess, Contradiction, Incident, TalksRound, TollPoint, TollSeries
from truceline.model.when import Date
from truceline.show.brief_lines import Line, Section, merged
from truceline.show.wording import DENIED, day, denied, doubt, figure, holding, names, plain, when, where, who

if TYPE_CHECKING:
    from truceline.show.period import Period

AHEAD = {"planned", "proposed", "postponed"}
MOST_QUOTES = 3  # of one incident; the page has all of them


def sections(period: "Period") -> Iterator[Section]:
    for title, about, lines, empty in SECTIONS:
        yield Section(title, about, merged(lines(period)), empty)


def contradictions(period: "Period") -> Iterator[Line]:
    """Both sides' words: the first member of each camp stands first."""
    for made in period.standing.of_kind(Contradiction):
        if any(period.claims(made.members)):
            camps = [period.standing.claims[member] for member in made.members[:2]]
            yield period.line(made.why, *camps)


def truces(period: "Period") -> Iterator[Line]:
    for process in period.standing.of_kind(CeasefireProcess):
        for step in process.steps:
            for claim in period.claims([step.claim]):
                told = (
                    f"{plain(step.stage)}{denied(claim, step.stage)}, {when(step.date)}, {period.standing.says(claim)}"
                )
                yield period.line(f"{process.title}: {told}", claim)


def talks(period: "Period") -> Iterator[Line]:
    for made in period.standing.of_kind(TalksRound):
        for step in made.steps:
            if step.status not in AHEAD:
                for claim in period.claims([step.claim]):
                    yield period.line(
                        f"{made.title}: {plain(step.status)}{denied(claim, step.status)}, {when(step.date)}", claim
                    )


def ahead(period: "Period") -> Iterator[Line]:
    yield from talks_ahead(period)
    yield from truces_ahead(period)


def talks_ahead(period: "Period") -> Iterator[Line]:
    """Rounds whose last word is that they are to come: whose day is still ahead, or, newly told, not known."""
    for made in period.standing.of_kind(TalksRound):
        told = [step for step in made.steps if period.is_told(step.claim)]
        fresh = [step for step in told if step.claim in period.fresh]
        if not told or told[-1].status not in AHEAD or is_past(made.date, period.last):
            continue
        if not fresh and not is_ahead(made.date, period.last):
            continue
        claim = period.standing.claims[told[-1].claim]
        before = next((step for step in reversed(told[:-1]) if step.status != told[-1].status), None)
        was = f" (before: {plain(before.status)}, {when(before.date)})" if before else ""
        who_meets = names((*made.participants, *made.mediators))
        text = f"{plain(told[-1].status)}: {who_meets}, {where(made.place)}, {when(told[-1].date or claim_date(claim))}"
        yield period.line(text + was, claim)


def claim_date(claim: AnyClaim) -> Date | None:
    return claim.date if isinstance(claim, Talks) else None


def truces_ahead(period: "Period") -> Iterator[Line]:
    """Truces that are to begin or end after the period, each day once."""
    for process in period.standing.of_kind(CeasefireProcess):
        told: dict[tuple[str, str], list[Ceasefire]] = defaultdict(list)
        for claim in map(period.standing.claims.__getitem__, filter(period.is_told, process.members)):
            if isinstance(claim, Ceasefire) and not denied(claim, claim.stage):
                for word, date in (("to take effect", claim.effective), ("to end", claim.ended)):
                    if is_ahead(date, period.last):
                        told[word, when(date)].append(claim)
        for (word, on), claims in told.items():
            says = ", ".join(dict.fromkeys(period.standing.says(claim) for claim in claims))
            yield period.line(f"{process.title}: {word}, {on}, {says}", *claims[:MOST_QUOTES])


def is_past(date: Date | None, last: datetime.date) -> bool:
    return date is not None and date.latest is not None and date.latest < last


def is_ahead(date: Date | None, last: datetime.date) -> bool:
    return date is not None and date.earliest is not None and date.earliest > last


def fighting(period: "Period") -> Iterator[Line]:
    """Incidents with an attack or harm, and what each claimant says of the harm."""
    for made in period.standing.of_kind(Incident):
        fresh = [claim for claim in period.claims(made.members) if is_fighting(claim)]
        if fresh:
            fresh.sort(key=lambda claim: not isinstance(claim, Casualties))
            counting = {period.standing.says(claim) for claim in fresh if isinstance(claim, Casualties)}
            telling = [
                claim for claim in fresh
                if isinstance(claim, Casualties) or period.standing.says(claim) not in counting
            ]  # fmt: skip
            told = "; ".join(dict.fromkeys(told_by(period, claim) for claim in telling))
            yield period.line(f"{made.title}: {told}", *fresh[:MOST_QUOTES])


def told_by(period: "Period", claim: AnyClaim) -> str:
    """Who vouches for it: ``residents say 20 killed``, ``told by Armenia``, ``denied by the army``."""
    if isinstance(claim, Casualties):
        return f"{period.standing.says(claim)} {harm(claim)}"
    return (
        f"{'denied' if doubt(claim) == DENIED else 'told'} by {who(claim.claimed_by, period.standing.publisher(claim))}"
    )


def is_fighting(claim: AnyClaim) -> bool:
    if isinstance(claim, Event):
        return claim.event == "ASSAULT" and claim.aux_mode is None
    return isinstance(claim, Casualties) and claim.aux_mode is None


def harm(claim: Casualties) -> str:
    """``20 killed (civilian)``, ``9 killed (rebels, military)``."""
    return f"{figure(claim)} {plain(claim.harm)}{whose(claim)}{doubt(claim)}"


def whose(claim: Casualties) -> str:
    status = claim.person_status if claim.person_status not in {"unknown", "mixed"} else None
    parts = [who(claim.losses_of) if claim.losses_of else None, status]
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def tolls(period: "Period") -> Iterator[Line]:
    for series in period.standing.of_kind(TollSeries):
        before: TollPoint | None = None
        for point in series.points:
            claim = period.standing.claims.get(point.claim)
            if isinstance(claim, Casualties) and claim.id in period.fresh:
                told = f"{period.standing.says(claim)} {figure(claim)} {plain(series.harm)}{doubt(claim)}"
                yield period.line(f"{counted_people(series)}: {told}{change(period, before, point)}", claim)
            before = point


def counted_people(series: TollSeries) -> str:
    """``Azerbaijan (civilian)``."""
    status = f" ({series.person_status})" if series.person_status not in {"unknown", "mixed"} else ""
    return (who(series.losses_of) if series.losses_of else "side not stated") + status


def change(period: "Period", before: TollPoint | None, now: TollPoint) -> str:
    """What the same claimant said before, if it said something else; the difference of two exact figures."""
    claim = period.standing.claims.get(before.claim) if before else None
    if not isinstance(claim, Casualties) or before is None or (before.low, before.high) == (now.low, now.high):
        return ""
    published = period.standing.published(claim)
    told = f"{figure(claim)} on {day(published, weekday=False)}" if published else figure(claim)
    return f" ({'revised, ' if now.flag == 'revision' else ''}before: {told}{difference(before.value, now.value)})"


def difference(before: int | None, now: int | None) -> str:
    if before is None or now is None or before == now:
        return ""
    return f"; {abs(now - before):,} {'more' if now > before else 'fewer'}"


def territory(period: "Period") -> Iterator[Line]:
    for claim in period.standing.of_kind(Territory):
        if claim.id in period.fresh:
            told = f"{holding(claim)}{doubt(claim)}, {when(claim.date)}"
            yield period.line(f"{period.standing.says(claim)}: {told}", claim)


def positions(period: "Period") -> Iterator[Line]:
    for claim in period.standing.of_kind(Position):
        if claim.id in period.fresh:
            yield period.line(f"{who(claim.holder)}, {claim.stance}{denied(claim, claim.stance)}", claim)


SECTIONS: tuple[tuple[str, str, Callable[["Period"], Iterator[Line]], str], ...] = (
    ("Cannot both hold", "that cannot both hold", contradictions, "Nothing new contradicts."),
    ("Truces", "on truces", truces, "Nothing new on truces."),
    ("Talks", "on talks", talks, "No talks are told of."),
    ("Ahead", "ahead", ahead, "Nothing is announced."),
    ("Fighting and harm", "on fighting and harm", fighting, "No fighting is told of."),
    ("Tolls by claimant, never added up", "on tolls", tolls, "No new figures."),
    ("Who is said to hold what", "on ground", territory, "No change is claimed."),
    ("Positions", "on positions", positions, "No new position."),
)
