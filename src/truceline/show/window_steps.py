"""From one window of days to the next: closer, wider, earlier, later, all of it."""

import datetime
from dataclasses import dataclass

Day = datetime.date
LEAST = 7  # days; fewer are typed or dragged


@dataclass(frozen=True, slots=True)
class Step:
    """``key``: what a reader presses."""

    key: str
    name: str
    words: str
    first: Day
    last: Day


def steps_from(first: Day, last: Day, whole: tuple[Day, Day] | None) -> list[Step]:
    """Without those that lead nowhere."""
    length = (last - first).days + 1
    quarter, half = datetime.timedelta(days=length // 4), datetime.timedelta(days=max(1, length // 2))
    found = [
        Step("+", "closer", "half as many days", first + quarter, last - quarter),
        Step("-", "wider", "twice as many days", back(first, half), on(last, half)),
        Step(",", "earlier", "half a window back", back(first, half), back(last, half)),
        Step(".", "later", "half a window on", on(first, half), on(last, half)),
    ]
    if whole is not None:
        begin, end = min(whole[0], first), max(whole[1], last)
        found.append(Step("0", "all days", "from the first report to the last", begin, end))
    return [
        step for step in found if (step.first, step.last) != (first, last) and (step.last - step.first).days >= LEAST
    ]


def back(day: Day, by: datetime.timedelta) -> Day:
    return Day.fromordinal(max(1, day.toordinal() - by.days))


def on(day: Day, by: datetime.timedelta) -> Day:
    return Day.fromordinal(min(Day.max.toordinal(), day.toordinal() + by.days))
