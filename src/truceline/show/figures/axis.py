"""Axes: days to pixels with readable ticks, figures to pixels from zero."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, log10

from truceline.show.wording import MONTHS

STEPS = (1, 2, 5, 7, 14, 30, 61, 122, 365)  # days between ticks
MOST_TICKS = 9
YEARS = 3  # from so many on, ticks are the beginnings of years


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class DayAxis:
    """Days ``first`` to ``last`` over pixels ``left`` to ``right``."""

    first: datetime.date
    last: datetime.date
    left: float
    right: float

    @cached_property
    def day_width(self) -> float:
        return (self.right - self.left) / max(1, (self.last - self.first).days + 1)

    def x(self, day: datetime.date, part: float = 0.5) -> float:
        """Middle of the day (``part`` 0: its beginning, 1: its end), kept within the axis."""
        x = self.left + (day.toordinal() - self._start + part) * self.day_width
        return round(self.left if x < self.left else self.right if x > self.right else x, 1)

    @cached_property
    def _start(self) -> int:
        return self.first.toordinal()

    def holds(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last

    def ticks(self) -> list[Tick]:
        """Some days with their words; the beginnings of years where there are many."""
        total = (self.last - self.first).days + 1
        if total > YEARS * 366:
            step = ceil((self.last.year - self.first.year) / MOST_TICKS)
            years = range(self.first.year + 1, self.last.year + 1, step)
            return [Tick(self.x(datetime.date(year, 1, 1), 0), str(year)) for year in years]
        step = next((step for step in STEPS if total / step <= MOST_TICKS), ceil(total / MOST_TICKS))
        days = [self.first + datetime.timedelta(days=offset) for offset in range(0, total, step)]
        return [Tick(self.x(day), self._label(day, index)) for index, day in enumerate(days)]

    def _label(self, day: datetime.date, index: int) -> str:
        year = f" {day.year}" if index == 0 or self.first.year != self.last.year else ""
        return f"{day.day} {MONTHS[day.month - 1]}{year}"


def box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as the data of a path: one value to write where a figure has thousands of bars."""
    return f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}z"


@dataclass(frozen=True, slots=True)
class FigureAxis:
    """Zero to ``most`` over pixels ``zero`` to ``top`` (either direction)."""

    most: int
    zero: float
    top: float

    def at(self, figure: float) -> float:
        return round(self.zero + (self.top - self.zero) * figure / max(1, self.most), 1)

    def ticks(self) -> list[Tick]:
        step = nice_step(self.most)
        return [Tick(self.at(figure), f"{figure:,}") for figure in range(0, self.most + 1, step)]


def nice_step(most: int) -> int:
    """1, 2 or 5 times a power of ten, for three to six ticks."""
    rough = max(1.0, most / 4)
    power = 10 ** floor(log10(rough))
    return int(next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough))


def round_up(most: int) -> int:
    """The end of an axis that holds ``most``: the next half tick."""
    step = nice_step(most)
    half = max(1, step // 2)
    return max(half, ceil(most * 1.02 / half) * half)
