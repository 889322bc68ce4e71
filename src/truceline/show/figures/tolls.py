"""Tolls as each claimant counts them: step lines where a series grows, dot rows where there is one figure."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, replace

from truceline.model.actor import Actor
from truceline.model.claims import Casualties
from truceline.model.record import TollPoint, TollSeries
from truceline.show.figures.axis import DayAxis, FigureAxis, Tick, round_up
from truceline.show.figures.sheet import NARROW, Sheet
from truceline.show.parties import Parties
from truceline.show.standing import Standing
from truceline.show.wording import day as on_day
from truceline.show.wording import figure, is_silent, who

WIDTH, LEFT, RIGHT = 560, 78, 390
NARROW_LEFT, NARROW_RIGHT = 48, 326  # end labels stand in a key below
TOP, BOTTOM = 24, 220
CLOSEST = 4  # pixels between two figures of one line; of those that lie closer the last one is drawn
HIGHEST_LABEL = 14  # pixels from the upper edge, so that its words are not cut
LABEL_GAP = 34  # pixels between end labels, two lines of text
# Of figures told once.
WIDE, CARD = Sheet(1160, 250, 900, 40, 44, False, 28), Sheet(680, 6, 650, 76, 60, True, 75)
SMALL = Sheet(NARROW, 6, 330, 76, 66, True, 37)


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """One figure, as told. ``look``: exact, at_least, at_most, range, vague."""

    day: datetime.date
    value: int
    low: int
    high: int
    look: str
    revised: bool
    claim: str
    label: str
    words: str

    @property
    def day_words(self) -> str:
        return on_day(self.day, weekday=False)


@dataclass(frozen=True, slots=True)
class ToldToll:
    """One claimant's series, as told. ``withheld``: the day from which no figure is disclosed."""

    slot: int
    points: list[ToldPoint]
    withheld: datetime.date | None
    says: str
    last: str
    last_claim: str

    @property
    def is_drawn(self) -> bool:
        """Whether a day of it is known."""
        return bool(self.points) or self.withheld is not None

    @property
    def withheld_words(self) -> str:
        return f"since {on_day(self.withheld, weekday=False)}" if self.withheld else ""


@dataclass(frozen=True, slots=True)
class PointMark:
    """``look`` as in ToldPoint. ``y_low`` and ``y_high`` bound a range."""

    x: float
    y: float
    y_low: float
    y_high: float
    look: str
    revised: bool
    claim: str
    label: str


@dataclass(frozen=True, slots=True)
class TollLine:
    """``close``: its figures that are not drawn."""

    close: int
    slot: int
    path: str
    points: list[PointMark]
    says: str
    last: str
    end_x: float
    end_y: float
    label_y: float
    withheld_from: float | None


@dataclass(frozen=True, slots=True)
class TollPanel:
    """``close``: figures that lie too close to others to be drawn. ``narrow``: drawn anew for a small screen."""

    narrow: bool
    width: int
    left: float
    right: float
    close: int
    title: str
    scope: str
    lines: list[TollLine]
    told: list[ToldToll]
    days: list[Tick]
    figures: list[Tick]
    label: str


@dataclass(frozen=True, slots=True)
class DotRow:
    """One figure of one claimant. ``look`` as in PointMark."""

    y: float
    name: str
    what: str
    slot: int
    look: str
    x: float
    x_high: float
    text: str
    text_x: float
    claim: str
    anchor_end: bool


@dataclass(frozen=True, slots=True)
class DotRows:
    sheet: Sheet
    title: str
    rows: list[DotRow]
    ticks: list[Tick]
    label: str

    @property
    def height(self) -> float:
        return self.sheet.height(len(self.rows))


def toll_groups(standing: Standing) -> list[list[TollSeries]]:
    """The series of each group of people whose toll is told on two days or more; never two harms in one group.

    Groups with most claimants and figures come first; each makes a panel.
    """
    groups: dict[tuple[str, ...], list[TollSeries]] = defaultdict(list)
    for series in standing.of_kind(TollSeries):
        groups[panel_key(series)].append(series)
    days = {series.id: figures_on_days(series, standing) for group in groups.values() for series in group}
    grown = [group for group in groups.values() if any(days[series.id] > 1 for series in group)]
    return sorted(grown, key=lambda group: (-len(group), -sum(days[series.id] for series in group)))


