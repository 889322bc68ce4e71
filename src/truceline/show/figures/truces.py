"""Truces from first word to last: one row each."""

import datetime
from dataclasses import dataclass

from truceline.model.claims import Ceasefire
from truceline.model.record import CeasefireProcess, CeasefireStep
from truceline.model.when import Date
from truceline.show.figures.axis import DayAxis, Tick
from truceline.show.figures.sheet import NARROW, Sheet
from truceline.show.parties import Parties
from truceline.show.standing import Standing
from truceline.show.wording import denied, held, names, when, who

SOUGHT = frozenset({"sought", "proposed"})
DaySpan = tuple[datetime.date, datetime.date]
ENDS = frozenset({"collapsed", "expired", "ended", "not_observed"})
WIDE, CARD = Sheet(1160, 260, 890, 56, 64, False, 34), Sheet(640, 4, 636, 72, 118, True, 90)
SMALL = Sheet(NARROW, 4, 336, 72, 118, True, 48)


@dataclass(frozen=True, slots=True)
class ToldSpan:
    """``look``: sought, agreed, in_force, end_unsure. ``last`` null: the end is not told, it lasts as long as drawn."""

    look: str
    first: datetime.date
    last: datetime.date | None

    def overlaps(self, axis: DayAxis) -> bool:
        return self.first <= axis.last and (self.last is None or self.last >= axis.first)


@dataclass(frozen=True, slots=True)
class ToldViolation:
    day: datetime.date
    slot: int
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class ToldTruce:
    """One truce, as told; where it lies in a figure is another question."""

    record: str
    claim: str
    name: str
    parties: str
    first_day: datetime.date | None
    is_past: bool
    spans: list[ToldSpan]
    violations: list[ToldViolation]
    held: str
    last_word: str
    label: str
    stages: str

    @property
    def is_dated(self) -> bool:
        return bool(self.spans or self.violations or self.first_day)


@dataclass(frozen=True, slots=True)
class Bar:
    """``look`` as in ToldSpan. ``x`` and ``width`` in pixels."""

    look: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class TruceRow:
    """One truce in a figure, its violations with their place on the axis."""

    told: ToldTruce
    y: float
    bars: list[Bar]
    violations: list[tuple[float, ToldViolation]]

    @property
    def end(self) -> float:
        return self.bars[-1].x + self.bars[-1].width

    @property
    def undrawn(self) -> str:
        """Why no bar is there; empty where there is one."""
        if self.bars:
            return ""
        if self.told.spans:
            return "its other days lie outside these"
        return "no days of it are told" if self.told.is_dated else "day not known: told, not drawn"


@dataclass(frozen=True, slots=True)
class TruceRows:
    """``axis`` null where no day at all is known."""

    rows: list[TruceRow]
    axis: DayAxis | None
    sheet: Sheet

    @property
    def height(self) -> float:
        return self.sheet.height(len(self.rows))

    @property
    def ticks(self) -> list[Tick]:
        ticks = self.axis.ticks() if self.axis else []
        return ticks[::3] if self.sheet.narrow else ticks


def drawn_truces(told: list[ToldTruce], window: DaySpan | None, sheet: Sheet, most: int | None) -> TruceRows:
    axis = DayAxis(*window, sheet.left, sheet.right) if window else None
    rows = truce_rows(told, axis or no_days(sheet.left, sheet.right), sheet.top, sheet.row, most)
    return TruceRows(rows, axis, sheet)


def no_days(left: float, right: float) -> DayAxis:
    """An axis for reports without any known day: nothing is drawn on it."""
    return DayAxis(datetime.date.min, datetime.date.min, left, right)


def truce_rows(
    told: list[ToldTruce], axis: DayAxis, top: float, row: float = WIDE.row, most: int | None = None
) -> list[TruceRow]:
    """What has a day on the axis, and what has none at all; not what was past before the axis begins."""
    present = [truce for truce in told if not truce.is_past and (not truce.is_dated or is_seen(truce, axis))]
    return [row_of(truce, axis, top + index * row) for index, truce in enumerate(newest(present, most))]


def is_seen(truce: ToldTruce, axis: DayAxis) -> bool:
    """Whether a day of it lies on the axis. One whose end nobody told of is not seen for ever after."""
    if truce.first_day and axis.holds(truce.first_day):
        return True
    lasted = any(span.last and span.overlaps(axis) for span in truce.spans)
    return lasted or any(axis.holds(violation.day) for violation in truce.violations)


