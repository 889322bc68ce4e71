"""Bars over an axis of days: as many as its pixels can show, each leading to what it counts."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import begin_of, end_of, unit_for
from truceline.show.figures.axis import DayAxis, box
from truceline.show.standing import DayCount
from truceline.show.wording import between
from truceline.show.wording import day as on_day

Day = datetime.date


@dataclass(frozen=True, slots=True)
class SpanBar:
    """``box`` and ``around`` (where the focus ring goes) are data of paths."""

    box: str
    around: str
    claim: str
    label: str
    first: Day
    last: Day


@dataclass(frozen=True, slots=True)
class Dot:
    """Reports of a day, week or month; ``report``: one of them where it is at hand."""

    x: float
    r: float
    label: str
    first: Day
    last: Day
    report: str


@dataclass(frozen=True, slots=True)
class Bin:
    """One day, week or month as far as it lies on the axis, how many claims or reports, one where it is at hand."""

    first: Day
    last: Day
    number: int
    one: str


def bins_of(counts: Mapping[Day, DayCount], axis: DayAxis) -> list[Bin]:
    """Counts by day, or by what ``unit_for`` the axis gives, taken together as the axis needs."""
    unit = unit_for(axis.first, axis.last)
    made: dict[Day, DayCount] = {}
    for day, (number, claim) in counts.items():
        if axis.holds(day):
            first = max(axis.first, begin_of(day, unit))
            before, kept = made.get(first, (0, claim))
            made[first] = (before + number, kept)
    return [
        Bin(first, min(axis.last, end_of(first, unit)), number, claim)
        for first, (number, claim) in sorted(made.items())
    ]


def width_of(axis: DayAxis, widest: float) -> float:
    """Of a bar in pixels."""
    days = {"day": 1, "week": 7, "month": 30}[unit_for(axis.first, axis.last)]
    return round(max(2.0, min(widest, axis.day_width * days * 0.7)), 1)


def bin_words(made: Bin) -> str:
    """``on Tue 20 Oct 2020``, ``in 19–25 Oct 2020``."""
    return f"on {on_day(made.first)}" if made.first == made.last else f"in {between(made.first, made.last)}"


def place_bar(made: Bin, axis: DayAxis, label: str, *, y: float, height: float, width: float, top: float) -> SpanBar:
    """A bar of ``height`` that stands on ``y``; its focus ring reaches up to ``top``."""
    x = (axis.x(made.first, 0) + axis.x(made.last, 1) - width) / 2
    bar, around = box(x, y - height, width, height), box(x - 3, top, width + 6, y + 2 - top)
    return SpanBar(bar, around, made.one, label, made.first, made.last)