def figures_on_days(series: TollSeries, standing: Standing) -> int:
    """On how many days a figure is given; silence is drawn beside figures, not alone on an axis."""
    return len({day_of(point, standing) for point in series.points if point.flag != "withheld"} - {None})


def panel_key(series: TollSeries) -> tuple[str, ...]:
    return who(series.losses_of), series.person_status, series.harm, series.scope or ""


def dated(series: TollSeries, standing: Standing) -> dict[datetime.date, TollPoint]:
    """The last figure of each day."""
    return {day: point for point in series.points if (day := day_of(point, standing)) is not None}


def day_of(point: TollPoint, standing: Standing) -> datetime.date | None:
    if point.as_of and point.as_of.latest:
        return point.as_of.latest
    return standing.published(standing.claims[point.claim])


def panels_of(group: list[TollSeries], standing: Standing, parties: Parties) -> list[TollPanel]:
    """For a small and for a large screen."""
    days = sorted(day for series in group for day in dated(series, standing))
    tops = [top_of(point) for series in group for point in series.points]
    scale = FigureAxis(round_up(max(tops, default=1)), BOTTOM, TOP)
    told = [told_toll(series, standing, parties) for series in group]
    columns = ((NARROW_LEFT, NARROW_RIGHT), (LEFT, RIGHT))
    return [panel_of(group[0], told, DayAxis(days[0], days[-1], *column), scale) for column in columns]


def panel_of(first: TollSeries, told: list[ToldToll], axis: DayAxis, scale: FigureAxis) -> TollPanel:
    narrow, ticks = axis.left == NARROW_LEFT, axis.ticks()
    lines = [line_of(toll, axis, scale) for toll in told]
    return TollPanel(
        narrow=narrow,
        width=NARROW if narrow else WIDTH,
        left=axis.left,
        right=axis.right,
        close=sum(line.close for line in lines),
        title=panel_title(first),
        scope=first.scope or "",
        lines=spread([line for line in lines if line.points or line.withheld_from is not None]),
        told=told,
        days=ticks[:: 2 if len(ticks) > (3 if narrow else 5) else 1],
        figures=scale.ticks(),
        label="; ".join(f"{line.says} {line.last}" for line in lines),
    )


def panel_title(series: TollSeries) -> str:
    people = {"civilian": "civilians", "military": "fighters", "mixed": "people", "unknown": "people"}
    side = series.losses_of
    whose = (
        f", {who(side)}" if isinstance(side, Actor) and (side.country or side.sector) and side.sector != "CVL" else ""
    )
    return f"{people[series.person_status].capitalize()} said {series.harm}{whose}"


def top_of(point: TollPoint) -> int:
    return max(figure for figure in (point.value, point.low, point.high, 0) if figure is not None)


def told_toll(series: TollSeries, standing: Standing, parties: Parties) -> ToldToll:
    known = sorted(dated(series, standing).items())
    last = standing.claims[series.points[-1].claim]
    assert isinstance(last, Casualties)  # noqa: S101 - points of a toll series are casualties
    return ToldToll(
        slot=parties.slot(series.claimed_by),
        points=[told_point(day, point, standing) for day, point in known if point.flag != "withheld"],
        withheld=next((day for day, point in known if point.flag == "withheld"), None),
        says=standing.says(last),
        last=figure(last),
        last_claim=last.id,
    )


