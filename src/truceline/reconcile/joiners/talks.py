"""Talks rounds: one meeting or series of meetings, planned, held, or called off."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Talks
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, TalksRound, TalksStep
from truceline.model.when import Date
from truceline.reconcile.clusters import Cluster, Likeness
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import DAY, Days, days_of, gap, is_named, is_point, overlap, place_name, side_keys
from truceline.reconcile.sides import agreement, are_two_voices, camps, contradiction, opposed
from truceline.reconcile.sources import Sources
from truceline.reconcile.theatres import Theatre
from truceline.reconcile.titles import date_words, distinct, names_of, place_words, quoted

AHEAD = frozenset({"planned", "proposed", "postponed", "cancelled", "did_not_take_place"})
TOOK_PLACE = frozenset({"held", "ongoing", "collapsed"})
NOT_TO_BE = frozenset({"ruled_out", "refused"})
FORTNIGHT = 14
MOVED = 10  # days by which a meeting may be put off and still be the same one
PUT_OFF = 45  # ... where the reports in between tell of it
STATUS_ORDER = (
    "standing_body", "proposed", "planned", "ruled_out", "refused", "postponed", "cancelled", "ongoing", "held",
    "did_not_take_place", "collapsed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meeting:
    """One claim about talks, as far as it tells which are meant. ``people``: sides or names of those who are named.

    ``attended``: some of them as participants, not only as mediators or hosts.
    """

    status: str
    theatre: Theatre
    people: frozenset[str]
    attended: bool
    days: Days | None
    told: datetime.date | None
    place: str | None

    @property
    def day(self) -> datetime.date | None:
        return self.days[0] if self.days else self.told


def meeting(claim: AnyClaim, sources: Sources) -> Meeting:
    assert isinstance(claim, Talks)  # noqa: S101 - only talks come here
    legs = tuple(actor for leg in claim.legs for actor in leg.participants)
    named = [actor for actor in (*claim.participants, *claim.mediators, *claim.hosts, *legs) if is_one(actor)]
    return Meeting(
        status=claim.status,
        theatre=sources.theatre(claim),
        people=side_keys(named),
        attended=any(actor in named for actor in (*claim.participants, *legs)),
        days=lasting(claim),
        told=sources.published(claim),
        place=place_name(claim.place) if claim.place and is_point(claim.place) else None,
    )


def is_one(actor: Actor) -> bool:
    """Named, and not several in one phrase: "government and rebel delegations"."""
    words = actor.entity_name or actor.entity_text or ""
    return is_named(actor) and not (words[:1].islower() and " and " in words)


def lasting(claim: Talks) -> Days | None:
    """The days of the meeting; "two days of talks" reach a day further."""
    days = days_of(claim.date)
    whole = re.fullmatch(r"P(\d+)D", claim.duration or "")
    return (days[0], days[1] + (int(whole[1]) - 1) * DAY) if days and whole else days


def takes(claim: AnyClaim) -> Talks | None:
    return claim if isinstance(claim, Talks) else None


def keys(claim: Talks, sources: Sources) -> Iterator[str]:
    known = sources.once(claim, meeting)
    if known.status == "standing_body":
        yield f"body {' '.join(sorted(known.people))}"
        return
    if known.day is None:
        return
    days = filter(None, (known.day, put_off_on(known)))
    fortnights = {day.toordinal() // FORTNIGHT + step for day in days for step in (0, 1)}
    for name in (*known.people, *([f"in {known.place}"] if known.place else [])):
        yield from (f"{name} {number}" for number in sorted(fortnights))


def likeness(first: Talks, second: Talks, sources: Sources) -> Found | None:
    one, other = sources.once(first, meeting), sources.once(second, meeting)
    if "standing_body" in {one.status, other.status}:
        return (0.9, "the same standing body") if one.people == other.people and one.people else None
    return same_days(one, other) or looked_forward_to(one, other)


def put_off_on(known: Meeting) -> datetime.date | None:
    """The news of a meeting that is put off tells of its old day or its new one: its own day joins both."""
    return known.told if known.status == "postponed" else None


def same_days(one: Meeting, other: Meeting) -> Found | None:
    if not overlap(one.days, other.days):
        return None
    shared = len(one.people & other.people)
    if shared:
        return 0.6 + 0.1 * min(3, shared) - 0.02 * width(one, other), "same days and shared participants"
    if one.place and one.place == other.place:
        return 0.6, "same days in the same place"
    if (
        one.theatre.is_same(other.theatre)
        and one.days == other.days
        and not width(one, other)
        and not (one.people and other.people)
    ):
        return 0.45, "same day in the same war, of the one nobody is named"
    return None


def width(one: Meeting, other: Meeting) -> int:
    """How vague the days are, in weeks, at most ten."""
    spans = [(days[1] - days[0]).days for days in (one.days, other.days) if days]
    return min(10, max(spans, default=0) // 7)


def looked_forward_to(one: Meeting, other: Meeting) -> Found | None:
    """A meeting that was planned, and what became of it: undated, or put off by some days."""
    shared, place = one.people & other.people, bool(one.place and one.place == other.place)
    apart = days_apart(one, other)
    if apart is None or {one.status, other.status} & NOT_TO_BE or not {one.status, other.status} & AHEAD:
        return same_news(one, other, apart)
    nameless = place and not (one.people and other.people) and one.theatre.is_same(other.theatre)
    enough = len(shared) >= 2 or (shared and place) or nameless
    if enough and put_off_again(one, other):
        return 0.45, "put off, and put off again"
    if enough and apart <= (MOVED if one.days and other.days else FORTNIGHT):
        return 0.5 + 0.05 * place - 0.01 * apart, "what became of the meeting that was planned"
    return same_news(one, other, apart)


def put_off_again(one: Meeting, other: Meeting) -> bool:
    """Postponed to days that are not told at first: the news of the one comes soon after the news of the other."""
    if "postponed" not in {one.status, other.status} or not {one.status, other.status} <= AHEAD:
        return False
    return bool(one.told and other.told and abs((one.told - other.told).days) <= FORTNIGHT)


def same_news(one: Meeting, other: Meeting, apart: int | None) -> Found | None:
    """One of them without its day, told of at the same time by the same people."""
    if apart is None or apart > 3 or (one.days and other.days):
        return None
    shared = len(one.people & other.people)
    place = bool(one.place and one.place == other.place)
    if shared >= 2 or (shared and (place or one.people == other.people)):
        return 0.45 - 0.02 * apart, "told of at the same time, with the same participants"
    return None


def days_apart(one: Meeting, other: Meeting) -> int | None:
    if one.days and other.days:
        return gap(one.days, other.days)
    return abs((one.day - other.day).days) if one.day and other.day else None


def exclude(first: Talks, second: Talks, sources: Sources) -> bool:
    one, other = sources.once(first, meeting), sources.once(second, meeting)
    if (one.status == "standing_body") != (other.status == "standing_body"):
        return True
    if one.place and other.place and one.place != other.place:
        return True
    if first.report == second.report and {first.format, second.format} in SEPARATED:
        return True
    if one.attended and other.attended and not one.people & other.people and not met_there(one, other):
        return True
    return on_other_days(one, other)


def met_there(one: Meeting, other: Meeting) -> bool:
    """Of one war, in one place, on one day: of either, only some who came are named."""
    here = one.place is not None and one.place == other.place and one.theatre.is_same(other.theatre)
    return bool(here and one.days is not None and one.days == other.days)


STATUS_WORDS = {
    "did_not_take_place": "did not take place", "collapsed": "had collapsed", "ongoing": "were going on",
    "ruled_out": "were ruled out",
}  # fmt: skip
THROUGH_OTHERS = frozenset({"separate", "proximity", "shuttle"})
SEPARATED = ({"separate", "trilateral"}, {"separate", "face_to_face"})


def on_other_days(one: Meeting, other: Meeting) -> bool:
    """Held on other days; or planned for after the day on which the other was held: that is the next round."""
    if one.days is None or other.days is None or overlap(one.days, other.days):
        return False
    if not {one.status, other.status} & AHEAD:
        return gap(one.days, other.days) > 1
    if {one.status, other.status} <= AHEAD:
        return gap(one.days, other.days) > (PUT_OFF if "postponed" in {one.status, other.status} else MOVED)
    ahead, held = (one, other) if one.status in AHEAD else (other, one)
    assert ahead.days and held.days  # noqa: S101
    return gap(one.days, other.days) > PUT_OFF or ahead.days[0] > held.days[1] + DAY


def told(claims: Sequence[Talks], sources: Sources) -> Iterator[Likeness]:
    """In one report: what is said of a meeting without its day or its people, next to one that has them."""
    for (a, first), (b, second) in combinations(enumerate(claims), 2):
        one, other = sources.once(first, meeting), sources.once(second, meeting)
        if "standing_body" in {one.status, other.status}:
            continue
        if first.evidence.sentence == second.evidence.sentence and (one.status == other.status or not one.people):
            yield Likeness(a, b, 0.7, "told in one sentence")
        elif overlap(one.days, other.days) and (not one.people or not other.people):
            yield Likeness(a, b, 0.55, "same days in one report")
        elif refers_back(first, second):
            yield Likeness(a, b, 0.5, "the meeting told of right before")


def refers_back(first: Talks, second: Talks) -> bool:
    """ "They met in X on Monday. The session lasted seven hours": no people, day or place of its own."""
    if second.evidence.sentence - first.evidence.sentence != 1 or second.participants or second.date or second.place:
        return False
    taken = {first.status, second.status} <= TOOK_PLACE
    return taken and second.evidence.exact.split(" ", 1)[0].casefold() in {"the", "this", "that", "both"}


def records(found: Cluster[Talks], sources: Sources) -> Iterator[AnyRecord]:
    made = talks_round(found, sources)
    members = sorted(found.members, key=lambda claim: claim.id)
    yield made
    stands = camps(members, took_place)
    for left, right in opposed(stands, lambda a, b: deny_each_other(a, b, sources)):
        why = "one says that the meeting took place, the other that it did not"
        yield contradiction(left, right, why, sources, title=f"Held or not: {made.title}", about=made.id)
    for status, claims in camps(members, lambda claim: claim.status if claim.factuality != "CT-" else None).items():
        if status not in {"proposed", "standing_body"}:
            why = f"they say alike that the talks {STATUS_WORDS.get(str(status), f'were {status}')}"
            yield from agreement(claims, why, sources, title=made.title, about=made.id)


def took_place(claim: Talks) -> bool | None:
    """True: it was held; False: it is denied or did not happen; null: it lay ahead."""
    if claim.status == "did_not_take_place" or (claim.status in TOOK_PLACE and claim.factuality == "CT-"):
        return False
    return True if claim.status in TOOK_PLACE and claim.factuality in {"CT+", "PR+"} else None


def deny_each_other(first: Talks, second: Talks, sources: Sources) -> bool:
    """Two voices on one meeting; one report that tells of a meeting itself means another than the one denied in it."""
    if not are_two_voices(first, second, sources) or not of_one_format(first, second):
        return False
    own = "author" in {first.claimed_by.resolution, second.claimed_by.resolution}
    shared = sources.once(first, meeting).people & sources.once(second, meeting).people
    return not own or first.report != second.report or len(shared) >= 2


def of_one_format(first: Talks, second: Talks) -> bool:
    """ "They did not meet" and "not face to face" do not deny that they talked through others."""
    held, denied = (first, second) if took_place(first) else (second, first)
    if "face_to_face" in {held.format, denied.format}:
        return held.format == denied.format
    return held.format not in THROUGH_OTHERS


def talks_round(found: Cluster[Talks], sources: Sources) -> TalksRound:
    members = sorted(found.members, key=lambda talks: step_key(talks, sources))
    return TalksRound(
        id=content_id("talks_round", min(talks.id for talks in members)),
        title=title_of(members),
        members=tuple(talks.id for talks in members),
        reasons=found.reasons,
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        steps=tuple(
            TalksStep(claim=talks.id, status=talks.status, format=talks.format, date=talks.date, outcome=talks.outcome)
            for talks in members
        ),
        participants=distinct(actor for talks in members for actor in talks.participants),
        mediators=distinct(actor for talks in members for actor in talks.mediators),
        hosts=distinct(actor for talks in members for actor in talks.hosts),
        place=next((talks.place for talks in members if talks.place), None),
        date=date_of(members),
    )


def step_key(talks: Talks, sources: Sources) -> tuple[datetime.date, int, str]:
    return sources.published(talks) or datetime.date.max, STATUS_ORDER.index(talks.status), talks.id


def date_of(members: Sequence[Talks]) -> Date | None:
    """The day on which it was held; else the day that was spoken of last."""
    dated = [talks for talks in members if talks.date and days_of(talks.date)]
    held = [talks for talks in dated if talks.status in TOOK_PLACE]
    return (held or dated[::-1])[0].date if dated else None


def title_of(members: Sequence[Talks]) -> str:
    people = distinct(actor for talks in members for actor in (*talks.participants, *talks.mediators, *talks.hosts))
    place = next((talks.place for talks in members if talks.place), None)
    date = date_of(members)
    where = f" in {place_words(place)}" if place else ""
    when = f" of {date_words(date)}" if date else ""
    return f"Talks{where}{when}: {names_of(people)}" if people else f"Talks{where}{when}: {quoted(members[0])}"


talks: Joiner[Talks] = Joiner(
    name="talks", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude, told=told
)
