"""Toll series: what one claimant says of one group's losses over time. Series are never summed."""

import datetime
from collections.abc import Iterator, Sequence

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, TollPoint, TollSeries
from truceline.reconcile.clusters import Cluster
from truceline.reconcile.counted import alike, contradict, counted
from truceline.reconcile.figures import bounds, kind_of_fighters, place_key
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.offices import body_key
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import name_of, says


def takes(claim: AnyClaim) -> Casualties | None:
    """An incident's dead are no point of a series; increases ("another three") and denied figures are none either.

    Of a figure that is withheld the disclosing is what is denied ("does not disclose its losses").
    """
    if not isinstance(claim, Casualties):
        return None
    told = claim.factuality != "CT-" and claim.measure == "cumulative"
    return claim if told or is_withheld(claim) else None


def is_withheld(claim: Casualties) -> bool:
    return claim.missing.get("value") == "withheld"


def keys(claim: Casualties, sources: Sources) -> Iterator[str]:
    """Claimant, harm, place; and his country if it is at war, else each land of the war: an agency counts of many."""
    count = (
        body_key(claim.claimed_by),
        claim.harm,
        " ".join(claim.subgroup),
        claim.aux_mode or "",
        place_key(claim),
    )
    own, at_war = claim.claimed_by.country, sources.theatre(claim).lands
    lands = {own} if own and (own in at_war or not at_war) else at_war or {"?"}
    yield from (" | ".join((*count, land)) for land in sorted(lands))


def likeness(first: Casualties, second: Casualties, sources: Sources) -> Found | None:
    return alike(sources.once(first, counted), sources.once(second, counted))


def exclude(first: Casualties, second: Casualties, sources: Sources) -> bool:
    return contradict(sources.once(first, counted), sources.once(second, counted))


def records(found: Cluster[Casualties], sources: Sources) -> Iterator[AnyRecord]:
    ordered = sorted(found.members, key=lambda claim: (day_of(claim, sources), claim.id))
    first = max(ordered, key=tells)  # the first of those that tell most
    yield TollSeries(
        id=content_id("toll_series", min(claim.id for claim in ordered)),
        title=title_of(first),
        members=tuple(claim.id for claim in ordered),
        reasons=found.reasons or ("the only figure of this claimant for these people",),
        independent_sources=sources.independent(ordered),
        outlets=sources.outlets(ordered),
        claimed_by=first.claimed_by,
        losses_of=first.losses_of,
        person_status=first.person_status,
        harm=first.harm,
        scope=first.scope,
        points=points(ordered),
    )


def tells(claim: Casualties) -> tuple[bool, bool, bool]:
    """Whose people, of which kind, in which fighting."""
    return claim.losses_of is not None, claim.person_status != "unknown", claim.scope is not None


def day_of(claim: Casualties, sources: Sources) -> datetime.date:
    if claim.as_of and claim.as_of.latest:
        return claim.as_of.latest
    return sources.published(claim) or datetime.date.max


def points(ordered: Sequence[Casualties]) -> tuple[TollPoint, ...]:
    """A lower later figure stays and is flagged as a revision; what is withheld is a gap."""
    highest: int | None = None
    made: list[TollPoint] = []
    for claim in ordered:
        span = bounds(claim)
        lower = bool(span and span[1] is not None and highest is not None and span[1] < highest)
        flag = "withheld" if is_withheld(claim) else "revision" if lower else None
        made.append(
            TollPoint(claim=claim.id, as_of=claim.as_of, value=claim.value, low=claim.low, high=claim.high, flag=flag)
        )
        highest = max(highest or 0, span[0]) if span else highest
    return tuple(made)


def title_of(claim: Casualties) -> str:
    """``Armenia (military): killed, counted by Armenia``; ``civilians of a side not stated: ...``."""
    status = "" if claim.person_status == "unknown" else f" ({claim.person_status})"
    if claim.losses_of is None:
        return f"{people_words(claim)} of a side not stated: {claim.harm}, counted by {says(claim)}"
    whose = name_of(claim.losses_of) if isinstance(claim.losses_of, Actor) else claim.losses_of
    return f"{whose}{status}: {claim.harm}, counted by {says(claim)}"


def people_words(claim: Casualties) -> str:
    """``children``, ``rebels``, ``civilians``; ``people`` where nothing is told of them."""
    if claim.subgroup:
        return " and ".join(word.replace("_", " ") for word in claim.subgroup)
    kinds = {"civilian": "civilians", "military": "military", "mixed": "civilians and military"}
    return kind_of_fighters(claim) or kinds.get(claim.person_status, "people")


tolls: Joiner[Casualties] = Joiner(
    name="tolls",
    takes=takes,
    keys=keys,
    records=records,
    alike=likeness,
    contradict=exclude,
)
