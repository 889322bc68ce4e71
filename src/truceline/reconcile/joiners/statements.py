"""Repeated statements: one thing that one source said, as several reports carry it."""

import datetime
from collections.abc import Iterator

from truceline.model.claims import AnyClaim, Statement
from truceline.model.ids import content_id
from truceline.model.record import AnyRecord, RepeatedStatement
from truceline.reconcile.clusters import Cluster
from truceline.reconcile.joining import Found, Joiner
from truceline.reconcile.likeness import actor_key, is_named
from truceline.reconcile.sources import Sources
from truceline.reconcile.titles import name_of
from truceline.reconcile.wording import likeness_of_words, sketch, words_in

LEAST_WORDS = 4  # "he would resign" is said too often to be known again
SAME = 0.8
DAYS = 7


def takes(claim: AnyClaim) -> Statement | None:
    return claim if isinstance(claim, Statement) and len(words_in(claim.content)) >= LEAST_WORDS else None


def keys(claim: Statement, _: Sources) -> Iterator[str]:
    yield from sketch(claim.content)


def likeness(first: Statement, second: Statement, sources: Sources) -> Found | None:
    """Two reports, one source as far as it is named, within a week, in much the same words."""
    if first.report == second.report or not same_source(first, second):
        return None
    shared = likeness_of_words(first.content, second.content)
    days = [day for claim in (first, second) if (day := sources.published(claim))]
    if shared < SAME or (len(days) == 2 and abs((days[0] - days[1]).days) > DAYS):
        return None
    return shared, "the same source in the same words"


def same_source(first: Statement, second: Statement) -> bool:
    one, other = first.source, second.source
    if one is None or other is None or not (is_named(one) and is_named(other)):
        return True
    return actor_key(one) == actor_key(other) or bool(one.country and one.country == other.country)


def exclude(first: Statement, second: Statement, _: Sources) -> bool:
    return not same_source(first, second)


def records(found: Cluster[Statement], sources: Sources) -> Iterator[AnyRecord]:
    """What was said once is no record of its own."""
    members = sorted(found.members, key=lambda claim: (sources.published(claim) or datetime.date.max, claim.id))
    if len(members) < 2:
        return
    source = next((claim.source for claim in members if claim.source and is_named(claim.source)), members[0].source)
    content = max((claim.content for claim in members), key=lambda text: (len(text), text))
    yield RepeatedStatement(
        id=content_id("repeated_statement", min(claim.id for claim in members)),
        title=f"{name_of(source) if source else 'source not named'}: {' '.join(content.split())[:80]}",
        members=tuple(claim.id for claim in members),
        reasons=found.reasons,
        independent_sources=sources.independent(members),
        outlets=sources.outlets(members),
        source=source,
        content=content,
    )


statements: Joiner[Statement] = Joiner(
    name="statements", takes=takes, keys=keys, records=records, alike=likeness, contradict=exclude
)
