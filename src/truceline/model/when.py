"""When: a date as written, as TIMEX3 value, as EDTF and as the days it can span."""

import datetime
from typing import Literal

from truceline.model.noun import Noun

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
DatePrecision = Literal["day", "range", "week", "month", "year", "decade"]
DateResolution = Literal["explicit", "resolved", "inferred", "partial", "unresolved"]


class Date(Noun):
    """A date. ``earliest`` and ``latest`` are whole days, inclusive; null where no day can be given.

    ``timex`` is a TIMEX3 value (``2020-10-20``, ``2020-W43``, ``199``, ``PT11H``, ``XXXX-WXX-2``),
    ``edtf`` an ISO 8601-2 string (``[2020-10-01..2020-10-20]``, ``XXXX-09-27``, ``199X``).
    ``rule`` names what resolved it, always given when ``resolution`` is ``resolved`` or ``inferred``.
    """

    raw: str
    timex: str | None = None
    timex_type: TimexType = "DATE"
    edtf: str | None = None
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    precision: DatePrecision | None = None
    resolution: DateResolution = "unresolved"
    rule: str | None = None
