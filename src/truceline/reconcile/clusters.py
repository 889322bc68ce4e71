"""Clusters whose members never contradict each other, whatever the order in which likenesses were found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two members that may be one thing: how strongly (0 to 1) and why, in words."""

    first: int
    second: int
    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster(Generic[T]):
    members: tuple[T, ...]
    reasons: tuple[str, ...]


def cluster(items: Sequence[T], likenesses: Iterable[Likeness], contradict: Callable[[T, T], bool]) -> list[Cluster[T]]:
    """Join the strongest likenesses first; two groups stay apart where any two members contradict each other.

    ``items`` must come in an order that does not depend on how they arrived (by id): then the result does not either.
    """
    group_of = list(range(len(items)))
    groups: dict[int, list[int]] = {index: [index] for index in group_of}
    reasons: dict[int, set[str]] = {index: set() for index in group_of}
    for like in sorted(likenesses, key=lambda like: (-like.strength, like.first, like.second)):
        left, right = sorted((group_of[like.first], group_of[like.second]))
        if left == right:
            reasons[left].add(like.reason)
            continue
        if any(contradict(items[a], items[b]) for a in groups[left] for b in groups[right]):
            continue
        groups[left] += groups.pop(right)
        reasons[left] |= reasons.pop(right) | {like.reason}
        for index in groups[left]:
            group_of[index] = left
    return [Cluster(tuple(items[i] for i in members), tuple(sorted(reasons[key]))) for key, members in groups.items()]
