"""What happened by kind: one lane a kind, bars of claims by day, week or month, and days without reports hatched."""

import datetime
from dataclasses import dataclass

from truceline.ledger.catalogue.catalogue import Row
from truceline.model.claim import CLAIM_KINDS
from truceline.show.figures.axis import DayAxis, Tick, box
from truceline.show.figures.truce_line import bin_words, bins_of, blind_days, end_of_bin, in_bins
from truceline.show.standing import Standing
from truceline.show.wording import counted

WIDTH, LEFT, RIGHT = 1160, 130, 1140
TOP, LANE, HIGHEST = 24, 52, 36


@dataclass(frozen=True, slots=True)
class LaneBar:
    """``box`` and ``around`` (where the focus ring goes) are data of paths."""

    box: str
    around: str
    first: datetime.date
    last: datetime.date
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    kind: str
    y: float
    bars: list[LaneBar]
    number: int


@dataclass(frozen=True, slots=True)
class Lanes:
    lanes: list[Lane]
    ticks: list[Tick]
    blind: list[tuple[float, float]]
    height: float
    label: str


def lanes_of(rows: list[Row], standing: Standing, kinds: tuple[str, ...]) -> Lanes | None:
    """``rows``: kind, day, number. Null where no window is known."""
    if standing.window is None:
        return None
    axis = DayAxis(*standing.window, LEFT, RIGHT)
    chosen = [kind for kind in CLAIM_KINDS if not kinds or kind in kinds]
    lanes = [lane_of(kind, rows, axis, TOP + index * LANE) for index, kind in enumerate(chosen)]
    label = "; ".join(f"{counted(lane.number, 'claim')} of {lane.kind}" for lane in lanes)
    return Lanes(lanes, axis.ticks(), blind_days(standing, axis), TOP + len(lanes) * LANE + 30, label)


def lane_of(kind: str, rows: list[Row], axis: DayAxis, y: float) -> Lane:
    by_day = {
        day: (int(row["n"]), "")
        for row in rows
        if row["kind"] == kind and axis.holds(day := datetime.date.fromisoformat(row["day"]))
    }
    bins = in_bins(by_day, axis)
    most = max((number for _, number, _ in bins), default=1)
    width = round(max(2.0, min(20.0, (axis.right - axis.left) / max(1, bins_of(axis)) * 0.7)), 1)
    bars = [bar_of(day, number, most, width, axis, y, kind) for day, number, _ in bins]
    return Lane(kind, y, bars, sum(number for _, number, _ in bins))


def bar_of(day: datetime.date, number: int, most: int, width: float, axis: DayAxis, y: float, kind: str) -> LaneBar:
    last, height = end_of_bin(day, axis), max(3.0, HIGHEST * number / most)
    x = (axis.x(day, 0) + axis.x(last, 1) - width) / 2
    label = f"{counted(number, 'claim')} of {kind} {bin_words(day, axis)}, open the list"
    bar, around = box(x, y + LANE - 10 - height, width, height), box(x - 3, y + 4, width + 6, 40)
    return LaneBar(bar, around, day, last, label)
