"""Ceasefire processes: one truce from first word to collapse."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import ceil

from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Ceasefire
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, CeasefireProcess, CeasefireStep
from truceline.model.when import Date
from truceline.reconcile.clusters import Cluster, Likeness
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import Days, days_of, overlap
from truceline.reconcile.sides import agreement, are_two_voices, camps, contradiction, opposed
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import distinct
from truceline.reconcile.truces.apart import COUNTED, NEWS, contradict, named_elsewhere
from truceline.reconcile.truces.likeness import alike
from truceline.reconcile.truces.profile import ENDINGS, WISHES, TruceProfile, days_in, profile
from truceline.reconcile.truces.title import title_of

STAGE_ORDER = (
    "historical", "sought", "proposed", "rejected", "announced", "agreed", "in_force", "extended", "violated",
    "not_observed", "collapsed", "expired", "ended",
)  # fmt: skip
STAGE_WORDS = {
    "in_force": "was in force", "not_observed": "was not observed", "collapsed": "had collapsed",
    "expired": "had run out", "ended": "had ended",
}  # fmt: skip
NEAR = 5  # mentions of truces in one report within which "it" is still the one told of before


def takes(claim: AnyClaim) -> Ceasefire | None:
    return claim if isinstance(claim, Ceasefire) else None


def keys(claim: Ceasefire, sources: Sources) -> Iterator[str]:
    """War or place and weeks; war and number; the declared day alone, for claims of which the war is not known."""
    known = sources.once(claim, profile)
    lands = known.theatre.lands or {"?"}
    if known.day:
        weeks = known.day.toordinal() // NEWS
        where = (*lands, *(f"at {place}" for place in known.places))
        yield from (f"{name} {weeks + step}" for name in where for step in (0, 1))
    if known.ordinal and known.told:
        period = known.told.toordinal() // COUNTED
        yield from (f"{land} number {known.ordinal} {period + step}" for land in lands for step in (0, 1))
    if known.declared:
        yield from (f"declared {known.declared[0].toordinal() + step}" for step in (0, 1))


def likeness(first: Ceasefire, second: Ceasefire, sources: Sources) -> Found | None:
    return alike(sources.once(first, profile), sources.once(second, profile))


def exclude(first: Ceasefire, second: Ceasefire, sources: Sources) -> bool:
    one, other = sources.once(first, profile), sources.once(second, profile)
    return contradict(one, other) or (first.report == second.report and named_elsewhere(one, other))


def told(claims: Sequence[Ceasefire], sources: Sources) -> Iterator[Likeness]:
    """In one report: stages of one sentence are one truce's; a truce without its day is the one told of nearby."""
    for (a, first), (b, second) in combinations(enumerate(claims), 2):
        one, other = sources.once(first, profile), sources.once(second, profile)
        if first.evidence.sentence == second.evidence.sentence:
            yield Likeness(a, b, 0.95, "told in one sentence")
        elif b - a <= NEAR and goes_on(one, other):
            yield Likeness(a, b, 0.66 - 0.04 * (b - a), "told of nearby in one report")


def goes_on(first: TruceProfile, second: TruceProfile) -> bool:
    """Not where both have their own days, or one speaks of several truces, of earlier times, or only wishes for one."""
    if (first.start and second.start) or first.several or second.several or second.wider:
        return False
    if overlap(first.ended, second.ended, slack=1) is False:
        return False
    stages = {first.stage, second.stage}
    return "historical" not in stages and (not stages & WISHES or stages <= WISHES)


def records(found: Cluster[Ceasefire], sources: Sources) -> Iterator[AnyRecord]:
    """The process, then what in it cannot both hold and what several voices say alike."""
    made = process(found, sources)
    members = sorted(found.members, key=lambda claim: claim.id)
    yield made
    yield from who_broke_it(members, made, sources)
    for stage, alike_claims in camps(members, reached).items():
        why = f"they say alike that the truce {STAGE_WORDS.get(str(stage), f'was {stage}')}"
        if stage not in {*WISHES, "historical"}:
            yield from agreement(alike_claims, why, sources, title=made.title, about=made.id)


def reached(claim: Ceasefire) -> str | None:
    """The stage, unless it is denied, doubted or still ahead."""
    return claim.stage if claim.factuality in SURE and claim.aux_mode != "future" else None


def who_broke_it(members: Sequence[Ceasefire], made: CeasefireProcess, sources: Sources) -> Iterator[AnyRecord]:
    """Each blames another, or one says it holds while another says it does not."""
    blame = camps(members, lambda claim: blamed(claim, sources))
    for left, right in opposed(blame, lambda a, b: are_two_voices(a, b, sources)):
        why = "each says that another side broke the truce"
        yield contradiction(left, right, why, sources, title=f"Who broke it: {made.title}", about=made.id)
    for left, right in opposed(camps(members, is_broken), lambda a, b: are_two_voices(a, b, sources)):
        why = "one says that the truce was broken, the other denies it"
        yield contradiction(left, right, why, sources, title=f"Broken or not: {made.title}", about=made.id)


