"""A small truce line for a row of a list: talks above, truces on the line, fighting below; days with claims only."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from truceline.ledger.catalogue.spans import FIGHTING, Span
from truceline.show.figures.axis import DayAxis, box
from truceline.show.wording import counted

WIDTH, LINE, HIGHEST = 240, 14, 16
SKETCH_OF = ("talks", "ceasefire", FIGHTING)


@dataclass(frozen=True, slots=True)
class Sketch:
    """``talks`` and ``truces``: where days with claims of them lie; ``fighting``: paths of bars. In pixels."""

    talks: list[float]
    truces: list[float]
    fighting: list[str]
    label: str


def drawn_sketch(spans: Iterable[Span], first: datetime.date, last: datetime.date) -> Sketch:
    axis = DayAxis(first, last, 0, WIDTH)
    told: dict[str, list[Span]] = {thing: [] for thing in SKETCH_OF}
    for span in spans:
        told[span.thing].append(span)
    talks, truces, fighting = (told[thing] for thing in SKETCH_OF)
    most = max((span.n for span in fighting), default=1)
    return Sketch(
        talks=[axis.x(span.first) for span in talks],
        truces=[axis.x(span.first) for span in truces],
        fighting=[bar(axis.x(span.first), max(3.0, HIGHEST * span.n / most)) for span in fighting],
        label=f"The last {(last - first).days + 1} days: talks told of {on(talks)}, truces {on(truces)}, "
        f"fighting {on(fighting)}",
    )


def bar(x: float, height: float) -> str:
    return box(x - 1.5, LINE + 6, 3, height)


def on(spans: list[Span]) -> str:
    return f"on {counted(len(spans), 'day')}"
