"""What one batch was told to do. A batch that goes on after a break must have been told the same."""

import datetime
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version

import orjson

from truceline.model.ids import content_id
from truceline.read.read_options import ReadOptions
from truceline.read.web.web import Web
from truceline.settings import Settings

REPORTS_A_PART = 200  # units in one part: some seconds of work, lost at most where a machine breaks down


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """``every_report``: parse reports too that have no word of conflict.

    ``shard``: (k, n) where this machine does the k-th of every n parts, counted from 1.
    """

    language: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    published: datetime.date | None = None
    conflict: str | None = None
    every_report: bool = False
    part_size: int = REPORTS_A_PART
    shard: tuple[int, int] = (1, 1)
    settings: Settings = field(default_factory=Settings)

    def read_options(self, web: Web | None = None) -> ReadOptions:
        """``web``: for the process that hands out the work; workers fetch nothing."""
        return ReadOptions(self.language, self.settings, self.columns, web)

    def is_mine(self, number: int) -> bool:
        mine, all_of_them = self.shard
        return number % all_of_them == mine - 1

    def key(self) -> str:
        """Same key, same outcome: options and version of the program, whichever machine does the part."""
        told = {
            **asdict(self),
            "shard": None,
            "settings": self.settings.model_dump(mode="json"),
            "version": version("truceline"),
        }
        return content_id(orjson.dumps(told, option=orjson.OPT_SORT_KEYS, default=str).decode())
