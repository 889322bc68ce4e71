"""Incidents: one happening, as every report of it tells it: what was done, where, to whom, with how many dead."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Event
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, Incident
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.reconcile.clusters import Cluster, Likeness
from truceline.reconcile.figures import (
    above,
    bounds,
    exclude_each_other,
    figure_words,
    kind_of_fighters,
    losses_key,
    of_a_part,
)
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import (
    DAY,
    Days,
    actor_key,
    days_of,
    gap,
    is_point,
    is_resolved,
    overlap,
    place_name,
    same_place,
)
from truceline.reconcile.sides import agreement, are_two_voices, camps, contradiction, opposed
from truceline.reconcile.sources import Sources
from truceline.reconcile.theatres import Theatre
from truceline.reconcile.titles import days_words, distinct, names_of, place_words, quoted
from truceline.reconcile.wording import likeness_of_words, words_in

Happening = Event | Casualties
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "SANCTION"})
NOT_YET = frozenset({"future", "hypothetical", "historical"})
LONG = 4  # days: a wider window is a time of fighting, not one happening
NEWS = 2  # days that a report without a day of its own may come after what it tells
STEM = 5  # letters
MANY_TIMES = 5
TELLING = 6  # persons: a smaller figure is too common to know a happening by
SURE = frozenset({"CT+", "PR+"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One claim, as far as it tells which happening is meant. ``days`` null: the report says nothing of it."""

    theatre: Theatre
    days: Days | None
    around: Days | None
    place: Place | None
    mode: str | None
    doers: frozenset[str]
    figure: tuple[str, int] | None


def seen(claim: AnyClaim, sources: Sources) -> Seen:
    assert isinstance(claim, Event | Casualties)  # noqa: S101 - only these come here
    date = claim.date if isinstance(claim, Event) else claim.period or claim.as_of
    told = sources.published(claim)
    days = days_of(date)
    theatre = sources.theatre(claim)
    return Seen(
        theatre=theatre,
        days=days if days and (days[1] - days[0]).days <= LONG else None,
        around=days or ((told - NEWS * DAY, told) if told else None),
        place=claim.place if claim.place is not None and is_resolved(claim.place) else None,
        mode=claim.mode if isinstance(claim, Event) else None,
        doers=frozenset(filter(None, map(theatre.side_of, doers(claim)))),
        figure=telling_figure(claim),
    )


def doers(claim: Happening) -> tuple[Actor, ...]:
    if isinstance(claim, Event):
        return claim.actor
    return (claim.perpetrator,) if claim.perpetrator else ()


def telling_figure(claim: Happening) -> tuple[str, int] | None:
    if isinstance(claim, Event):
        return None
    number = claim.value if claim.value is not None else claim.low
    return (claim.harm, number) if number is not None and number >= TELLING else None


def takes(claim: AnyClaim) -> Happening | None:
    """Deeds, and the harm of one happening; plans, threats and what lies long back are none."""
    if claim.aux_mode in NOT_YET:
        return None
    if isinstance(claim, Event):
        return claim if claim.event in DEEDS else None
    return claim if isinstance(claim, Casualties) and claim.measure == "incident" else None


def keys(claim: Happening, sources: Sources) -> Iterator[str]:
    """A day with a place; a day with a figure. Wide windows and bare days find nobody."""
    known = sources.once(claim, seen)
    days = known.days or known.around
    if days is None or (days[1] - days[0]).days > LONG:
        return
    for number in range((days[1] - days[0]).days + 1):
        day = days[0].toordinal() + number
        if known.place is not None and is_point(known.place):
            yield f"{day} {place_name(known.place)}"
        if known.figure:
            yield from (f"{day} {land} {known.figure}" for land in known.theatre.lands or {"?"})


def likeness(first: Happening, second: Happening, sources: Sources) -> Found | None:
    one, other = sources.once(first, seen), sources.once(second, seen)
    if one.theatre.is_same(other.theatre) is False or not overlap(one.days or one.around, other.days or other.around):
        return None
    dated = 0.0 if one.days and other.days else 0.15
    here = same_place(one.place, other.place)
    if one.figure and one.figure == other.figure and here is not False:
        return 0.85 - dated, f"the same days and the same figure ({one.figure[1]:,} {one.figure[0]})"
    if here and one.place is not None and is_point(one.place) and same_deed(first, second, one, other):
        return 0.75 - dated, "the same days in the same place"
    return None


