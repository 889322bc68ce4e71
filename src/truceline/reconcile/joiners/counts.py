"""Figures of different claimants for the same people at the same time: what cannot both hold, and what agrees.

No series is made here and nothing is added up: each pair keeps both claims and the reason.
"""

import datetime
from collections.abc import Iterator

from truceline.model.claims import AnyClaim, Casualties
from truceline.model.record import AnyRecord
from truceline.reconcile.clusters import Cluster
from truceline.reconcile.figures import bounds, exclude_each_other, figure_words, of_a_part, people_key, place_key
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import began, gap
from truceline.reconcile.sides import agreement, are_two_voices, camps, contradiction, opposed
from truceline.reconcile.sources import Sources

LATELY = 3  # days
NEAR = 1  # days: a toll grows, so only figures of one time are held against each other


def takes(claim: AnyClaim) -> Casualties | None:
    """Cumulative figures with a number, of people of whom it is told whose or of what kind they are."""
    if not isinstance(claim, Casualties) or claim.measure != "cumulative" or bounds(claim) is None:
        return None
    told = claim.losses_of is not None or claim.person_status != "unknown"
    return claim if told and claim.aux_mode is None else None


def counted_on(claim: Casualties, sources: Sources) -> datetime.date | None:
    if claim.as_of and claim.as_of.latest:
        return claim.as_of.latest
    return sources.published(claim)


def keys(claim: Casualties, sources: Sources) -> Iterator[str]:
    day = counted_on(claim, sources)
    theatre = sources.theatre(claim)
    war = theatre.conflict or " ".join(sorted(theatre.lands))
    if day:
        what = f"{people_key(claim, sources)} {claim.scope} {place_key(claim)} {war}"
        yield from (f"{what} {day.toordinal() + step}" for step in (0, NEAR))


def likeness(first: Casualties, second: Casualties, sources: Sources) -> Found | None:
    one, other = counted_on(first, sources), counted_on(second, sources)
    if one is None or other is None or abs((one - other).days) > NEAR:
        return None
    return 0.8 - 0.1 * abs((one - other).days), "the same people counted at the same time"


def far_apart(first: Casualties, second: Casualties, sources: Sources) -> bool:
    """Chains of neighbouring days must not reach from week to week."""
    one, other = counted_on(first, sources), counted_on(second, sources)
    return one is None or other is None or abs((one - other).days) > NEAR


def records(found: Cluster[Casualties], sources: Sources) -> Iterator[AnyRecord]:
    members = sorted(found.members, key=lambda claim: claim.id)
    title = f"{found.members[0].person_status} {found.members[0].harm}".replace("unknown ", "")
    by_figure = camps(members, bounds)
    for left, right in opposed(by_figure, lambda a, b: clash(a, b, sources)):
        why = f"{figure_words(left[0])} and {figure_words(right[0])} {title} cannot both hold"
        yield contradiction(left, right, why, sources, title=f"Figures: {title}", about=None)
    for claims in by_figure.values():
        why = f"they count alike: {figure_words(claims[0])} {title}"
        yield from agreement(claims, why, sources, title=f"Figures: {title}", about=None)


def clash(first: Casualties, second: Casualties, sources: Sources) -> bool:
    """One claimant's newer figure is an update, no contradiction."""
    one, other = bounds(first), bounds(second)
    if one is None or other is None or not are_two_voices(first, second, sources):
        return False
    both_own = first.claimed_by.resolution == second.claimed_by.resolution == "author"
    if both_own and sources.published(first) != sources.published(second):
        return False
    if of_a_part(first, second) or of_a_part(second, first):
        return False
    return exclude_each_other(one, other) and of_one_time(first, second, sources)


def of_one_time(first: Casualties, second: Casualties, sources: Sources) -> bool:
    """ "On Friday" and "since October 9": two counts. Where one does not say, it is taken to have run for days."""
    one, other = began(first.period), began(second.period)
    if one is None or other is None:
        return not (of_the_day(first, sources) or of_the_day(second, sources))
    return gap(one, other) <= NEAR


def of_the_day(claim: Casualties, sources: Sources) -> bool:
    """Counted for the last days alone: a running count goes further back."""
    period, told = began(claim.period), counted_on(claim, sources)
    return bool(period and told and (told - period[0]).days <= LATELY)


counts: Joiner[Casualties] = Joiner(
    name="counts", takes=takes, keys=keys, records=records, alike=likeness, contradict=far_apart
)
