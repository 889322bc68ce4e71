"""Figures that may not fall unasked. A rounding of a thousandth is no fall."""

import json
from collections.abc import Iterable
from pathlib import Path

from evaluation.table import Row

FILE = Path(__file__).parent / "floors.json"
NOISE = 0.0015  # a figure may move this much by one rounding; a lost claim moves it more


def floors() -> dict[str, float]:
    return dict(json.loads(FILE.read_text(encoding="utf-8"))) if FILE.exists() else {}


def below_floor(rows: Iterable[Row]) -> list[tuple[Row, float]]:
    known = floors()
    return [(row, known[row.measure]) for row in rows if row.figure < known.get(row.measure, 0.0) - NOISE]


def write_floors(rows: Iterable[Row], *, lower: bool) -> None:
    """Raise floors to better figures; lower them only when asked to."""
    known = floors()
    for row in rows:
        if lower or row.figure > known.get(row.measure, 0.0):
            known[row.measure] = round(row.figure, 4)
    FILE.write_text(json.dumps(dict(sorted(known.items())), indent=1) + "\n", encoding="utf-8")
