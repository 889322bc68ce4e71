"""Position histories: what one party demands, offers, refuses on one issue, over time."""

import datetime
from collections.abc import Iterator, Sequence

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Position
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, PositionHistory, PositionStep
from truceline.model.when import Date
from truceline.reconcile.clusters import Cluster
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import actor_key, is_named
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import name_of, quoted, side_words
from truceline.reconcile.wording import likeness_of_words

AKIN = 0.6  # how much of their words two positions without a named issue must share


def takes(claim: AnyClaim) -> Position | None:
    return claim if isinstance(claim, Position) and claim.holder is not None else None


def party(claim: Position) -> Actor:
    assert claim.holder is not None  # noqa: S101 - takes() sees to it
    return claim.on_behalf_of or claim.holder


def party_key(claim: Position, sources: Sources) -> str:
    """The side; for one outside the war his country or name: a minister speaks for his government, no rebel does."""
    actor = party(claim)
    side = sources.theatre(claim).side_of(actor)
    if side or (actor.country and actor.sector != "REB"):
        return side or actor.country or ""
    return surname(actor) if actor.kind == "person" else actor_key(actor)


def surname(actor: Actor) -> str:
    """ "Garcia" is who was "commander Antonio Garcia" before."""
    return actor_key(actor).rsplit(" ", 1)[-1]


def are_two_men(first: Actor, second: Actor) -> bool:
    """Of one surname, with first names that differ."""
    one, other = actor_key(first).split(), actor_key(second).split()
    both_full = first.kind == second.kind == "person" and min(len(one), len(other)) > 1
    return both_full and one[-1] == other[-1] and one != other


def keys(claim: Position, sources: Sources) -> Iterator[str]:
    actor = party(claim)
    if not is_named(actor) and actor.resolution not in {"coreference", "inferred"}:
        return
    named = [surname(actor)] if actor.kind == "person" else []
    yield from (f"{key} | {claim.issue or '?'}" for key in dict.fromkeys((party_key(claim, sources), *named)))


def likeness(first: Position, second: Position, sources: Sources) -> Found | None:
    if sources.theatre(first).is_same(sources.theatre(second)) is False:
        return None
    if first.issue:
        return 0.8, f"the same party on {first.issue}"
    shared = likeness_of_words(first.content, second.content)
    return (0.5 * shared, "the same party in much the same words") if shared >= AKIN else None


def exclude(first: Position, second: Position, sources: Sources) -> bool:
    return sources.theatre(first).is_same(sources.theatre(second)) is False or are_two_men(party(first), party(second))


def records(found: Cluster[Position], sources: Sources) -> Iterator[AnyRecord]:
    members = sorted(found.members, key=lambda claim: (sources.published(claim) or datetime.date.max, claim.id))
    issue = next((claim.issue for claim in members if claim.issue), None)
    yield PositionHistory(
        id=content_id("position_history", min(claim.id for claim in members)),
        title=title_of(members, issue, sources),
        members=tuple(claim.id for claim in members),
        reasons=found.reasons or ("the only position of this party on it",),
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        holder=party(members[0]),
        issue=issue,
        steps=tuple(
            PositionStep(claim=claim.id, stance=claim.stance, content=claim.content, date=told_on(claim, sources))
            for claim in members
        ),
    )


def title_of(members: Sequence[Position], issue: str | None, sources: Sources) -> str:
    """Of one man by his name; of several who speak for one side by the side's."""
    names = {name_of(party(claim)) for claim in members}
    who = names.pop() if len(names) == 1 else side_words(party_key(members[0], sources))
    return f"{who} on {issue}" if issue else f"{who}: {quoted(members[0])}"


def told_on(claim: Position, sources: Sources) -> Date | None:
    """The day of the report, and says so: a position has no day of its own."""
    day = sources.published(claim)
    if day is None:
        return None
    iso = day.isoformat()
    return Date(
        raw=iso, timex=iso, edtf=iso, earliest=day, latest=day, precision="day", resolution="inferred",
        rule="day of publication",
    )  # fmt: skip


positions: Joiner[Position] = Joiner(
    name="positions", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude
)