def newest(present: list[ToldTruce], most: int | None) -> list[ToldTruce]:
    """The last ``most`` in the order of days, undated ones after them as far as there is room."""
    if most is None or len(present) <= most:
        return present
    dated = [truce for truce in present if truce.is_dated][-most:]
    return dated + [truce for truce in present if not truce.is_dated][: most - len(dated)]


def row_of(truce: ToldTruce, axis: DayAxis, y: float) -> TruceRow:
    bars = [bar(span, axis) for span in truce.spans if span.overlaps(axis)]
    violations = [(axis.x(violation.day), violation) for violation in truce.violations if axis.holds(violation.day)]
    return TruceRow(truce, y, bars, violations)


def bar(span: ToldSpan, axis: DayAxis) -> Bar:
    x = axis.x(span.first, 0)
    return Bar(span.look, x, round(max(6.0, axis.x(span.last or axis.last, 1) - x), 1))


def told_truces(standing: Standing, parties: Parties) -> list[ToldTruce]:
    """In the order of their first day; undated ones last."""
    processes = standing.of_kind(CeasefireProcess)
    ordered = sorted(processes, key=lambda process: (first_day(process) or datetime.date.max, process.id))
    return [told_truce(process, standing, parties) for process in ordered]


def first_day(process: CeasefireProcess) -> datetime.date | None:
    days = [step.date.earliest for step in process.steps if step.date and step.date.earliest]
    return min(days, default=None)


def told_truce(process: CeasefireProcess, standing: Standing, parties: Parties) -> ToldTruce:
    last = process.steps[-1]
    claim = standing.claims[last.claim]
    return ToldTruce(
        record=process.id,
        claim=process.steps[0].claim,
        name=process.title,
        parties=names(process.parties),
        first_day=first_day(process),
        is_past=all(step.stage == "historical" for step in process.steps),
        spans=spans_of(process),
        violations=violations_of(process, standing, parties),
        held=held(process.held_days),
        last_word=f"{who(last.claimed_by, standing.publisher(claim))}: {last.stage.replace('_', ' ')}",
        label=f"{process.title}: {', '.join(step.stage.replace('_', ' ') for step in process.steps)}",
        stages="; ".join(dict.fromkeys(stage_words(step) for step in process.steps)),
    )


def stage_words(step: CeasefireStep) -> str:
    return f"{step.stage.replace('_', ' ')}, {when(step.date)}"


def spans_of(process: CeasefireProcess) -> list[ToldSpan]:
    dates: dict[str, DaySpan] = {}
    for step in process.steps:
        if (days := known(step.date)) is not None:
            dates.setdefault(step.stage, days)  # told again without a day it keeps the one that it has
    sought = first_of(dates, SOUGHT)
    start = first_of(dates, {"agreed", "announced"})
    force = first_of(dates, {"in_force", "extended"})
    end = first_of(dates, ENDS)
    spans: list[ToldSpan] = []
    if sought:
        spans.append(ToldSpan("sought", sought[0], start[0] if start else sought[1]))
    if start:
        spans.append(ToldSpan("agreed", start[0], force[0] if force else start[1]))
    if force:
        spans.append(ToldSpan("in_force", force[0], end[0] if end else force[1]))
    if end:
        spans.append(ToldSpan("end_unsure", max(end[0], start[1] if start else end[0]), end[1]))
    elif (begun := force or start) and any(step.stage in ENDS for step in process.steps):
        spans.append(ToldSpan("end_unsure", begun[1], None))
    return spans


def first_of(dates: dict[str, DaySpan], stages: frozenset[str] | set[str]) -> DaySpan | None:
    return min((dates[stage] for stage in stages if stage in dates), default=None)


def known(date: Date | None) -> DaySpan | None:
    return (date.earliest, date.latest) if date and date.earliest and date.latest else None


def violations_of(process: CeasefireProcess, standing: Standing, parties: Parties) -> list[ToldViolation]:
    """Triangles in the colour of the side blamed; the label says who blames. A denial is no violation."""
    made: list[ToldViolation] = []
    for step in process.steps:
        claim = standing.claims[step.claim]
        day = known(step.date) or _published(standing, claim.report)
        if step.stage != "violated" or not isinstance(claim, Ceasefire) or day is None or denied(claim, step.stage):
            continue
        blamed = claim.violated_by[0] if claim.violated_by else None
        label = f"violation by {who(blamed)}, {standing.says(claim)}, {when(step.date)}"
        made.append(ToldViolation(day[0], parties.slot(blamed), claim.id, label))
    return made


def _published(standing: Standing, report: str) -> DaySpan | None:
    day = standing.reports[report].published
    return (day, day) if day else None