def same_deed(first: Happening, second: Happening, one: Seen, other: Seen) -> bool:
    """Shelling and an air strike in one town on one day may be two happenings; without days both must be alike."""
    if one.mode and other.mode and not are_akin(one.mode, other.mode):
        return False
    if one.days and other.days:
        return True
    shared = likeness_of_words(*exact(first, second))
    if not one.days and not other.days:
        return shared > 0.6
    return bool(one.mode and one.mode == other.mode) or shared > 0.8


def exact(first: Happening, second: Happening) -> tuple[str, str]:
    return first.evidence.exact, second.evidence.exact


def exclude(first: Happening, second: Happening, sources: Sources) -> bool:
    one, other = sources.once(first, seen), sources.once(second, seen)
    if one.theatre.is_same(other.theatre) is False or overlap(one.days, other.days) is False:
        return True
    if one.around and other.around and gap(one.around, other.around) > NEWS:
        return True
    if isinstance(first, Event) and isinstance(second, Event) and first.event != second.event:
        return True
    if one.mode and other.mode and not are_akin(one.mode, other.mode):
        return True
    return same_place(one.place, other.place) is False and both_points(one, other)


def are_akin(mode: str, other: str) -> bool:
    """What was destroyed was destroyed somehow, a drone strike is an air strike; shelling is another happening."""
    return mode == other or "destroy" in {mode, other} or {mode, other} == {"aerial", "drone"}


def both_points(one: Seen, other: Seen) -> bool:
    return bool(one.place and other.place and is_point(one.place) and is_point(other.place))


def told(claims: Sequence[Happening], sources: Sources) -> Iterator[Likeness]:
    """In one report: a deed and its dead in one sentence, or the dead in the next one, with no place of their own."""
    for (a, first), (b, second) in combinations(enumerate(claims), 2):
        away = abs(second.evidence.sentence - first.evidence.sentence)
        if isinstance(first, Event) and isinstance(second, Event):
            found = 0.7 if away == 0 and first.event == second.event and not two_sides(first, second, sources) else 0.0
        else:
            found = {0: 0.9, 1: 0.5}.get(away, 0.0)
        if found and (away == 0 or sources.once(second, seen).place is None):
            yield Likeness(a, b, found, "told in one sentence" if away == 0 else "told in the next sentence")


def two_sides(first: Event, second: Event, sources: Sources) -> bool:
    """ "Armenia shelled A and Azerbaijan shelled B": two deeds in one sentence."""
    one, other = sources.once(first, seen).doers, sources.once(second, seen).doers
    return bool(one and other and one != other)


def records(found: Cluster[Happening], sources: Sources) -> Iterator[AnyRecord]:
    made = incident(found, sources)
    members = sorted(found.members, key=lambda claim: claim.id)
    yield made
    yield from denials([claim for claim in members if isinstance(claim, Event)], made, sources)
    yield from figures([claim for claim in members if isinstance(claim, Casualties)], made, sources)


def denials(events: Sequence[Event], made: Incident, sources: Sources) -> Iterator[AnyRecord]:
    """Done against denied, and who did it."""
    stands = camps(events, happened)
    for left, right in opposed(stands, lambda a, b: are_two_voices(a, b, sources)):
        why = "one says that it happened, the other denies it"
        yield contradiction(left, right, why, sources, title=f"Done or not: {made.title}", about=made.id)
    blame = camps(events, lambda claim: blamed(claim, sources))
    for left, right in opposed(blame, lambda a, b: blame_each_other(a, b, sources)):
        why = "they name different sides as the ones who did it"
        yield contradiction(left, right, why, sources, title=f"Who did it: {made.title}", about=made.id)
    why = "they say alike that it happened"
    alike = [claim for claim in stands.get(True, []) if claim.mode]  # without its manner it may be another deed
    for claims in camps(alike, lambda claim: claim.mode).values():
        yield from agreement(claims, why, sources, title=made.title, about=made.id)


def blamed(claim: Event, sources: Sources) -> frozenset[str] | None:
    """The sides whose forces did it; a person or a civilian as the doer is most often a victim."""
    if claim.factuality not in SURE:
        return None
    armed = [actor for actor in claim.actor if actor.kind in {"state", "government", "armed_force", "non_state"}]
    return frozenset(filter(None, map(sources.theatre(claim).side_of, armed))) or None


