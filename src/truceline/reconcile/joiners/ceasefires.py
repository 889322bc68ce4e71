"""Ceasefire processes: one truce from first word to collapse."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from truceline.model.claims import AnyClaim, Ceasefire
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, CeasefireProcess, CeasefireStep
from truceline.model.when import Date
from truceline.reconcile.clusters import Cluster, Likeness, cluster
from truceline.reconcile.likeness import may_be_same_day, side_keys
from truceline.reconcile.sources import Sources

BEGINNINGS = frozenset({"announced", "agreed", "in_force"})
ENDS = frozenset({"not_observed", "collapsed", "expired", "ended", "violated", "extended"})
STAGE_ORDER = (
    "historical", "sought", "proposed", "rejected", "announced", "agreed", "in_force", "extended", "violated",
    "not_observed", "collapsed", "expired", "ended",
)  # fmt: skip


def join_ceasefires(claims: Sequence[AnyClaim], sources: Sources) -> list[AnyRecord]:
    """One record a truce. Two truces declared on different days, or between other sides, never join."""
    truces = [claim for claim in claims if isinstance(claim, Ceasefire)]
    return [process(found, sources) for found in cluster(truces, likenesses(truces), contradict)]


def contradict(first: Ceasefire, second: Ceasefire) -> bool:
    if (first.stage == "historical") != (second.stage == "historical"):
        return True
    if may_be_same_day(first.declared, second.declared) is False:
        return True
    if may_be_same_day(first.effective, second.effective) is False:
        return True
    sides, other = side_keys(first.parties), side_keys(second.parties)
    return bool(sides and other and not sides & other)


def likenesses(truces: Sequence[Ceasefire]) -> Iterator[Likeness]:
    yield from same_declaration(truces)
    yield from same_effect(truces)
    by_report: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(truces):
        by_report[claim.report].append(index)
    for indexes in by_report.values():
        yield from told_together(truces, sorted(indexes, key=lambda i: truces[i].evidence.start))


def same_declaration(truces: Sequence[Ceasefire]) -> Iterator[Likeness]:
    """Claims that give overlapping days of declaration; the narrower the days, the stronger."""
    dated = [index for index, claim in enumerate(truces) if declared_days(claim)]
    for a, b in combinations(dated, 2):
        if may_be_same_day(truces[a].declared, truces[b].declared):
            days = max(declared_days(truces[a]), declared_days(truces[b]))
            yield Likeness(a, b, 0.9 if days <= 3 else 0.4, "declared on days that agree")


def same_effect(truces: Sequence[Ceasefire]) -> Iterator[Likeness]:
    """A truce that took effect or fell on the day, in the place, that another report gives."""
    dated = [(index, day) for index, claim in enumerate(truces) if (day := claim.effective or claim.ended) is not None]
    for (a, first), (b, second) in combinations(dated, 2):
        if may_be_same_day(first, second) and places_agree(truces[a], truces[b]):
            yield Likeness(a, b, 0.7, "in force or over on days that agree")


def places_agree(first: Ceasefire, second: Ceasefire) -> bool:
    names = {(claim.place.name or claim.place.raw).casefold() for claim in (first, second) if claim.place}
    return len(names) < 2


def declared_days(claim: Ceasefire) -> int:
    """How many days the declaration may fall on; 0 where it is not known."""
    when = claim.declared
    return (when.latest - when.earliest).days + 1 if when and when.earliest and when.latest else 0


def told_together(truces: Sequence[Ceasefire], indexes: list[int]) -> Iterator[Likeness]:
    """In one report: stages in one sentence are one truce's, and an end belongs to the truce told of before."""
    for a, b in pairwise(indexes):
        if truces[a].evidence.sentence == truces[b].evidence.sentence:
            yield Likeness(a, b, 0.95, "told in one sentence")
        elif truces[b].stage in ENDS and truces[b].declared is None:
            yield Likeness(a, b, 0.6, "told right after it in one report")


def process(found: Cluster[Ceasefire], sources: Sources) -> CeasefireProcess:
    members = sorted(found.members, key=lambda claim: step_key(claim, sources))
    return CeasefireProcess(
        id=content_id("ceasefire_process", min(claim.id for claim in members)),
        title=title_of(members),
        members=tuple(claim.id for claim in members),
        reasons=found.reasons,
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        steps=tuple(
            CeasefireStep(claim=claim.id, stage=claim.stage, date=stage_date(claim), claimed_by=claim.claimed_by)
            for claim in members
        ),
        parties=next((claim.parties for claim in members if claim.parties), ()),
        place=next((claim.place for claim in members if claim.place), None),
        held_days=held_days(members),
    )


def step_key(claim: Ceasefire, sources: Sources) -> tuple[int, datetime.date, str]:
    return STAGE_ORDER.index(claim.stage), sources.published(claim) or datetime.date.max, claim.id


def stage_date(claim: Ceasefire) -> Date | None:
    if claim.stage in {"collapsed", "expired", "ended", "violated", "not_observed"}:
        return claim.ended
    if claim.stage == "in_force":
        return claim.effective or claim.declared
    return claim.declared


def title_of(members: Sequence[Ceasefire]) -> str:
    declared = next((claim.declared for claim in members if claim.declared), None)
    place = next((claim.place for claim in members if claim.place), None)
    words = ["Truce"]
    words += [f"declared {declared.edtf or declared.raw}"] if declared else []
    words += [f"in {place.name or place.raw}"] if place else []
    return " ".join(words) if len(words) > 1 else f"Truce: {members[0].evidence.exact[:60]}"


def held_days(members: Sequence[Ceasefire]) -> tuple[int, int] | None:
    """Least and most whole days from the declaration (or effect) to the end; null where one of them is not known."""
    start = next((claim.effective or claim.declared for claim in members if claim.effective or claim.declared), None)
    end = next((claim.ended for claim in members if claim.ended), None)
    if not (start and end and start.earliest and start.latest and end.earliest and end.latest):
        return None
    return max(0, (end.earliest - start.latest).days), max(0, (end.latest - start.earliest).days)
