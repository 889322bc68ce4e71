"""What a running count counts, and when two counts of one claimant are one count gone on."""

import datetime
from dataclasses import dataclass

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties
from truceline.reconcile.figures import Bounds, bounds, exclude_each_other, kind_of_fighters, losses_key
from truceline.reconcile.joining import Found
from truceline.reconcile.likeness import Days, began, gap
from truceline.reconcile.offices import is_one_office
from truceline.reconcile.sources import Sources
from truceline.reconcile.theatres import Theatre

STEP = 1.5  # a count that has grown by more than half, or shrunk by a third, may be one of other people
GROWN = 3  # times that a count from one beginning may grow between two reports
START = 7  # days by which two words for one beginning ("since late May", "since June 2") may be apart
HALF_A_YEAR = 183  # days
UNKNOWN = frozenset({"-", "unknown", ""})  # what a claim leaves open


@dataclass(frozen=True, slots=True)
class Counted:
    """``people``: side that lost them, civilians or not, fighting, soldiers or rebels; each may be left open.

    ``since``: when counting began. ``land``: the country of the place where they fell, where that is told.

    ``on``: the day that the figure is of, else that of the report. ``figure`` null: none is given.
    """

    theatre: Theatre
    people: tuple[str, str, str, str]
    since: Days | None
    on: datetime.date | None
    figure: Bounds | None
    claimant: Actor
    land: str | None


def counted(claim: AnyClaim, sources: Sources) -> Counted:
    assert isinstance(claim, Casualties)  # noqa: S101 - only these come here
    return Counted(
        theatre=sources.theatre(claim),
        people=(losses_key(claim, sources), claim.person_status, claim.scope or "", kind_of_fighters(claim)),
        since=began(claim.period),
        on=claim.as_of.latest if claim.as_of and claim.as_of.latest else sources.published(claim),
        figure=bounds(claim),
        claimant=claim.claimed_by,
        land=claim.place.country if claim.place else None,
    )


def alike(one: Counted, other: Counted) -> Found | None:
    """Of one claimant and one harm. What one count leaves open the other may tell, where the figures go on."""
    if contradict(one, other):
        return None
    if one.people == other.people and (is_told_of(one) or is_one_count(one, other)):
        return 1.0, "same claimant, same people, same harm, same fighting"
    if not goes_on(one, other):
        return None
    if one.people == other.people:
        return 0.9, "same claimant, same harm, figures that go on"
    if one.since and one.since == other.since:
        return 0.8, "same claimant, same harm, counted since the same day; one tells of whom, the other leaves it open"
    if one.claimant.resolution == "author" or (one.since and other.since):
        return None
    return 0.6, "same claimant, same harm, figures that go on; one tells of whom, the other leaves it open"


def is_told_of(one: Counted) -> bool:
    """A claimant who says whose people he counts, or of what kind; a report's own voice is that of many claimants."""
    side, status, _, kind = one.people
    told = side not in {*UNKNOWN, "all sides"} or status not in UNKNOWN or kind not in UNKNOWN
    return told and one.claimant.resolution != "author"


def is_one_count(one: Counted, other: Counted) -> bool:
    """Whose people it counts is not told, but where they fell or since when."""
    if one.claimant.resolution == "author":
        return False
    return bool(
        (one.land and one.land == other.land) or (one.since and one.since == other.since) or withheld(one, other)
    )


def withheld(one: Counted, other: Counted) -> bool:
    return one.figure is None or other.figure is None


def goes_on(one: Counted, other: Counted) -> bool:
    """A bit more or a bit less than before; from one beginning, on a later day, up to three times as many."""
    if one.figure is None or other.figure is None:
        return False
    if one.on and other.on and one.on > other.on:
        return goes_on(other, one)
    first, then = (figure[0] or figure[1] or 0 for figure in (one.figure, other.figure))
    later = one.on is not None and other.on is not None and one.on < other.on
    most = GROWN if later and one.since and one.since == other.since else STEP
    return 0 < first <= then * STEP and then <= first * most


def contradict(one: Counted, other: Counted) -> bool:
    """Other people, another fighting or another beginning; or a total beside its own part on one day."""
    if not is_one_office(one.claimant, other.claimant):
        return True
    if one.theatre.is_same(other.theatre) is False or (one.land and other.land and one.land != other.land):
        return True
    if any(a != b and not {a, b} & UNKNOWN for a, b in zip(one.people, other.people, strict=True)):
        return True
    if one.since and other.since and gap(one.since, other.since) > START:
        return True
    if one.claimant.resolution == "author" and not one.theatre.is_same(other.theatre):
        return True
    if years_apart(one, other):
        return True
    return one.people != other.people and one.on == other.on and part_and_whole(one.figure, other.figure)


def years_apart(one: Counted, other: Counted) -> bool:
    """Months apart, and nothing tells that both count from one beginning or of one land."""
    if one.on is None or other.on is None or abs((one.on - other.on).days) <= HALF_A_YEAR:
        return False
    return not (one.since and other.since) and not (one.land and one.land == other.land)


def part_and_whole(one: Bounds | None, other: Bounds | None) -> bool:
    return one is not None and other is not None and exclude_each_other(one, other)
