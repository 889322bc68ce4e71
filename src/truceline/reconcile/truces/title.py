"""A title that tells one truce from another."""

import re
from collections.abc import Sequence

from truceline.model.actor import Actor
from truceline.model.claims import Ceasefire
from truceline.reconcile.likeness import Days, days_of, is_resolved
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import date_words, day_words, days_words, distinct, names_of, place_words, quoted
from truceline.reconcile.truces.profile import WISHES, is_group, ordinals, profile

UNITS = {"TH": "hour", "TM": "minute", "D": "day", "W": "week", "M": "month", "Y": "year"}  # ISO 8601: T before times
DURATION = re.compile(r"P(T?)(\d+)([HMDWY])")


def title_of(members: Sequence[Ceasefire], sources: Sources) -> str:
    """``Third humanitarian truce of 26 Oct 2020, Armenia, Azerbaijan (Washington)``. ``members`` in order of time."""
    if all(sources.once(claim, profile).several for claim in members):
        return f"Several truces: {quoted(members[0])}"
    kind = " ".join(filter(None, (number_words(members, sources), length_words(members), purpose_words(members))))
    name = f"{kind} truce".strip()
    if all(claim.stage in WISHES for claim in members):
        name += " only asked for,"
    when = when_words(members, sources)
    parties = names_of(distinct(sided(members, sources)))
    places = list(dict.fromkeys(place_words(c.place) for c in members if c.place and is_resolved(c.place)))
    said = f"{name[0].upper()}{name[1:]}"
    said += f" {when}" if when else ""
    said += f", {parties}" if parties else ""
    said += f" ({', '.join(places[:2])})" if places else ""
    return said if when or parties or places else f"Truce: {quoted(members[0])}"


def sided(members: Sequence[Ceasefire], sources: Sources) -> list[Actor]:
    return [a for claim in members for a in claim.parties if sources.theatre(claim).side_of(a) or is_group(a)]


def number_words(members: Sequence[Ceasefire], sources: Sources) -> str:
    numbers = [number for claim in members if (number := sources.once(claim, profile).ordinal)]
    return list(ordinals())[numbers[0] - 1] if numbers else ""


def length_words(members: Sequence[Ceasefire]) -> str:
    """Of its agreement before what is else said of it; "collapsed within an hour" tells none."""
    told = [claim for claim in members if claim.stage not in {"collapsed", "violated"}]
    for claim in sorted(
        told, key=lambda claim: (claim.stage not in {"agreed", "announced"}, claim.stage != "proposed")
    ):
        found = DURATION.fullmatch(claim.duration or "")
        unit = UNITS.get(found[1] + found[3]) if found else None
        if found and unit and claim.stage != "extended":
            return f"{found[2]}-{unit}"
    return ""


def purpose_words(members: Sequence[Ceasefire]) -> str:
    purposes = {purpose for claim in members for purpose in claim.purpose}
    return next((word for word in ("humanitarian", "holiday", "election") if word in purposes), "")


def when_words(members: Sequence[Ceasefire], sources: Sources) -> str:
    begun = [claim for claim in members if claim.stage != "extended"]
    agreed = [claim for claim in begun if claim.stage not in WISHES] or begun
    told = [
        (word, min(days, key=narrow))
        for word, dates in (
            ("of", [claim.declared for claim in agreed]),
            ("in force from", [claim.effective for claim in begun]),
            ("over on", [claim.ended for claim in begun]),
        )
        if (days := [known for date in dates if (known := days_of(date))])
    ]
    for word, known in sorted(told, key=lambda pair: narrow(pair[1])[0] > VAGUE):
        return f"{word} {days_words(known)}"
    raw = next((claim.declared for claim in begun if claim.declared), None)
    if raw is not None:
        return f"of {date_words(raw)}"
    news = [day for claim in members if (day := sources.published(claim))]
    return f"told of on {day_words(min(news))}" if news else ""


VAGUE = 3  # days: a wider span ("in January") gives way to a day of taking effect or of the end


def narrow(days: Days) -> tuple[int, Days]:
    return (days[1] - days[0]).days, days
