"""One self-contained HTML page: styles, fonts and figures inside, no script, opens offline."""

import datetime
from base64 import b64encode
from collections.abc import Callable
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from truceline.ledger.ledger import Ledger
from truceline.show.figures.draw import (
    draw_bars,
    draw_blind,
    draw_days,
    draw_dots,
    draw_outlines,
    draw_places,
    draw_points,
    draw_talks,
    draw_truces,
)
from truceline.show.figures.place_map import PlaceMap, maps_of_claims
from truceline.show.links import InFile
from truceline.show.page import Part, report_row
from truceline.show.standing import Standing, standing_of
from truceline.show.wording import conflict_title, counted

FONTS = (
    ("Inter Variable", "normal", "inter-latin-wght-normal.woff2"),
    ("Source Serif 4 Variable", "normal", "source-serif-4-latin-wght-normal.woff2"),
    ("Source Serif 4 Variable", "italic", "source-serif-4-latin-wght-italic.woff2"),
)


def write_report(ledger: Ledger, out: Path, *, title: str | None = None) -> None:
    """Write the page to ``out``; an earlier page there is replaced."""
    standing = standing_of(ledger)
    page = (
        environment()
        .get_template("report.html.jinja")
        .render(
            title=title or "What the reports say",
            counts=f"{counted(len(standing.reports), 'report')} · {counted(len(standing.claims), 'claim')}",
            links=InFile(),
            parts=parts_of(ledger),
            reports=[report_row(report, standing) for report in standing.reports.values()],
            css=Markup(static("report.css").decode()),  # noqa: S704 - our own file
            fonts=[(family, style, b64encode(static(f"fonts/{file}")).decode()) for family, style, file in FONTS],
            version=version("truceline"),
            today=datetime.datetime.now(datetime.UTC).date().isoformat(),
            ledger=Path(str(ledger.address)).name,
        )
    )
    out.write_text(page, encoding="utf-8")


def parts_of(ledger: Ledger) -> list["ConflictPart"]:
    """One part for each conflict that reports were read under, and one for the rest."""
    by_conflict: dict[str, set[str]] = {}
    for report, conflict in ledger.conflicts().items():
        by_conflict.setdefault(conflict or "", set()).add(report)
    named = sorted(by_conflict.items(), key=lambda pair: (not pair[0], pair[0]))
    rest = "Other reports" if len(named) > 1 else "All reports"
    return [
        ConflictPart(name, conflict_title(name) if name else rest, f"part-{index}", standing_of(ledger, reports))
        for index, (name, reports) in enumerate(named)
    ]


class ConflictPart(Part):
    """A part with its map, which the pages draw from the catalogue instead."""

    def __init__(self, conflict: str, name: str, anchor: str, standing: Standing) -> None:
        super().__init__(name, anchor, standing)
        self.conflict = conflict

    @cached_property
    def maps(self) -> list[PlaceMap]:
        return maps_of_claims(self.conflict, self.standing.claims.values(), self.parties)


def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("truceline.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["shorten"] = shorten
    made.globals.update(
        kept_part=kept_part, counted=counted, draw_bars=draw_bars, draw_blind=draw_blind, draw_days=draw_days,
        draw_dots=draw_dots, draw_outlines=draw_outlines, draw_places=draw_places, draw_points=draw_points,
        draw_talks=draw_talks, draw_truces=draw_truces,
    )  # fmt: skip
    return made


def kept_part(standing: Standing, name: str, caller: Callable[[], Markup]) -> Markup:
    """What a template writes of these records whatever the window, written once: ``{% call kept_part(...) %}``."""
    return standing.kept(f"written {name}", caller)


def shorten(text: str, most: int) -> str:
    """At most ``most`` letters, cut at a word."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def static(name: str) -> bytes:
    return (files("truceline.show") / "static" / name).read_bytes()
