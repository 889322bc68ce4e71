"""What speaks for two claims telling of one truce, and how strongly."""

import datetime

from truceline.reconcile.likeness import Days, gap, overlap
from truceline.reconcile.truces.apart import COUNTED, NEWS, named_elsewhere
from truceline.reconcile.truces.profile import LATER, WISHES, TruceProfile

WISH = 7  # days within which a proposal and the truce that is agreed are taken for one
ELSEWHERE = 0.35  # weaker than the truce of six weeks ago whose place is not told


def alike(first: TruceProfile, second: TruceProfile) -> tuple[float, str] | None:
    """Of one war (or of one not known), and dated, numbered, named or told alike."""
    if not same_war(first, second) and not first.sides & second.sides and not dated(first, second):
        return None
    return same_days(first, second) or same_name(first, second) or in_the_news(first, second)


def same_war(first: TruceProfile, second: TruceProfile) -> bool:
    """Known to be, or called by one place ("the Pretoria deal")."""
    known = first.theatre.is_same(second.theatre)
    return bool(first.places & second.places) if known is None else known


def dated(first: TruceProfile, second: TruceProfile) -> bool:
    return bool((first.start or first.ended) and (second.start or second.ended))


def same_days(first: TruceProfile, second: TruceProfile) -> tuple[float, str] | None:
    if overlap(first.declared, second.declared, slack=1):
        assert first.declared and second.declared  # noqa: S101
        width = max(length(first.declared), length(second.declared))
        return (0.9 if width <= 3 else 0.4) - 0.1 * gap(first.declared, second.declared), "declared on days that agree"
    if overlap(first.effective, second.effective):
        return 0.85, "in force from days that agree"
    for one, other in ((first, second), (second, first)):
        if one.declared and other.effective and 0 <= (other.effective[0] - one.declared[0]).days <= 3:
            return 0.7, "declared shortly before it took effect"
        if one.declared and other.effective and length(one.declared) > 3 and overlap(one.declared, other.effective):
            return 0.45, "declared in the weeks in which it took effect"
    if overlap(first.ended, second.ended) and not (first.start and second.start):
        return 0.65, "over on days that agree"
    if overlap(first.ended, second.effective) or overlap(second.ended, first.effective):
        return 0.6, "over on the day on which it began"
    return None


def length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def same_name(first: TruceProfile, second: TruceProfile) -> tuple[float, str] | None:
    apart = days_apart(first.told, second.told)
    if apart is None or apart > COUNTED or "historical" in {first.stage, second.stage}:
        return None
    if first.ordinal and first.ordinal == second.ordinal:
        return 0.75 - 0.005 * apart, "counted by the same number"
    return None


def in_the_news(first: TruceProfile, second: TruceProfile) -> tuple[float, str] | None:
    """The truce that a report speaks of without its day is the last one that began before it."""
    if first.several or second.several or "historical" in {first.stage, second.stage}:
        return None
    if first.start and second.start:
        return None
    begun, other = (first, second) if first.start else (second, first)
    since = days_apart(begun.start[0] if begun.start else begun.told, other.day)
    if since is None or not same_war(begun, other):
        return None
    named = (0.08 if begun.places & other.places else 0.0) + (0.1 if begun.kind & other.kind else 0.0)
    named -= ELSEWHERE if named_elsewhere(begun, other) else 0.0
    if other.stage in WISHES or begun.stage in WISHES:
        return (
            (0.3 - 0.01 * since, "asked for shortly before") if since <= WISH and wished_before(begun, other) else None
        )
    if begun.start and since <= NEWS:
        return 0.5 + named - 0.008 * since, "the truce in the news at that time"
    return (0.35 + named - 0.02 * since, "told of at the same time") if since <= 3 else None


def wished_before(begun: TruceProfile, other: TruceProfile) -> bool:
    """Nobody proposes a truce that there is, or was: a wish from after its beginning is for another one."""
    if other.stage not in WISHES or begun.stage in WISHES:
        return True
    if begun.start is None or other.day is None:
        return begun.stage not in LATER
    return other.day <= begun.start[1]


def days_apart(first: datetime.date | None, second: datetime.date | None) -> int | None:
    return abs((first - second).days) if first and second else None
