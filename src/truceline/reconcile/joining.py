"""How every kind of record is joined: blocks of candidates, likenesses with reasons, clusters, records."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Generic, TypeVar

from truceline.model.claims import AnyClaim
from truceline.model.record import AnyRecord
from truceline.reconcile.clusters import JUDGED, Cluster, Likeness, cluster
from truceline.reconcile.links import NO_LINKS, Links
from truceline.reconcile.sources import Sources

C = TypeVar("C", bound=AnyClaim)
Found = tuple[float, str]
"""How strongly two claims seem to be about one thing (0 to 1), and why."""


def nothing_told(_claims: Sequence[C], _sources: Sources) -> Iterator[Likeness]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Joiner(Generic[C]):
    """One kind of record. Claims without a common key, and not of one report, are never compared.

    ``told`` sees the claims of one report in the order of the text (``Likeness`` counts within them).
    ``alike`` null: a common key is likeness enough, and ``key_reason`` says why.
    """

    name: str
    takes: Callable[[AnyClaim], C | None]
    keys: Callable[[C, Sources], Iterable[str]]
    records: Callable[[Cluster[C], Sources], Iterable[AnyRecord]]
    alike: Callable[[C, C, Sources], Found | None] | None = None
    key_reason: str = ""
    contradict: Callable[[C, C, Sources], bool] = lambda _a, _b, _s: False
    told: Callable[[Sequence[C], Sources], Iterator[Likeness]] = nothing_told


def join(joiner: Joiner[C], claims: Sequence[AnyClaim], sources: Sources, links: Links = NO_LINKS) -> list[AnyRecord]:
    """The records of one kind. ``claims`` sorted by id."""
    items = [taken for claim in claims if (taken := joiner.takes(claim)) is not None]
    found = cluster(
        items,
        likenesses(joiner, items, sources, links),
        lambda a, b: joiner.contradict(a, b, sources),
        lambda a, b: links.are_different(a.id, b.id),
    )
    return [record for made in found for record in joiner.records(made, sources)]


def likenesses(joiner: Joiner[C], items: Sequence[C], sources: Sources, links: Links) -> Iterator[Likeness]:
    yield from _told(joiner, items, sources)
    yield from _of_blocks(joiner, items, sources)
    at = {claim.id: index for index, claim in enumerate(items)}
    for first, second, by in links.same:
        if first in at and second in at:
            yield Likeness(at[first], at[second], JUDGED, f"judged to be the same by {by}")


def _told(joiner: Joiner[C], items: Sequence[C], sources: Sources) -> Iterator[Likeness]:
    by_report: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(items):
        by_report[claim.report].append(index)
    for indexes in by_report.values():
        indexes.sort(key=lambda i: (items[i].evidence.start, items[i].evidence.end, items[i].id))
        for like in joiner.told([items[i] for i in indexes], sources):
            yield Likeness(indexes[like.first], indexes[like.second], like.strength, like.reason)


def _of_blocks(joiner: Joiner[C], items: Sequence[C], sources: Sources) -> Iterator[Likeness]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(items):
        for key in dict.fromkeys(joiner.keys(claim, sources)):
            blocks[key].append(index)
    if joiner.alike is None:
        for block in blocks.values():
            yield from (Likeness(a, b, 1.0, joiner.key_reason) for a, b in pairwise(block))
        return
    for a, b in {pair for block in blocks.values() for pair in combinations(block, 2)}:
        found = joiner.alike(items[a], items[b], sources)
        if found is not None:
            yield Likeness(a, b, *found)
