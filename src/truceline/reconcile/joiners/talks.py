"""Talks rounds: one meeting or series of meetings, planned, held, or called off."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import combinations

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Talks
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, TalksRound, TalksStep
from truceline.reconcile.clusters import Cluster, Likeness, cluster
from truceline.reconcile.likeness import actor_key, may_be_same_day, side_keys
from truceline.reconcile.sources import Sources


def join_talks(claims: Sequence[AnyClaim], sources: Sources) -> list[AnyRecord]:
    """One record a round. Meetings on other days, of other sides or in another place never join."""
    meetings = [claim for claim in claims if isinstance(claim, Talks)]
    return [talks_round(found, sources) for found in cluster(meetings, likenesses(meetings), contradict)]


def contradict(first: Talks, second: Talks) -> bool:
    if (first.status == "standing_body") != (second.status == "standing_body"):
        return True
    if may_be_same_day(first.date, second.date) is False or other_place(first, second):
        return True
    if first.report == second.report and {first.format, second.format} in (
        {"separate", "trilateral"},
        {"separate", "face_to_face"},
    ):
        return True
    sides, other = everyone(first), everyone(second)
    return bool(sides and other and not sides & other)


def other_place(first: Talks, second: Talks) -> bool:
    names = [(talks.place.name or talks.place.raw).casefold() for talks in (first, second) if talks.place]
    return len(names) == 2 and names[0] != names[1]


def everyone(talks: Talks) -> frozenset[str]:
    legs = tuple(actor for leg in talks.legs for actor in leg.participants)
    return side_keys((*talks.participants, *talks.mediators, *talks.hosts, *legs))


def likenesses(meetings: Sequence[Talks]) -> Iterator[Likeness]:
    for a, b in combinations(range(len(meetings)), 2):
        shared = everyone(meetings[a]) & everyone(meetings[b])
        same_day = may_be_same_day(meetings[a].date, meetings[b].date)
        if shared and same_day:
            yield Likeness(a, b, 0.6 + 0.1 * min(4, len(shared)), "same days and shared participants")


def talks_round(found: Cluster[Talks], sources: Sources) -> TalksRound:
    members = sorted(found.members, key=lambda talks: (sources.published(talks) or datetime.date.max, talks.id))
    return TalksRound(
        id=content_id("talks_round", min(talks.id for talks in members)),
        title=title_of(members),
        members=tuple(talks.id for talks in members),
        reasons=found.reasons,
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        steps=tuple(
            TalksStep(claim=talks.id, status=talks.status, format=talks.format, date=talks.date, outcome=talks.outcome)
            for talks in members
        ),
        participants=distinct(actor for talks in members for actor in talks.participants),
        mediators=distinct(actor for talks in members for actor in talks.mediators),
        hosts=distinct(actor for talks in members for actor in talks.hosts),
        place=next((talks.place for talks in members if talks.place), None),
        date=next((talks.date for talks in members if talks.date and talks.date.earliest), None),
    )


def distinct(actors: Iterator[Actor]) -> tuple[Actor, ...]:
    return tuple({actor_key(actor): actor for actor in actors}.values())


def title_of(members: Sequence[Talks]) -> str:
    people = distinct(actor for talks in members for actor in (*talks.participants, *talks.mediators, *talks.hosts))
    names = ", ".join(actor.entity_name or actor.entity_text or "?" for actor in people[:4])
    place = next((talks.place for talks in members if talks.place), None)
    where = f" in {place.name or place.raw}" if place else ""
    return f"Talks{where}: {names}" if names else f"Talks{where}: {members[0].evidence.exact[:60]}"
