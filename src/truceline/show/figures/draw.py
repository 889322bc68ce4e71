"""Marks of which a figure has hundreds, each a link with its words; a template would take ten times as long."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from markupsafe import Markup

from truceline.show.figures.axis import Tick
from truceline.show.figures.bars import Dot, SpanBar
from truceline.show.figures.place_map import Outlines, PlaceMark
from truceline.show.figures.tolls import PointMark
from truceline.show.figures.truce_line import TalksMark
from truceline.show.figures.truces import Bar, TruceRow
from truceline.show.links import Links

BOUNDS = {
    "at_least": '<path class="bound" d="M0 0v-18m-4 5l4-5 4 5"/>',
    "at_most": '<path class="bound" d="M0 0v18m-4-5l4 5 4-5"/>',
    "vague": '<rect class="fade" x="-8" y="-40" width="16" height="40"/>'
    '<path class="bound" stroke-width="3" d="M-9 0h18"/>',
}
BARS = {"agreed": "hollow", "in_force": "ink", "end_unsure": "hatched"}
SPOT = '<circle class="ringed" r="6"/><circle class="ink" r="2.5"/>'
RING, FOCUS = '<circle class="ring" r="10"/>', '<circle class="focus" r="12"/>'


def linked(link: str, label: str, drawn: str) -> str:
    """``drawn`` is ours, never a report's."""
    words = escape(label)
    return f'<a href="{escape(link)}" aria-label="{words}"><title>{words}</title>{drawn}</a>'


def markup(parts: Iterable[str]) -> Markup:
    return Markup("".join(parts))  # noqa: S704 - words and links were escaped in ``linked``


def draw_bars(bars: Iterable[SpanBar], links: Links, kind: str) -> Markup:
    return markup(
        linked(
            links.days(kind, bar.first, bar.last, bar.claim),
            bar.label,
            f'<path class="bar" d="{bar.box}"/><path class="focus" d="{bar.around}"/>',
        )
        for bar in bars
    )


def draw_dots(dots: Iterable[Dot], y: int, links: Links) -> Markup:
    """Days of reports, each leading to what was published then."""
    return markup(
        linked(
            links.published(dot.first, dot.last, dot.report),
            dot.label,
            f'<g transform="translate({dot.x} {y})"><circle class="ink" r="{dot.r}"/>{FOCUS}</g>',
        )
        for dot in dots
    )


def draw_talks(marks: Iterable[TalksMark], links: Links) -> Markup:
    return markup(
        linked(
            links.claim(mark.claim),
            mark.label,
            f'<g transform="translate({mark.x} {mark.y})"><use href="#i-{mark.icon}"/>{FOCUS}</g>',
        )
        for mark in marks
    )


def draw_truces(rows: Iterable[TruceRow], links: Links) -> Markup:
    """Each truce from first word to last, a link where it has days; its violations in the colour of the side blamed."""
    return markup(f"{bars_of(row, links)}{violations_of(row, links)}" for row in rows)


def bars_of(row: TruceRow, links: Links) -> str:
    if not row.bars:
        return ""
    left, y = row.bars[0].x, row.y
    around = f'<rect class="focus" x="{left - 4:.1f}" y="{y - 14}" width="{row.end - left + 8:.1f}" height="28"/>'
    drawn = "".join(bar_at(bar, y) for bar in row.bars)
    return linked(links.record(row.told.record, row.told.claim), f"{row.told.label}; {row.told.held}", drawn + around)


def bar_at(bar: Bar, y: float) -> str:
    if bar.look == "sought":
        return f'<path class="sought" d="M{bar.x} {y}h{bar.width}"/>'
    return f'<rect class="{BARS[bar.look]}" x="{bar.x}" y="{y - 10}" width="{bar.width}" height="20"/>'


def violations_of(row: TruceRow, links: Links) -> str:
    return "".join(
        linked(
            links.claim(told.claim),
            told.label,
            f'<g class="s{told.slot}" transform="translate({x} {row.y - 24})"><path class="slot" d="M-4 0h8l-4 7z"/>'
            '<circle class="focus" cy="3" r="12"/></g>',
        )
        for x, told in row.violations
    )


def draw_days(ticks: Iterable[Tick], top: float, bottom: float, y: float, width: float) -> Markup:
    """Lines over an axis of days with their words at ``y``, which stay inside a figure of this width."""
    return markup(
        f'<path class="gridline" d="M{tick.at} {top}V{bottom}"/>'
        f'<text class="soft mid" x="{min(max(tick.at, 30), width - 36)}" y="{y}">{tick.label}</text>'
        for tick in ticks
    )


def draw_blind(stretches: Iterable[tuple[float, float]], y: float, height: float) -> Markup:
    """Days of which nothing was read."""
    return markup(
        f'<rect class="blind" x="{x}" y="{y}" width="{width}" height="{height}"><title>no reports read</title></rect>'
        for x, width in stretches
    )


@lru_cache(maxsize=64)
def draw_outlines(outlines: Outlines) -> Markup:
    lands = (f'<path class="land{" own" if land.own else ""}" d="{land.path}"/>' for land in outlines.lands)
    return markup([*lands, *(f'<path class="disputed" d="{path}"/>' for path in outlines.disputed)])


def draw_places(marks: Iterable[PlaceMark], links: Links) -> Markup:
    return markup(linked(links.place(mark.name, mark.claim), mark.label, place_at(mark)) for mark in marks)


def place_at(mark: PlaceMark) -> str:
    """A ring and a dot where it is exact, an area where it is not; hatched by who is said to hold it."""
    spot = f'<circle class="area" r="{mark.r}"/>' if mark.r else SPOT
    held = "".join(
        f'<circle class="held-ground" r="{mark.r or 14}" fill="url(#held-{slot})"/>' for slot in mark.holders
    )
    around = f'<circle class="focus" r="{mark.reach}"/>'
    return f'<g transform="translate({mark.x} {mark.y})">{spot}{held}{around}</g>{name_beside(mark)}'


def name_beside(mark: PlaceMark) -> str:
    text = mark.text
    if not text.shown:
        return ""
    words = f'<text class="strong">{escape(mark.name)}</text><text class="soft" y="14">{mark.words}</text>'
    return f'<g class="{text.anchor}" transform="translate({text.x} {text.y})">{words}</g>'


def draw_points(points: Iterable[PointMark], slot: int, links: Links) -> Markup:
    """Figures of one claimant, as exact as they are told."""
    return markup(linked(links.claim(point.claim), point.label, point_at(point, slot)) for point in points)


def point_at(point: PointMark, slot: int) -> str:
    bounds = range_of(point) if point.look == "range" else BOUNDS.get(point.look, "")
    shape = f'<use href="#s-{slot}"/>{RING if point.revised else ""}{FOCUS}'
    return f'<g class="s{slot}" transform="translate({point.x} {point.y})">{bounds}{shape}</g>'


def range_of(point: PointMark) -> str:
    low, high = round(point.y_low - point.y, 1), round(point.y_high - point.y, 1)
    return f'<path class="bound" d="M-5 {low}h10M0 {low}V{high}M-5 {high}h10"/>'