SURE = frozenset({"CT+", "PR+"})


def is_broken(claim: Ceasefire) -> bool | None:
    if claim.stage not in {"violated", *ENDINGS}:
        return None
    return False if claim.factuality == "CT-" else True if claim.factuality in SURE else None


def blamed(claim: Ceasefire, sources: Sources) -> frozenset[str] | None:
    theatre = sources.theatre(claim)
    sides = frozenset(theatre.side_of(actor) or actor.entity_name or "" for actor in claim.violated_by) - {""}
    return sides if sides and claim.factuality in SURE else None


def process(found: Cluster[Ceasefire], sources: Sources) -> CeasefireProcess:
    began = start_of(found.members)
    members = sorted(found.members, key=lambda claim: step_key(claim, began, sources))
    return CeasefireProcess(
        id=content_id("ceasefire_process", min(claim.id for claim in members)),
        title=title_of(members, sources),
        members=tuple(claim.id for claim in members),
        reasons=found.reasons,
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        steps=tuple(
            CeasefireStep(claim=claim.id, stage=claim.stage, date=stage_date(claim), claimed_by=claim.claimed_by)
            for claim in members
        ),
        parties=parties_of(members, sources),
        place=next((claim.place for claim in members if claim.place), None),
        held_days=held_days(members),
    )


ARMED = frozenset({"armed_force", "non_state"})  # an alliance that no conflict file names is still a party


def parties_of(members: Iterable[Ceasefire], sources: Sources) -> tuple[Actor, ...]:
    """Those on a side of the war or in arms, where any is: a mediator who announced the truce is none of them."""
    named = [(claim, actor) for claim in members for actor in claim.parties]
    sided = [actor for claim, actor in named if actor.kind in ARMED or sources.theatre(claim).side_of(actor)]
    return distinct(sided or (actor for _, actor in named))


def step_key(claim: Ceasefire, began: Days | None, sources: Sources) -> tuple[datetime.date, int, str]:
    """By day; what has no day stands where its stage does: before the start, or on the day of its report."""
    days = days_of(stage_date(claim))
    order = STAGE_ORDER.index(claim.stage)
    if days:
        return days[0], order, claim.id
    if began and order <= STAGE_ORDER.index("in_force"):
        return began[0], order, claim.id
    return sources.published(claim) or datetime.date.max, order, claim.id


def stage_date(claim: Ceasefire) -> Date | None:
    if claim.stage in {"collapsed", "expired", "ended", "violated", "not_observed"}:
        return claim.ended
    if claim.stage == "in_force":
        return claim.effective or claim.declared
    return claim.declared


def start_of(members: Iterable[Ceasefire]) -> Days | None:
    """The narrowest day of taking effect; of declaration where that is not known."""
    claims = [claim for claim in members if claim.stage != "extended"]
    for dates in ([claim.effective for claim in claims], [claim.declared for claim in claims]):
        known = sorted((days for date in dates if (days := days_of(date))), key=lambda days: (days[1] - days[0], days))
        if known:
            return known[0]
    return None


def held_days(members: Iterable[Ceasefire]) -> tuple[int, int] | None:
    """Least and most whole days from its start to its end, over all ends that are claimed; null where not known.

    One that ran out held no longer than it was to hold, even where only the day of its declaration is known.
    """
    claims = list(members)
    start = start_of(claims)
    if start is None:
        return None
    ends = [days for claim in claims if (days := end_of(claim, claims)) and days[1] >= start[0]]
    if not ends:
        return None
    least = max(0, min((end[0] - start[1]).days for end in ends))
    most = max((end[1] - start[0]).days for end in ends)
    planned = planned_days(claims)
    return (min(least, int(planned)), min(most, ceil(planned))) if planned is not None else (least, most)


def end_of(claim: Ceasefire, members: Sequence[Ceasefire]) -> Days | None:
    """Not "a truce announced last May broke down": the one day of the sentence is that of the announcement."""
    if claim.stage not in ENDINGS or claim.ended is None:
        return None
    told = [other.declared for other in members if other.evidence.sentence == claim.evidence.sentence
            and other.report == claim.report and other.stage not in ENDINGS]  # fmt: skip
    return None if any(date and date.raw == claim.ended.raw for date in told) else days_of(claim.ended)


def planned_days(members: Sequence[Ceasefire]) -> float | None:
    """Of one that expired, was never extended and for which all tell the same duration in hours, days or weeks."""
    stages = {claim.stage for claim in members}
    told = {claim.duration for claim in members if claim.duration and claim.stage in {"agreed", "announced", "expired"}}
    known = next(iter(told)) if len(told) == 1 else "M"
    return None if "M" in known or "expired" not in stages or "extended" in stages else days_in(known)


ceasefires: Joiner[Ceasefire] = Joiner(
    name="ceasefires", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude, told=told
)
