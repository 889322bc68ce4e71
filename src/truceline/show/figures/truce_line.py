"""The truce line: talks above, truces on the line, fighting below, reports at the bottom, one time axis."""

import datetime
from collections import Counter
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import unit_for
from truceline.model.claims import Event, Talks
from truceline.model.record import CeasefireProcess, TalksRound
from truceline.show.figures.axis import DayAxis, Tick
from truceline.show.figures.bars import Bin, Dot, SpanBar, bin_words, bins_of, place_bar, width_of
from truceline.show.figures.days import days_of
from truceline.show.figures.sheet import NARROW
from truceline.show.figures.truces import ToldTruce, TruceRow, truce_rows
from truceline.show.standing import Standing
from truceline.show.wording import counted, names, when

WIDTH, LEFT, RIGHT = 1160, 170, 1140
TALKS_Y, TRUCES_Y, FIGHTING_Y = 46, 116, 214
NARROW_LEFT, NARROW_DAYS = 26, 44  # pixels; a month of reports and what is planned after it
HIGHEST_BAR, WIDEST_BAR = 56, 28
LONGEST = 183  # days drawn at once: half a year still shows single days


@dataclass(frozen=True, slots=True)
class ToldTalks:
    """One meeting on its first day, as told."""

    day: datetime.date
    icon: str
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class TalksMark:
    x: float
    y: float
    icon: str
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class TruceLine:
    """``narrow``: drawn anew for a small screen, the last weeks only, names above their lanes."""

    axis: DayAxis
    width: int
    narrow: bool
    ticks: list[Tick]
    talks: list[TalksMark]
    truces: list[TruceRow]
    fighting: list[SpanBar]
    blind: list[tuple[float, float]]
    reports: list[Dot]
    undated: str
    label: str
    unit: str


def truce_lines(standing: Standing, truces: list[ToldTruce]) -> list[TruceLine]:
    """For a small and for a large screen; none where no day at all is known."""
    axis = day_axis(standing, LEFT, RIGHT)
    if axis is None:
        return []
    talks = standing.kept("talks", lambda: told_talks(standing))
    narrow = narrowed((axis.first, axis.last), NARROW_LEFT)
    small = standing.kept(
        f"small line {narrow.first} {narrow.last}", lambda: truce_line(standing, truces, talks, narrow, NARROW)
    )
    return [small, truce_line(standing, truces, talks, axis, WIDTH)]


def truce_line(
    standing: Standing, truces: list[ToldTruce], talks: list[ToldTalks], axis: DayAxis, width: int
) -> TruceLine:
    met = talks_marks(talks, axis)
    fighting = fighting_bars(standing, axis)
    rows = [row for row in truce_rows(truces, axis, TRUCES_Y, 0) if row.bars or row.violations]
    label = (
        f"{counted(len(met), 'meeting')} said to be held or planned, {counted(len(rows), 'truce')}, "
        f"fighting said {fighting_words(len(fighting), axis)}"
    )
    return TruceLine(
        axis=axis,
        width=width,
        narrow=width == NARROW,
        ticks=axis.ticks()[:: 2 if width == NARROW else 1],
        talks=met,
        truces=rows,
        fighting=fighting,
        blind=blind_days(standing, axis),
        reports=report_dots(standing, axis),
        undated=standing.kept("undated", lambda: undated_note(standing)),
        label=label,
        unit=unit_for(axis.first, axis.last),
    )


def narrowed(window: tuple[datetime.date, datetime.date], left: float) -> DayAxis:
    """The end of a window on a small screen."""
    first, last = window
    return DayAxis(max(first, last - datetime.timedelta(days=NARROW_DAYS)), last, left, NARROW - 14)


def day_axis(standing: Standing, left: float, right: float) -> DayAxis | None:
    """From the first to the last day that reports, truces, talks and fighting name, at most half a year."""
    if standing.window is not None:
        return DayAxis(*standing.window, left, right)
    published = standing.days_published()
    days = [*published, *known_days(standing)]
    if not days:
        return None
    last = max(days)
    if published:
        last = min(last, published[-1] + datetime.timedelta(days=60))
    first = max(min(days), last - datetime.timedelta(days=LONGEST))
    return DayAxis(first - datetime.timedelta(days=1), last + datetime.timedelta(days=2), left, right)


def known_days(standing: Standing) -> list[datetime.date]:
    dates = [step.date for process in standing.of_kind(CeasefireProcess) for step in process.steps]
    dates += [made.date for made in standing.of_kind(TalksRound)]
    dates += [event.date for event in standing.of_kind(Event) if event.event == "ASSAULT"]
    days = [
        date.earliest
        for date in dates
        if date and date.earliest and date.latest and _narrow(date.earliest, date.latest)
    ]
    published = standing.days_published()
    newest = published[-1] if published else max(days, default=datetime.date.max)
    return [day for day in days if abs((newest - day).days) <= LONGEST]


