"""Why two claims cannot tell of one truce: another war, other parties, another ground, other days."""

from truceline.reconcile.likeness import DAY, Days, far_apart, overlap, place_name
from truceline.reconcile.offices import own_words
from truceline.reconcile.truces.profile import ENDINGS, LATER, WISHES, TruceProfile

NEWS = 45  # days for which "the truce" in the news is the last one that began
COUNTED = 45  # days within which "the second truce" of one war is the same for all
AT_ONCE = 3  # days: a truce of some hours is over so soon after it is declared
ENTRY = 14  # a truce takes effect at most so many days after it is declared
RENEWED = 3  # times its first length that a truce of some days may last by being extended


def contradict(first: TruceProfile, second: TruceProfile) -> bool:
    """Two truces: of two wars, of other sides, begun on other days, counted by another number."""
    if (first.stage == "historical") != (second.stage == "historical"):
        return True
    if first.theatre.is_same(second.theatre) is False:
        return True
    if first.ordinal and second.ordinal and first.ordinal != second.ordinal and not apart_in_time(first, second):
        return True
    if other_sides(first, second) or on_other_ground(first, second) or other_days(first, second):
        return True
    return any(outlived(one, other) or within(one, other) for one, other in ((first, second), (second, first)))


def apart_in_time(first: TruceProfile, second: TruceProfile) -> bool:
    return bool(first.told and second.told and abs((first.told - second.told).days) > COUNTED)


def other_sides(first: TruceProfile, second: TruceProfile) -> bool:
    """Another pair; or another armed group: two groups of one country declare truces of their own."""
    if len(first.sides) >= 2 and len(second.sides) >= 2 and len(first.sides & second.sides) < 2:
        return True
    if not first.groups or not second.groups or first.groups & second.groups:
        return False
    return not any(own_words(one) & own_words(other) for one in first.groups for other in second.groups)


def on_other_ground(first: TruceProfile, second: TruceProfile) -> bool:
    """A truce of one town and one of another, far away in one country. In a capital one may only have been signed."""
    return any(far_apart(one, other) for one in first.ground for other in second.ground)


def named_elsewhere(first: TruceProfile, second: TruceProfile) -> bool:
    """By two places of one country, which may lie near each other."""
    pairs = [(one, other) for one in first.ground for other in second.ground]
    return any(one.country == other.country and place_name(one) != place_name(other) for one, other in pairs)


def outlived(first: TruceProfile, second: TruceProfile) -> bool:
    """Kept or broken long after a truce of some days was over, even one that was extended."""
    if first.length is None or first.start is None or second.stage not in LATER:
        return False
    then = second.ended[0] if second.ended else second.told if second.stage not in ENDINGS else None
    return then is not None and (then - first.start[1]).days > RENEWED * (first.length + 1)


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
    """It cannot be broken in a report from before it began, nor be there in one from before it was declared."""
    if one.start or not one.told or not other.start or one.stage in WISHES:
        return False
    began = other.start if one.stage in LATER else other.declared
    return began is not None and one.told < began[0] - DAY


def within(first: TruceProfile, second: TruceProfile) -> bool:
    """ "The wider truce" is none of a few days or for a humanitarian end."""
    return second.wider and (first.length is not None or "humanitarian" in first.kind)