def blame_each_other(first: Event, second: Event, sources: Sources) -> bool:
    """One deed of one kind by two sides; or each side the other's victim. "A fought" and "B attacked" both hold."""
    if not are_two_voices(first, second, sources):
        return False
    one, other = blamed(first, sources), blamed(second, sources)
    if not one or not other or one & other:
        return False
    if first.mode and first.mode == second.mode:
        return True
    struck, struck_back = hit(first, sources), hit(second, sources)
    return of_one_word(first, second) and struck <= other and struck_back <= one and bool(struck | struck_back)


def of_one_word(first: Event, second: Event) -> bool:
    """ "Attacked" and "launched the attack"; or one of the two told with its manner."""
    stems = {word[:STEM] for word in words_in(first.event_text)} & {word[:STEM] for word in words_in(second.event_text)}
    return bool(first.mode or second.mode) or any(len(stem) == STEM for stem in stems)


def hit(claim: Event, sources: Sources) -> frozenset[str]:
    return frozenset(filter(None, map(sources.theatre(claim).side_of, claim.recipient)))


def happened(claim: Event) -> bool | None:
    if claim.factuality == "CT-":
        return False
    return True if claim.factuality in SURE else None


def figures(dead: Sequence[Casualties], made: Incident, sources: Sources) -> Iterator[AnyRecord]:
    for claims in camps(whole_counts(dead), harm_key).values():
        by_figure = camps(claims, bounds)
        what = f"{claims[0].person_status} {claims[0].harm}".replace("unknown ", "")
        for left, right in opposed(by_figure, lambda a, b: clash(a, b, sources)):
            why = f"{figure_words(left[0])} and {figure_words(right[0])} {what} cannot both hold"
            yield contradiction(left, right, why, sources, title=f"Figures: {made.title}", about=made.id)
        for alike in by_figure.values():
            why = f"they count alike: {figure_words(alike[0])} {what}"
            yield from agreement(alike, why, sources, title=f"Figures: {made.title}", about=made.id)


def whole_counts(dead: Sequence[Casualties]) -> Iterator[Casualties]:
    """Without parts of a count: "seven were killed ... three of the dead were children" is no contradiction.

    Of each voice in a report the largest figure; the report's own only where nobody in it names a larger one.
    """
    for claims in camps(dead, lambda claim: (claim.report, harm_key(claim))).values():
        by_voice = camps(claims, lambda claim: actor_key(claim.claimed_by))
        largest = [max(told, key=lambda claim: ((bounds(claim) or (0, 0))[0], claim.id)) for told in by_voice.values()]
        most = max((bounds(claim) or (0, 0))[0] for claim in largest)
        for claim in largest:
            if claim.claimed_by.resolution != "author" or (bounds(claim) or (0, 0))[0] == most:
                yield claim


def harm_key(claim: Casualties) -> tuple[str, str, tuple[str, ...], str]:
    return claim.harm, claim.person_status, claim.subgroup, kind_of_fighters(claim)


def clash(first: Casualties, second: Casualties, sources: Sources) -> bool:
    """A newer and higher figure is an update, unless another claimant holds to the lower one on the same day."""
    one, other = bounds(first), bounds(second)
    if one is None or other is None or not are_two_voices(first, second, sources):
        return False
    if not exclude_each_other(one, other) or not of_one_side(first, second, sources):
        return False
    if of_a_part(first, second) or of_a_part(second, first) or tell_of_two_things(first, second):
        return False
    told_first, told_second = sources.published(first), sources.published(second)
    if told_first is None or told_second is None or told_first == told_second:
        return True
    later, earlier = (one, other) if told_first > told_second else (other, one)
    return not above(later, earlier)


def tell_of_two_things(first: Casualties, second: Casualties) -> bool:
    """Two reports in their own voices, one with many times the other's dead: it tells of more than this happening."""
    own = first.claimed_by.resolution == second.claimed_by.resolution == "author"
    fewer, more = sorted((bounds(claim) or (0, 0))[0] for claim in (first, second))
    return own and more > MANY_TIMES * fewer


