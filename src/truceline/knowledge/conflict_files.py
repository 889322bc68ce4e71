"""Conflicts known beforehand, one file each: sides with their names, places, start."""

import re
from functools import lru_cache
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from truceline.errors import KnowledgeFault, UnknownConflict
from truceline.knowledge.files import SHIPPED, load_yaml, own_files
from truceline.model.noun import Noun

FOLDER = SHIPPED / "conflicts"
LEAST_NAMES = 3  # mentions of a conflict's sides and places that make a report one about it


class Side(Noun):
    """``country`` is ISO alpha-3; ``names`` are those that reports use."""

    name: str
    country: str
    names: tuple[str, ...]


class Conflict(Noun):
    """``start`` is an ISO day. ``key`` is the file's name and what ``--conflict`` takes."""

    key: str
    title: str
    start: str
    source: str
    countries: tuple[str, ...]
    sides: tuple[Side, ...]
    places: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        names = {name for side in self.sides for name in side.names} | set(self.places)
        return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")


@lru_cache(maxsize=2)
def conflicts(folder: Path = FOLDER) -> dict[str, Conflict]:
    """All conflict files by their name, the user's own over the shipped. Raises KnowledgeFault where one is wrong."""
    own = own_files("conflicts/*.yaml")
    return {path.stem: load_conflict(path) for path in (*sorted(folder.glob("*.yaml")), *own)}


def load_conflict(path: Path) -> Conflict:
    loaded = load_yaml(path)
    if not isinstance(loaded, dict):
        raise KnowledgeFault(str(path), 1, "expected title, start, source, countries, sides and places")
    try:
        return Conflict.model_validate({"key": path.stem, **cast("dict[str, object]", loaded)})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise KnowledgeFault(str(path), line_of(path, str(first["loc"][0])), f"{where}: {first['msg']}") from error


def line_of(path: Path, key: str) -> int | None:
    """The line where a field stands, from 1."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{key}:")), None)


def conflict_named(name: str) -> Conflict:
    """A conflict by its key, or from a file of one's own. Raises UnknownConflict, which lists the names there are."""
    if name.endswith(".yaml"):
        return load_conflict(Path(name))
    found = conflicts().get(name)
    if found is None:
        raise UnknownConflict(f"--conflict {name}: not known; there are {', '.join(conflicts())}")
    return found


def recognise_conflict(text: str) -> Conflict | None:
    """The conflict whose sides and places the text names most often; null where none is named often enough.

    One side's name alone makes no report one about its war: Moscow also mediates elsewhere.
    """
    counts = {key: mentions(conflict, text) for key, conflict in conflicts().items()}
    best = max(counts, key=lambda key: counts[key], default=None)
    return conflicts()[best] if best is not None and counts[best] >= LEAST_NAMES else None


def mentions(conflict: Conflict, text: str) -> int:
    """How often sides and places are named; 0 where only one of the sides is, and no place."""
    named = set(found := conflict.pattern.findall(text))
    groups = [side.names for side in conflict.sides] + [conflict.places]
    return len(found) if sum(not named.isdisjoint(group) for group in groups) > 1 else 0
