"""When two claims tell of one truce, and when they cannot."""

import datetime

from truceline.reconcile.likeness import DAY, Days, gap, overlap
from truceline.reconcile.truces.profile import ENDINGS, LATER, WISHES, TruceProfile

NEWS = 45  # days for which "the truce" in the news is the last one that began
WISH = 7  # days within which a proposal and the truce that is agreed are taken for one
COUNTED = 45  # days within which "the second truce" of one war is the same for all
AT_ONCE = 3  # days: a truce of some hours is over so soon after it is declared
ENTRY = 14  # a truce takes effect at most so many days after it is declared


def contradict(first: TruceProfile, second: TruceProfile) -> bool:
    """Two truces: of two wars, of other sides, begun on other days, counted by another number."""
    if (first.stage == "historical") != (second.stage == "historical"):
        return True
    if first.theatre.is_same(second.theatre) is False:
        return True
    if first.ordinal and second.ordinal and first.ordinal != second.ordinal and not apart_in_time(first, second):
        return True
    return other_sides(first, second) or other_days(first, second)


def apart_in_time(first: TruceProfile, second: TruceProfile) -> bool:
    return bool(first.told and second.told and abs((first.told - second.told).days) > COUNTED)


def other_sides(first: TruceProfile, second: TruceProfile) -> bool:
    both_pairs = len(first.sides) >= 2 and len(second.sides) >= 2
    return both_pairs and len(first.sides & second.sides) < 2


def other_days(first: TruceProfile, second: TruceProfile) -> bool:
    slack = 0 if first.short or second.short else 1  # agreed at night, announced in the morning
    if overlap(first.declared, second.declared, slack) is False:
        return True
    if overlap(first.effective, second.effective, slack) is False:
        return True
    if (first.short or second.short) and overlap(first.ended, second.ended, slack=1) is False:
        return True
    return any(
        entered_elsewhere(one.declared, other.effective)
        or over_before(one.ended, other)
        or kept_after(one, other)
        or agreed_after(one, other)
        or told_before(one, other)
        for one, other in ((first, second), (second, first))
    )


def entered_elsewhere(declared: Days | None, effective: Days | None) -> bool:
    """In force before it was declared, or long after."""
    if declared is None or effective is None:
        return False
    return effective[1] < declared[0] - DAY or effective[0] > declared[1] + ENTRY * DAY


def over_before(ended: Days | None, other: TruceProfile) -> bool:
    """Over before it began; or one of a few hours, over days after."""
    if not (ended and other.start):
        return False
    return ended[1] < other.start[0] - DAY or (other.short and ended[0] > other.start[1] + AT_ONCE * DAY)


def kept_after(one: TruceProfile, other: TruceProfile) -> bool:
    """Over for good, and still kept or extended days later: another truce."""
    if one.stage not in ENDINGS or not one.ended or other.start or other.stage not in {"in_force", "extended"}:
        return False
    return other.day is not None and other.day > one.ended[1] + 3 * DAY


def agreed_after(one: TruceProfile, other: TruceProfile) -> bool:
    """Over for months when the other is the news: another truce."""
    if one.ended is None or other.start or other.told is None or other.stage not in {"agreed", "announced"}:
        return False
    return other.told > one.ended[1] + NEWS * DAY


def told_before(one: TruceProfile, other: TruceProfile) -> bool:
    """It cannot be broken in a report from before it began."""
    if one.start or not one.told or not other.start or one.stage not in LATER:
        return False
    return one.told < other.start[0] - DAY


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
