"""What happened by kind: one lane a kind, bars of claims by day, week or month, and days without reports hatched."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import Day, Span
from truceline.model.claim import CLAIM_KINDS
from truceline.show.figures.axis import DayAxis, Tick
from truceline.show.figures.bars import Bin, SpanBar, bin_words, bins_of, place_bar, width_of
from truceline.show.figures.sheet import NARROW
from truceline.show.figures.truce_line import blind_days, narrowed
from truceline.show.standing import DayCount, Standing
from truceline.show.wording import counted

WIDTH, LEFT, RIGHT = 1160, 130, 1140
TOP, LANE, HIGHEST, WIDEST = 24, 52, 36, 20
NARROW_LEFT, NARROW_LANE = 26, 62  # names stand above the bars


@dataclass(frozen=True, slots=True)
class Lane:
    """``y``: where its bars stand."""

    kind: str
    y: float
    bars: list[SpanBar]
    number: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """``narrow``: drawn anew for a small screen, the last weeks only."""

    axis: DayAxis
    width: int
    narrow: bool
    lanes: list[Lane]
    ticks: list[Tick]
    blind: list[tuple[float, float]]
    height: float
    label: str


def lanes_of(told: Iterable[Span], standing: Standing, kinds: tuple[str, ...], *, narrow: bool = False) -> Lanes | None:
    """``told``: numbers by kind and day, week or month. Null where no window is known."""
    if standing.window is None:
        return None
    axis = narrowed(standing.window, NARROW_LEFT) if narrow else DayAxis(*standing.window, LEFT, RIGHT)
    by_kind: dict[str, dict[Day, DayCount]] = defaultdict(dict)
    for span in told:
        by_kind[span.thing][span.first] = (span.n, "")
    chosen = [kind for kind in CLAIM_KINDS if not kinds or kind in kinds]
    high = NARROW_LANE if narrow else LANE
    lanes = [
        lane_of(kind, bins_of(by_kind[kind], axis), axis, TOP + (index + 1) * high - 10)
        for index, kind in enumerate(chosen)
    ]
    return Lanes(
        axis=axis,
        width=NARROW if narrow else WIDTH,
        narrow=narrow,
        lanes=lanes,
        ticks=axis.ticks()[:: 2 if narrow else 1],
        blind=blind_days(standing, axis),
        height=TOP + len(lanes) * high + 30,
        label="; ".join(f"{counted(lane.number, 'claim')} of {lane.kind}" for lane in lanes),
    )


def lane_of(kind: str, bins: list[Bin], axis: DayAxis, y: float) -> Lane:
    most, width = max((made.number for made in bins), default=1), width_of(axis, WIDEST)
    bars = [bar_of(made, most, width, axis, y, kind) for made in bins]
    return Lane(kind, y, bars, sum(made.number for made in bins))


def bar_of(made: Bin, most: int, width: float, axis: DayAxis, y: float, kind: str) -> SpanBar:
    label = f"{counted(made.number, 'claim')} of {kind} {bin_words(made)}, open the list"
    height = max(3.0, HIGHEST * made.number / most)
    return place_bar(made, axis, label, y=y, height=height, width=width, top=y - HIGHEST - 2)
