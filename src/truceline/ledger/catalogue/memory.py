"""What was read from the catalogue and may be asked for again: rows that never change under their number."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """At most ``most`` values. What was not asked for since the last half filled up is forgotten first.

    Threads may share it: each step is one of a dictionary.
    """

    def __init__(self, most: int) -> None:
        self._half = max(1, most // 2)
        self._new: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get_all(self, keys: Iterable[K], look_up: Callable[[list[K]], Iterable[tuple[K, V]]]) -> list[V]:
        """Values in the order of the keys; ``look_up`` finds those that are not at hand. Unknown keys are left out."""
        found = {key: self._get(key) for key in keys}
        absent = [key for key, value in found.items() if value is None]
        for key, value in look_up(absent) if absent else ():
            found[key] = value
            self._put(key, value)
        return [value for value in found.values() if value is not None]

    def clear(self) -> None:
        self._new, self._old = {}, {}

    def _get(self, key: K) -> V | None:
        value = self._new.get(key)
        if value is None and (value := self._old.get(key)) is not None:
            self._put(key, value)
        return value

    def _put(self, key: K, value: V) -> None:
        self._new[key] = value
        if len(self._new) >= self._half:
            self._new, self._old = {}, self._new
