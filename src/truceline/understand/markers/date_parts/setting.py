"""What a date is read against: the day of publication, the direction of its clause, the dates told before it."""

import datetime
from dataclasses import dataclass
from typing import Literal

from truceline.understand.markers.date_parts.reading import Reading

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Setting:
    """``story`` is the last date told before that has days; ``direction`` is None where nothing shows it."""

    published: datetime.date | None
    direction: Direction | None = None
    story: Reading | None = None
