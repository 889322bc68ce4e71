"""What was read from the catalogue and may be asked for again: rows that never change, and what follows from all."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
ABSENT = object()


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


class OfVersion:
    """What was worked out from one version of a ledger, at most ``most`` things; a newer version empties it.

    Threads may share it. One thing is made at a time: threads that compute side by side only take the interpreter from
    each other, and each would wait as long as all of them together. Who asks for a thing that is being made finds it
    when the turn comes; what is at hand is given at once.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._version = ""
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()
        self._turn = threading.RLock()  # what is made may ask for other things

    def get(self, version: str, key: Hashable, make: Callable[[], V]) -> V:
        found = self._found(version, key)
        if found is ABSENT:
            with self._turn:
                found = self._found(version, key)
                if found is ABSENT:
                    found = self._keep(version, key, make())
        value: V = found
        return value

    def _found(self, version: str, key: Hashable) -> Any:  # noqa: ANN401 - as it was made
        with self._lock:
            if version != self._version:
                self._version = version
                self._made.clear()
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key, ABSENT)

    def _keep(self, version: str, key: Hashable, made: V) -> V:
        with self._lock:
            if version == self._version:
                self._made[key] = made
                if len(self._made) > self._most:
                    self._made.popitem(last=False)
        return made