def told_point(day: datetime.date, point: TollPoint, standing: Standing) -> ToldPoint:
    claim = standing.claims[point.claim]
    assert isinstance(claim, Casualties)  # noqa: S101 - points of a toll series are casualties
    low = point.low if point.low is not None else point.value or 0
    high = point.high if point.high is not None else low
    middle = point.value if point.value is not None else (low if point.high is None else (low + high) // 2)
    words = figure(claim)
    label = f"{standing.says(claim)} {words}"
    return ToldPoint(day, middle, low, high, look_of(claim), point.flag == "revision", claim.id, label, words)


def line_of(toll: ToldToll, axis: DayAxis, scale: FigureAxis) -> TollLine:
    every = [mark_of(point, axis.x(point.day), scale) for point in toll.points]
    marks = apart(every)
    steps = [f"M{marks[0].x} {marks[0].y}", *(f"H{mark.x}V{mark.y}" for mark in marks[1:])] if marks else []
    end = marks[-1] if marks else None
    return TollLine(
        close=len(every) - len(marks),
        slot=toll.slot,
        path=" ".join(steps),
        points=marks,
        says=toll.says,
        last=toll.last,
        end_x=end.x if end else axis.left,
        end_y=end.y if end else BOTTOM,
        label_y=end.y if end else BOTTOM,
        withheld_from=axis.x(toll.withheld) if toll.withheld else None,
    )


def apart(marks: list[PointMark]) -> list[PointMark]:
    """The last of those that lie too close, and every revision: a line of years has more figures than pixels."""
    kept: list[PointMark] = []
    for mark in marks:
        if kept and mark.x - kept[-1].x < CLOSEST and not kept[-1].revised:
            kept.pop()
        kept.append(mark)
    return kept


def mark_of(point: ToldPoint, x: float, scale: FigureAxis) -> PointMark:
    return PointMark(
        x, scale.at(point.value), scale.at(point.low), scale.at(point.high), point.look, point.revised, point.claim,
        point.label,
    )  # fmt: skip


def look_of(claim: Casualties) -> str:
    if is_silent(claim):
        return "withheld"
    if claim.missing.get("value") == "vague_quantity":
        return "vague"
    if claim.low is not None and claim.high is not None:
        return "exact" if claim.low == claim.high else "range"
    if claim.value is not None:
        return "exact"
    return "at_least" if claim.low is not None else "at_most"


def spread(lines: list[TollLine]) -> list[TollLine]:
    """Push end labels apart so that none lies on another."""
    made: list[TollLine] = []
    for line in sorted(lines, key=lambda line: -line.end_y):
        lowest = made[-1].label_y - LABEL_GAP if made else BOTTOM
        made.append(replace(line, label_y=min(line.end_y, lowest)))
    over = max(0.0, HIGHEST_LABEL - min((line.label_y for line in made), default=HIGHEST_LABEL))
    return [replace(line, label_y=line.label_y + over) for line in made]


def dot_rows(standing: Standing, parties: Parties, sheet: Sheet) -> list[DotRows]:
    """Figures told once, and withheld ones. Historical tolls are left to the list of claims.

    People who fled are counted in other orders of size than people hurt, so they have an axis of their own.
    """
    single = [series for series in standing.of_kind(TollSeries) if figures_on_days(series, standing) <= 1]
    claims = [standing.claims[series.points[-1].claim] for series in single]
    present = [claim for claim in claims if isinstance(claim, Casualties) and claim.aux_mode != "historical"]
    present.sort(key=lambda claim: (claim.evidence.sentence, claim.evidence.start))
    groups = ([c for c in present if c.harm != "displaced"], [c for c in present if c.harm == "displaced"])
    return [rows_of(group, standing, parties, sheet) for group in groups if group]


def rows_of(claims: list[Casualties], standing: Standing, parties: Parties, sheet: Sheet) -> DotRows:
    most = round_up(max(max(claim.value or 0, claim.low or 0, claim.high or 0) for claim in claims))
    scale = FigureAxis(most, sheet.left, sheet.right)
    rows = [dot_row(claim, standing, parties, scale, sheet.y(index)) for index, claim in enumerate(claims)]
    label = "; ".join(f"{row.name} {row.what}: {row.text}" for row in rows)
    title = "People said displaced" if claims[0].harm == "displaced" else "Figures told once"
    ticks = scale.ticks()[:: 2 if sheet.narrow else 1]
    return DotRows(sheet, title, rows, ticks, label)


def dot_row(claim: Casualties, standing: Standing, parties: Parties, scale: FigureAxis, y: float) -> DotRow:
    low = claim.low if claim.low is not None else claim.value or 0
    high = claim.high if claim.high is not None else low
    look = look_of(claim)
    x_high = scale.at(high) if look != "vague" else min(scale.top, scale.at(low) + 240)
    people = {"civilian": "civilians", "military": "fighters"}.get(claim.person_status, "")
    anchor_end = x_high > (scale.zero + scale.top) * 0.7
    return DotRow(
        y=y,
        name=", ".join(part for part in (who(claim.losses_of), people, " ".join(claim.subgroup)) if part),
        what=claim.harm,
        slot=parties.slot(claim.claimed_by),
        look=look,
        x=scale.at(low),
        x_high=x_high,
        text=f"{standing.says(claim)} {figure(claim)}",
        text_x=scale.at(low) - 12 if anchor_end else x_high + 12,
        claim=claim.id,
        anchor_end=anchor_end,
    )
