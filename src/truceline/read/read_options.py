"""How sources are read: what the caller chose, handed through to every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from truceline.read.web.web import Web
from truceline.settings import Settings


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``columns``: our field to the name that a table gives it. ``web``: null where nothing may be fetched.

    ``depth``: how many containers lie around the source.
    """

    language: str | None
    settings: Settings
    columns: Mapping[str, str] = field(default_factory=dict)
    web: Web | None = None
    depth: int = 0

    def deeper(self) -> Self:
        return replace(self, depth=self.depth + 1)
