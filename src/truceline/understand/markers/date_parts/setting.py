"""What a date is read against: the day of publication, the direction of its clause, the dates told before it."""

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from truceline.understand.markers.date_parts.reading import Reading

Direction = Literal["past", "future", "nearest"]
"""``nearest``: planned and called off, so that it may lie on either side."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Dates told before: ``story`` is the last single day, ``told`` the last of any precision, ``quarter`` the last
    quarter, ``ahead`` the last day after publication, ``behind`` the last other one. ``direction`` is None where
    nothing shows it; ``still_ahead``: ahead of the report, not only of what it tells ("would").
    """

    published: datetime.date | None
    direction: Direction | None = None
    story: Reading | None = None
    told: Reading | None = None
    quarter: Reading | None = None
    ahead: Reading | None = None
    behind: Reading | None = None
    still_ahead: bool = False

    def for_past(self) -> "Setting":
        """What is past leans on no day that is still to come: "They are to meet on Friday. Shells fell at 2 a.m."."""
        return replace(self, story=self.behind) if self.story is not None and self.story is self.ahead else self
