"""Clusters whose members never contradict each other, whatever the order in which likenesses were found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
JUDGED = 2.0  # stronger than any likeness: a person said so


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


def cluster(
    items: Sequence[T],
    likenesses: Iterable[Likeness],
    contradict: Callable[[T, T], bool],
    apart: Callable[[T, T], bool] = lambda _a, _b: False,
) -> list[Cluster[T]]:
    """Join the strongest likenesses first; two groups stay apart where any two members contradict each other.

    What a person judged to be the same (``JUDGED``) joins even so; what a person set ``apart`` never does.
    ``items`` must come in an order that does not depend on how they arrived (by id): then the result does not either.
    """
    groups = _Groups(items, contradict, apart)
    for like in sorted(likenesses, key=lambda like: (-like.strength, like.first, like.second, like.reason)):
        groups.join(like)
    return groups.clusters()


class _Groups(Generic[T]):
    def __init__(self, items: Sequence[T], contradict: Callable[[T, T], bool], apart: Callable[[T, T], bool]) -> None:
        self._items, self._contradict, self._apart = items, contradict, apart
        self._group_of = list(range(len(items)))
        self._groups: dict[int, list[int]] = {index: [index] for index in self._group_of}
        self._reasons: dict[int, set[str]] = {index: set() for index in self._group_of}
        self._refused: dict[int, set[int]] = {}

    def join(self, like: Likeness) -> None:
        left, right = sorted((self._group_of[like.first], self._group_of[like.second]))
        if left != right:
            if self._must_stay_apart(left, right, judged=like.strength >= JUDGED):
                return
            self._merge(left, right)
        self._reasons[left].add(like.reason)

    def _merge(self, left: int, right: int) -> None:
        moved = self._groups.pop(right)
        self._groups[left] += moved
        self._reasons[left] |= self._reasons.pop(right)
        self._refused.setdefault(left, set()).update(self._refused.pop(right, ()))
        for index in moved:
            self._group_of[index] = left

    def _must_stay_apart(self, left: int, right: int, *, judged: bool) -> bool:
        """A refusal stays one when groups grow, so it is remembered instead of asked again."""
        if not judged and self._is_refused(left, right):
            return True
        test = self._apart if judged else self._either
        if not any(test(self._items[a], self._items[b]) for a in self._groups[left] for b in self._groups[right]):
            return False
        if not judged:
            self._refused.setdefault(left, set()).add(right)
        return True

    def _is_refused(self, left: int, right: int) -> bool:
        refused = {self._group_of[index] for index in self._refused.get(left, ())}
        return right in refused or left in {self._group_of[index] for index in self._refused.get(right, ())}

    def _either(self, first: T, second: T) -> bool:
        return self._apart(first, second) or self._contradict(first, second)

    def clusters(self) -> list[Cluster[T]]:
        return [
            Cluster(tuple(self._items[i] for i in sorted(members)), tuple(sorted(self._reasons[key])))
            for key, members in self._groups.items()
        ]