def of_one_side(first: Casualties, second: Casualties, sources: Sources) -> bool:
    """A party that does not say whose soldiers fell may speak of its own or of the enemy's."""
    one, other = losses_key(first, sources), losses_key(second, sources)
    if one != other:
        return False
    if one != "-" or not any(sources.theatre(claim).side_of(claim.claimed_by) for claim in (first, second)):
        return True
    return first.person_status != "military" and not is_bare(first) and not is_bare(second)


def is_bare(claim: Casualties) -> bool:
    """ "The rebels counted two dead": of whom is not told, so of their own."""
    speaker = claim.claimed_by.kind in {"state", "non_state", "armed_force"}
    said = words_in(claim.evidence.exact)
    return speaker and len(said) == 2 and said[1] in {"dead", "wounded", "injured", "missing"}


def incident(found: Cluster[Happening], sources: Sources) -> Incident:
    members = sorted(found.members, key=lambda claim: (sources.published(claim) or datetime.date.max, claim.id))
    place = place_of(members)
    return Incident(
        id=content_id("incident", min(claim.id for claim in members)),
        title=title_of(members, place, sources),
        members=tuple(claim.id for claim in members),
        reasons=found.reasons or ("the only claim of this happening",),
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        window=window_of(members, sources),
        place=place,
        actors=actors_of(members),
    )


def actors_of(members: Sequence[Happening]) -> tuple[Actor, ...]:
    events = [claim for claim in members if isinstance(claim, Event)]
    return distinct(actor for claim in events for actor in (*claim.actor, *claim.recipient))


def window_of(members: Sequence[Happening], sources: Sources) -> Date | None:
    """The narrowest day that a claim gives."""
    dates = [claim.date if isinstance(claim, Event) else claim.period for claim in members]
    dated = [(days, date) for date in dates if date and (days := days_of(date))]
    return min(dated, key=lambda pair: (pair[0][1] - pair[0][0], pair[0]))[1] if dated else None


def place_of(members: Sequence[Happening]) -> Place | None:
    places = [claim.place for claim in members if claim.place and is_resolved(claim.place)]
    return min(places, key=lambda place: (place.precision or 9, place_name(place)), default=None)


def title_of(members: Sequence[Happening], place: Place | None, sources: Sources) -> str:
    """``Shelling in Terter, 10 Oct 2020 (Armed forces of Armenia)``; the words themselves where no deed is told."""
    events = [claim for claim in members if isinstance(claim, Event)]
    mode = next((claim.mode for claim in events if claim.mode), None)
    deed = mode or (events[0].event.lower() if events else "harm to people")
    when = window_of(members, sources)
    days = days_of(when)
    said = DEED_WORDS.get(deed, deed.replace("-", " "))
    said = f"{said[0].upper()}{said[1:]}"
    said += f" in {place_words(place)}" if place else ""
    said += f", {days_words(days)}" if days else ""
    who = names_of(distinct(actor for claim in events for actor in claim.actor if not only_tells(actor, claim)), most=2)
    return f"{said} ({who})" if who and (place or days) else f"{said}: {quoted(members[0])}"


def only_tells(actor: Actor, claim: Event) -> bool:
    """Who counts the dead, treats them or reports on them did not kill them."""
    teller = actor.kind in {"media", "civilians", "igo", "ngo"} or actor.sector in {"MED", "CVL", "JRN"}
    return teller or (actor.kind == "person" and actor_key(actor) == actor_key(claim.claimed_by))


DEED_WORDS = {
    "abduct": "abduction",
    "access": "access granted",
    "aerial": "air strike",
    "arrest": "arrests",
    "assault": "attack",
    "beat": "beating",
    "crowd-control": "crowd control",
    "demo": "demonstration",
    "deport": "deportation",
    "destroy": "destruction",
    "disarm": "disarmament",
    "drone": "drone strike",
    "explosives": "explosion",
    "firearms": "shooting",
    "heavy-weapons": "shelling or rockets",
    "mobilize": "mobilisation",
    "militia": "mobilisation of militia",
    "police": "police sent",
    "primitive": "attack with simple weapons",
    "release": "release",
    "seize": "seizure",
    "sexual": "sexual violence",
    "suicide-attack": "suicide attack",
    "targeted": "targeted killing",
    "troops": "troops sent",
    "unconventional": "unconventional weapons",
    "weapons": "weapons sent",
    "withdraw": "withdrawal",
}

incidents: Joiner[Happening] = Joiner(
    name="incidents", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude, told=told
)
