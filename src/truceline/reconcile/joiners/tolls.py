"""Toll series: what one claimant says of one group's losses over time. Series are never summed."""

import datetime
from collections import defaultdict
from collections.abc import Sequence

from truceline.model.claims import AnyClaim, Casualties
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, TollPoint, TollSeries
from truceline.reconcile.likeness import actor_key
from truceline.reconcile.sources import Sources

Key = tuple[str, str, str, str, str, str]


def join_tolls(claims: Sequence[AnyClaim], sources: Sources) -> list[AnyRecord]:
    """An incident's dead are no point of a series; increases ("another three") are none either."""
    groups: dict[Key, list[Casualties]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim, Casualties) and (claim.measure == "cumulative" or is_withheld(claim)):
            groups[series_key(claim)].append(claim)
    return [series(key, members, sources) for key, members in groups.items()]


def is_withheld(claim: Casualties) -> bool:
    return claim.missing.get("value") == "withheld"


def series_key(claim: Casualties) -> Key:
    return (
        actor_key(claim.claimed_by),
        actor_key(claim.losses_of),
        claim.person_status,
        claim.harm,
        " ".join(claim.subgroup),
        claim.scope or "",
    )


def series(key: Key, members: list[Casualties], sources: Sources) -> TollSeries:
    ordered = sorted(members, key=lambda claim: (day_of(claim, sources), claim.id))
    first = ordered[0]
    return TollSeries(
        id=content_id("toll_series", *key),
        title=title_of(first),
        members=tuple(claim.id for claim in ordered),
        reasons=("same claimant, same people, same harm, same fighting",),
        independent_sources=sources.independent(ordered),
        outlets=sources.outlets(ordered),
        claimed_by=first.claimed_by,
        losses_of=first.losses_of,
        person_status=first.person_status,
        harm=first.harm,
        scope=first.scope,
        points=points(ordered),
    )


def day_of(claim: Casualties, sources: Sources) -> datetime.date:
    if claim.as_of and claim.as_of.latest:
        return claim.as_of.latest
    return sources.published(claim) or datetime.date.max


def points(ordered: list[Casualties]) -> tuple[TollPoint, ...]:
    highest: int | None = None
    made: list[TollPoint] = []
    for claim in ordered:
        floor = claim.low if claim.low is not None else claim.value
        lower = claim.high is not None and highest is not None and claim.high < highest
        flag = "withheld" if is_withheld(claim) else "revision" if lower else None
        made.append(
            TollPoint(claim=claim.id, as_of=claim.as_of, value=claim.value, low=claim.low, high=claim.high, flag=flag)
        )
        highest = max(highest or 0, floor) if floor is not None else highest
    return tuple(made)


def title_of(claim: Casualties) -> str:
    whose = claim.losses_of if isinstance(claim.losses_of, str) else actor_name(claim)
    status = "" if claim.person_status == "unknown" else f" ({claim.person_status})"
    return f"{whose}{status}: {claim.harm}"


def actor_name(claim: Casualties) -> str:
    actor = claim.losses_of
    if actor is None or isinstance(actor, str):
        return "losses of a side not stated"
    return actor.entity_name or actor.entity_text or "losses of a side not stated"