def _narrow(first: datetime.date, last: datetime.date) -> bool:
    return (last - first).days <= 31


def told_talks(standing: Standing) -> list[ToldTalks]:
    return [
        ToldTalks(day, talks_icon(talks), talks.id, talks_label(talks, standing))
        for talks in sorted(standing.of_kind(Talks), key=lambda talks: talks.evidence.start)
        if talks.status != "standing_body" and (day := known_day(talks)) is not None
    ]


def known_day(talks: Talks) -> datetime.date | None:
    """The first day of a meeting whose days are known well enough to be drawn."""
    date = talks.date
    if date is None or date.earliest is None or date.latest is None or not _narrow(date.earliest, date.latest):
        return None
    return date.earliest


def talks_label(talks: Talks, standing: Standing) -> str:
    status = talks.status.replace("_", " ")
    return f"{status}, {names(talks.participants)}, {when(talks.date)}, {standing.says(talks)}"


def talks_marks(told: list[ToldTalks], axis: DayAxis) -> list[TalksMark]:
    taken: Counter[float] = Counter()
    made: list[TalksMark] = []
    for talks in told:
        if axis.holds(talks.day):
            x = axis.x(talks.day)
            made.append(TalksMark(x, TALKS_Y - 17 * min(2, taken[x]), talks.icon, talks.claim, talks.label))
            taken[x] += 1
    return made


def talks_icon(talks: Talks) -> str:
    """The shape says whether they sat in one room, the line whether it happened."""
    if talks.status == "standing_body":
        return "standing"
    if talks.status in {"ruled_out", "refused", "cancelled", "did_not_take_place"}:
        return "ruled-out"
    if talks.status in {"planned", "proposed", "postponed"}:
        return "planned"
    if talks.format in {"separate", "proximity", "shuttle"}:
        return "separate"
    if talks.format in {"phone", "video", "letter"}:
        return "phone"
    return "trilateral" if talks.format == "trilateral" else "held"


def fighting_bars(standing: Standing, axis: DayAxis) -> list[SpanBar]:
    """Assaults said to have happened on one known day, counted by day. Claims, not casualties."""
    bins = bins_of(days_of(standing).fighting(axis.first, axis.last), axis)
    most, width = max((made.number for made in bins), default=1), width_of(axis, WIDEST_BAR)
    return [fighting_bar(made, most, width, axis) for made in bins]


def fighting_bar(made: Bin, most: int, width: float, axis: DayAxis) -> SpanBar:
    height = max(2.0, HIGHEST_BAR * made.number / most)
    label = f"{counted(made.number, 'claim')} of fighting {bin_words(made)}"
    return place_bar(made, axis, label, y=FIGHTING_Y, height=height, width=width, top=FIGHTING_Y - height - 4)


def fighting_words(number: int, axis: DayAxis) -> str:
    unit = unit_for(axis.first, axis.last)
    return f"{'on' if unit == 'day' else 'in'} {counted(number, unit)}"


def report_dots(standing: Standing, axis: DayAxis) -> list[Dot]:
    return [report_dot(made, axis) for made in bins_of(days_of(standing).reports(axis.first, axis.last), axis)]


def report_dot(made: Bin, axis: DayAxis) -> Dot:
    label = f"{counted(made.number, 'report')} published {bin_words(made)}"
    middle = (axis.x(made.first, 0) + axis.x(made.last, 1)) / 2
    return Dot(round(middle, 1), round(min(6.0, 2 + made.number), 1), label, made.first, made.last, made.one)


def blind_days(standing: Standing, axis: DayAxis) -> list[tuple[float, float]]:
    """Stretches of two or more days between reports: nothing was read, which is not the same as nothing happened."""
    stretches = [
        (axis.x(before, 1), round(axis.x(after, 0) - axis.x(before, 1), 1))
        for before, after in days_of(standing).gaps(axis.first, axis.last)
    ]
    return [(x, width) for x, width in stretches if width > 0]


def undated_note(standing: Standing) -> str:
    talks = sum(1 for claim in standing.of_kind(Talks) if claim.status != "standing_body" and not _dated(claim))
    truces = sum(
        1 for made in standing.of_kind(CeasefireProcess) if not any(s.date and s.date.earliest for s in made.steps)
    )
    parts = [counted(number, thing) for number, thing in ((talks, "meeting"), (truces, "truce")) if number]
    return f"{' and '.join(parts)} without a known day are listed below, not drawn." if parts else ""


def _dated(talks: Talks) -> bool:
    return talks.date is not None and talks.date.earliest is not None
