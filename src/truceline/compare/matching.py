"""Which of their rows is which of ours: by day, place and actors, one to one, the likeliest pairs first."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from truceline.compare.coded import Coded, kilometres
from truceline.compare.naming import ALIKE, is_civilian, same_actor

DAYS = 2  # reporters and coders are a day or two apart: the night of the event, the day of the report
NEAR_KM = 25.0  # UCDP's radius of "near a known point" (where_prec 2)
WEEK = 7  # days: what lies further apart is no near miss


@dataclass(frozen=True)
class Pair:
    ours: Coded
    theirs: Coded
    score: float
    reasons: tuple[str, ...]

    @property
    def figures_differ(self) -> bool:
        """Both give a figure and the two ranges do not meet; a range without a highest figure is open."""
        ours, theirs = self.ours, self.theirs
        if ours.low is None or theirs.low is None:
            return False
        highest = [high for high in (ours.high, theirs.high) if high is not None]
        return bool(highest) and max(ours.low, theirs.low) > min(highest)


@dataclass(frozen=True)
class Comparison:
    both: list[Pair]
    only_ours: list[Coded]
    only_theirs: list[Coded]

    @property
    def differing(self) -> list[Pair]:
        return [pair for pair in self.both if pair.figures_differ]


def compare(ours: list[Coded], theirs: list[Coded], *, days: int = DAYS, near_km: float = NEAR_KM) -> Comparison:
    """Every row of both sides is in exactly one of the three lists."""
    found = sorted(
        candidates(ours, theirs, days, near_km), key=lambda pair: (-pair.score, pair.ours.id, pair.theirs.id)
    )
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    both = []
    for pair in found:
        if id(pair.ours) not in taken_ours and id(pair.theirs) not in taken_theirs:
            taken_ours.add(id(pair.ours))
            taken_theirs.add(id(pair.theirs))
            both.append(pair)
    return Comparison(
        both,
        [row for row in ours if id(row) not in taken_ours],
        [row for row in theirs if id(row) not in taken_theirs],
    )


def candidates(ours: list[Coded], theirs: list[Coded], days: int, near_km: float) -> Iterator[Pair]:
    """Pairs that share day and place and an actor; blocked by week, so that long tables cost little."""
    by_week: dict[int, list[Coded]] = defaultdict(list)
    for row in theirs:
        for week in weeks(row, days):
            by_week[week].append(row)
    for row in ours:
        seen: set[int] = set()
        for week in weeks(row, 0):
            for other in by_week[week]:
                if id(other) not in seen:
                    seen.add(id(other))
                    pair = likeness(row, other, days, near_km)
                    if pair:
                        yield pair


def weeks(row: Coded, slack: int) -> range:
    if row.first is None or row.last is None:
        return range(0)
    return range((row.first.toordinal() - slack) // 7, (row.last.toordinal() + slack) // 7 + 1)


def likeness(ours: Coded, theirs: Coded, days: int, near_km: float) -> Pair | None:
    """A pair with its score (0 to 3) and reasons; null where day, place or actors speak against it."""
    gap, where, who = day_gap(ours, theirs), place_likeness(ours, theirs, near_km), actor_likeness(ours, theirs)
    if gap is None or gap > days or where is None or who is None:
        return None
    apart = "same day" if gap == 0 else f"{gap} {'day' if gap == 1 else 'days'} apart"
    return Pair(ours, theirs, 1 - gap / (days + 1) + where[0] + who[0], (apart, where[1], who[1]))


def day_gap(ours: Coded, theirs: Coded) -> int | None:
    """Days between the two spans; 0 where they overlap."""
    if ours.first is None or ours.last is None or theirs.first is None or theirs.last is None:
        return None
    return max((theirs.first - ours.last).days, (ours.first - theirs.last).days, 0)


def place_likeness(ours: Coded, theirs: Coded, near_km: float) -> tuple[float, str] | None:
    if ours.point and theirs.point:
        apart = kilometres(ours.point, theirs.point)
        return (1 - apart / (2 * near_km), f"{apart:.0f} km apart") if apart <= near_km else None
    if not ours.place or not theirs.place:
        return 0.0, "place not given on both sides"
    score = fuzz.token_set_ratio(ours.place.lower(), theirs.place.lower())
    return (score / 100, "places named alike") if score >= ALIKE else None


def actor_likeness(ours: Coded, theirs: Coded) -> tuple[float, str] | None:
    """The share of our actors that the other side names, too. Civilians alone do not tell who did it."""
    shared = [same for name in ours.actors for other in theirs.actors if (same := same_actor(name, other))]
    told = list(dict.fromkeys(shared))
    if not told or (told == ["civilians"] and armed(ours) and armed(theirs)):
        return None
    return min(len(told) / len(ours.actors), 1.0), f"both name {', '.join(told)}"


def armed(row: Coded) -> bool:
    return any(not is_civilian(name) for name in row.actors)


def nearest(row: Coded, others: list[Coded], days: int = DAYS, near_km: float = NEAR_KM) -> tuple[Coded, str] | None:
    """A row of the other side that agrees with this one in two of day, place and actors, and what keeps them apart."""
    found = [(miss, other) for other in others if (miss := near_miss(row, other, days, near_km))]
    if not found:
        return None
    (_, why), other = min(found, key=lambda pair: (pair[0][0], pair[1].id))
    return other, why


def near_miss(row: Coded, other: Coded, days: int, near_km: float) -> tuple[int, str] | None:
    """How bad it is, and in what they differ; null where they differ in more than one thing."""
    gap, where, who = day_gap(row, other), place_likeness(row, other, near_km), actor_likeness(row, other)
    if gap is None:
        return None
    if gap <= days and where and where[0] > 0 and not who:
        return 0, "same days and place, other actors"
    if gap <= days and who and not where:
        return 1, f"same days and actors, but at {other.place or 'another place'}"
    if days < gap <= WEEK and where and where[0] > 0 and who:
        return 2, f"same place and actors, but {gap} days apart"
    return None
