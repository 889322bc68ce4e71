"""One row a measure: our figure with its interval, and the anchor it is compared with."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")
SAMPLES = 500


@dataclass(frozen=True, slots=True)
class Row:
    """``anchor``: what others reach, in words. ``low`` and ``high``: 95 % interval. ``count``: cases measured."""

    measure: str
    anchor: str
    figure: float
    low: float | None
    high: float | None
    count: int


def bootstrap(cases: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """95 % interval of a figure over cases drawn again and again, with a fixed seed."""
    random = Random(1)  # noqa: S311 - a fixed seed, so that the table is the same each time
    drawn = sorted(figure(random.choices(cases, k=len(cases))) for _ in range(SAMPLES))
    return drawn[int(0.025 * SAMPLES)], drawn[int(0.975 * SAMPLES)]


def data_folder() -> Path:
    """The public benchmarks, which are not part of this project: TRUCELINE_DATA, else beside the repository."""
    return Path(os.environ.get("TRUCELINE_DATA") or Path(__file__).parents[2] / "shared" / "data")


def show(name: str, rows: Sequence[Row]) -> str:
    lines = [f"{name:44} {'ours':>6}  {'95 % interval':15} {'cases':>6}  anchor"]
    for row in rows:
        interval = f"{row.low:.3f} to {row.high:.3f}" if row.low is not None and row.high is not None else ""
        lines.append(f"  {row.measure:42} {row.figure:6.3f}  {interval:15} {row.count:6}  {row.anchor}")
    return "\n".join(lines) + "\n"
