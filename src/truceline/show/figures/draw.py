"""Marks of which a figure has hundreds, each a link with its words; a template would take ten times as long."""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from truceline.show.figures.bars import Dot, SpanBar
from truceline.show.figures.tolls import PointMark
from truceline.show.figures.truce_line import TalksMark
from truceline.show.figures.truces import ToldViolation
from truceline.show.links import Links

BOUNDS = {
    "at_least": '<path class="bound" d="M0 0v-18m-4 5l4-5 4 5"/>',
    "at_most": '<path class="bound" d="M0 0v18m-4-5l4 5 4-5"/>',
    "vague": '<rect class="fade" x="-8" y="-40" width="16" height="40"/>'
    '<path class="bound" stroke-width="3" d="M-9 0h18"/>',
}
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


def draw_dots(dots: Iterable[Dot], y: int) -> Markup:
    """Days of reports; they lead nowhere."""
    return markup(
        f'<circle class="ink" cx="{dot.x}" cy="{y}" r="{dot.r}"><title>{escape(dot.label)}</title></circle>'
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


def draw_violations(violations: Iterable[tuple[float, ToldViolation]], y: float, links: Links) -> Markup:
    """Triangles in the colour of the side blamed."""
    return markup(
        linked(
            links.claim(told.claim),
            told.label,
            f'<g class="s{told.slot}" transform="translate({x} {y})"><path class="slot" d="M-4 0h8l-4 7z"/>'
            '<circle class="focus" cy="3" r="12"/></g>',
        )
        for x, told in violations
    )


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
