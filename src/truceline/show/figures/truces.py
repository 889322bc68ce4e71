"""Truces from first word to last: one row each."""

import datetime
from dataclasses import dataclass, replace

from truceline.model.claims import Ceasefire
from truceline.model.record import CeasefireProcess
from truceline.model.when import Date
from truceline.show.figures.axis import DayAxis, Tick
from truceline.show.parties import Parties
from truceline.show.standing import Standing
from truceline.show.wording import held, names, when, who

SOUGHT = frozenset({"sought", "proposed"})
ENDS = frozenset({"collapsed", "expired", "ended", "not_observed"})
LEFT, RIGHT, WIDTH, TOP, ROW = 260, 890, 1160, 56, 64
NARROW_LEFT, NARROW_RIGHT, NARROW_WIDTH, NARROW_TOP, NARROW_ROW = 4, 336, 340, 72, 118  # words above and below the bar


@dataclass(frozen=True, slots=True)
class Bar:
    """``look``: sought, agreed, in_force, unknown, end_unsure. ``x`` and ``width`` in pixels."""

    look: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Violation:
    x: float
    slot: int
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class TruceRow:
    """One truce. ``dated`` false: no day is known, and the row says so instead of a bar."""

    record: str
    claim: str
    y: float
    name: str
    parties: str
    bars: list[Bar]
    violations: list[Violation]
    dated: bool
    held: str
    last_word: str
    label: str


@dataclass(frozen=True, slots=True)
class TruceRows:
    """``axis`` null where no day at all is known. ``narrow``: drawn anew for a small screen."""

    rows: list[TruceRow]
    axis: DayAxis | None
    width: int
    height: float
    narrow: bool

    @property
    def ticks(self) -> list[Tick]:
        ticks = self.axis.ticks() if self.axis else []
        return ticks[::3] if self.narrow else ticks

    def first(self, most: int) -> "TruceRows":
        row = NARROW_ROW if self.narrow else ROW
        return replace(self, rows=self.rows[:most], height=height_of(min(most, len(self.rows)), row))


def drawn_truces(
    standing: Standing,
    parties: Parties,
    window: tuple[datetime.date, datetime.date] | None,
    *,
    narrow: bool = False,
) -> TruceRows:
    left, right = (NARROW_LEFT, NARROW_RIGHT) if narrow else (LEFT, RIGHT)
    axis = DayAxis(*window, left, right) if window else None
    top, row = (NARROW_TOP, NARROW_ROW) if narrow else (TOP, ROW)
    rows = truce_rows(standing, parties, axis or no_days(left, right), top, row)
    return TruceRows(rows, axis, NARROW_WIDTH if narrow else WIDTH, height_of(len(rows), row), narrow)


def height_of(rows: int, row: float) -> float:
    return 40 + rows * row


def no_days(left: float, right: float) -> DayAxis:
    """An axis for reports without any known day: nothing is drawn on it."""
    return DayAxis(datetime.date.min, datetime.date.min, left, right)


def truce_rows(standing: Standing, parties: Parties, axis: DayAxis, top: float, row: float = ROW) -> list[TruceRow]:
    """Rows in the order of their first day; undated ones last."""
    processes = [process for process in standing.of_kind(CeasefireProcess) if not is_history(process, axis)]
    ordered = sorted(processes, key=lambda process: (first_day(process) or datetime.date.max, process.id))
    return [row_of(process, standing, parties, axis, top + index * row) for index, process in enumerate(ordered)]


def is_history(process: CeasefireProcess, axis: DayAxis) -> bool:
    day = first_day(process)
    return all(step.stage == "historical" for step in process.steps) or (day is not None and day < axis.first)


def first_day(process: CeasefireProcess) -> datetime.date | None:
    days = [step.date.earliest for step in process.steps if step.date and step.date.earliest]
    return min(days, default=None)


def row_of(process: CeasefireProcess, standing: Standing, parties: Parties, axis: DayAxis, y: float) -> TruceRow:
    last = process.steps[-1]
    claim = standing.claims[last.claim]
    bars = bars_of(process, standing, axis)
    return TruceRow(
        record=process.id,
        claim=process.steps[0].claim,
        y=y,
        name=process.title,
        parties=names(process.parties),
        bars=bars,
        violations=violations_of(process, standing, parties, axis),
        dated=bool(bars),
        held=held(process.held_days),
        last_word=f"{who(last.claimed_by, standing.publisher(claim))}: {last.stage.replace('_', ' ')}",
        label=f"{process.title}: {', '.join(step.stage.replace('_', ' ') for step in process.steps)}",
    )


def bars_of(process: CeasefireProcess, standing: Standing, axis: DayAxis) -> list[Bar]:
    dates: dict[str, tuple[datetime.date, datetime.date] | None] = {
        step.stage: known(step.date) for step in process.steps
    }
    sought = first_of(dates, SOUGHT)
    start = first_of(dates, {"agreed", "announced"})
    force = first_of(dates, {"in_force", "extended"})
    end = first_of(dates, ENDS)
    bars: list[Bar] = []
    if sought:
        bars.append(bar("sought", axis, sought[0], start[0] if start else sought[1]))
    if start:
        bars.append(bar("agreed", axis, start[0], force[0] if force else start[1]))
    if force:
        bars.append(bar("in_force", axis, force[0], end[0] if end else force[1]))
    if end:
        bars.append(bar("end_unsure", axis, max(end[0], start[1] if start else end[0]), end[1]))
    elif (start or force) and any(step.stage in ENDS for step in process.steps):
        latest = (force or start or (axis.last, axis.last))[1]
        bars.append(bar("end_unsure", axis, latest, axis.last))
    return bars


def first_of(
    dates: dict[str, tuple[datetime.date, datetime.date] | None], stages: frozenset[str] | set[str]
) -> tuple[datetime.date, datetime.date] | None:
    found = [days for stage in stages if (days := dates.get(stage)) is not None]
    return min(found, default=None)


def known(date: Date | None) -> tuple[datetime.date, datetime.date] | None:
    return (date.earliest, date.latest) if date and date.earliest and date.latest else None


def bar(look: str, axis: DayAxis, first: datetime.date, last: datetime.date) -> Bar:
    x = axis.x(first, 0)
    return Bar(look, x, round(max(6.0, axis.x(last, 1) - x), 1))


def violations_of(process: CeasefireProcess, standing: Standing, parties: Parties, axis: DayAxis) -> list[Violation]:
    """Triangles in the colour of the side blamed; the label says who blames."""
    made: list[Violation] = []
    for step in process.steps:
        claim = standing.claims[step.claim]
        day = known(step.date) or _published(standing, claim.report)
        if step.stage != "violated" or not isinstance(claim, Ceasefire) or day is None:
            continue
        blamed = claim.violated_by[0] if claim.violated_by else None
        label = f"violation by {who(blamed)}, {standing.says(claim)}, {when(step.date)}"
        made.append(Violation(axis.x(day[0]), parties.slot(blamed), claim.id, label))
    return made


def _published(standing: Standing, report: str) -> tuple[datetime.date, datetime.date] | None:
    day = standing.reports[report].published
    return (day, day) if day else None
