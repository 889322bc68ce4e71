"""Numbers by day, week or month: a figure of years reads some hundred rows, never every day or claim.

Weeks begin on Monday. At the edges of a window only its own days count. Kept by the triggers of schema.sql.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from truceline.ledger.catalogue.catalogue import Catalogue

Unit = Literal["day", "week", "month"]
Day = datetime.date
ONE_DAY = datetime.timedelta(days=1)
MOST = 224  # spans of a window: half a year in single days; more cannot be told apart in a figure
FIGHTING, REPORTS = "ASSAULT", "report"  # counted beside the kinds of claims


@dataclass(frozen=True, slots=True)
class Span:
    """``thing``: a kind of claim, FIGHTING or REPORTS. ``first``: its first day in the window."""

    thing: str
    first: Day
    n: int


def unit_for(first: Day, last: Day) -> Unit:
    """The finest unit that a figure of these days can show."""
    days = (last - first).days + 1
    return "day" if days <= MOST else "week" if days <= 7 * MOST else "month"


def begin_of(day: Day, unit: Unit) -> Day:
    if unit == "day":
        return day
    return day - day.weekday() * ONE_DAY if unit == "week" else day.replace(day=1)


def end_of(day: Day, unit: Unit) -> Day:
    if unit == "day":
        return day
    begin = begin_of(day, unit)
    return begin + 6 * ONE_DAY if unit == "week" else (begin + 31 * ONE_DAY).replace(day=1) - ONE_DAY


def spans_in(catalogue: Catalogue, conflict: str, things: Sequence[str], first: Day, last: Day) -> list[Span]:
    """Each thing's spans in the order of days; empty ones are left out."""
    unit = unit_for(first, last)
    begin = first if begin_of(first, unit) == first else end_of(first, unit) + ONE_DAY
    end = last if end_of(last, unit) == last else begin_of(last, unit) - ONE_DAY
    found = list(kept(catalogue, conflict, things, unit, begin, end))
    for edge in edges(first, last, begin, end):
        counts: Counter[str] = Counter()
        for span in kept(catalogue, conflict, things, "day", *edge):
            counts[span.thing] += span.n
        found += [Span(thing, edge[0], number) for thing, number in counts.items()]
    return sorted(found, key=lambda span: span.first)


def edges(first: Day, last: Day, begin: Day, end: Day) -> list[tuple[Day, Day]]:
    """What lies in the window before and after its whole spans."""
    if begin > end:
        return [(first, min(begin - ONE_DAY, last)), *([(begin, last)] if begin <= last else [])]
    return [edge for edge in ((first, begin - ONE_DAY), (end + ONE_DAY, last)) if edge[0] <= edge[1]]


def kept(
    catalogue: Catalogue, conflict: str, things: Sequence[str], unit: Unit, first: Day, last: Day
) -> Iterator[Span]:
    query = f"""SELECT thing, day, n FROM spans WHERE conflict = ? AND unit = ? AND day BETWEEN ? AND ? AND n > 0
        AND thing IN ({", ".join("?" for _ in things)}) ORDER BY thing, day"""  # noqa: S608 - marks only
    for row in catalogue.rows(query, [conflict, unit, first.isoformat(), last.isoformat(), *things]):
        yield Span(row["thing"], datetime.date.fromisoformat(row["day"]), row["n"])


def gaps_in(catalogue: Catalogue, conflict: str, first: Day, last: Day, least: int) -> list[tuple[Day, Day]]:
    """Days with reports that lie more than ``least`` days apart, with nothing read between; also across the edges.

    Before the first report of all nothing was read either: that stretch begins on the day before the window.
    """
    earliest, every = catalogue.once(("gaps", conflict, least), lambda: every_gap(catalogue, conflict, least))
    found = [(before, after) for before, after in every if before <= last and after >= first]
    if earliest is not None and (earliest - first).days > least:
        found.insert(0, (first - ONE_DAY, min(earliest, last + ONE_DAY)))
    return found


def every_gap(catalogue: Catalogue, conflict: str, least: int) -> tuple[Day | None, list[tuple[Day, Day]]]:
    """The first day of all that has a report, and the gaps after it."""
    query = "SELECT day FROM report_days WHERE conflict = ? AND n > 0 AND day > '' ORDER BY day"
    days = [datetime.date.fromisoformat(row["day"]) for row in catalogue.rows(query, [conflict])]
    return next(iter(days), None), gaps_between(days, least)


def gaps_between(days: Sequence[Day], least: int) -> list[tuple[Day, Day]]:
    """The same of days at hand, in their order."""
    return [(before, after) for before, after in pairwise(days) if (after - before).days > least]
