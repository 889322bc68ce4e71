"""How long until now: "in the past 24 hours" ends with the day of publication."""

import datetime
import re

from truceline.model.mark import DateMark
from truceline.understand.markers.date_parts.lexicon import listed

LENGTH = re.compile(r"PT?(\d+)([HDWMY])")
DAYS = {"H": 1 / 24, "D": 1, "W": 7, "M": 30, "Y": 365}


def until_now(mark: DateMark, published: datetime.date | None) -> DateMark:
    """ "The past 24 hours", "the last three days" as the days that they reach over; other marks as they are."""
    length = LENGTH.fullmatch(mark.timex or "") if mark.timex_type == "DURATION" else None
    if length is None or published is None or listed("lately").isdisjoint(mark.text.lower().split()[:2]):
        return mark
    days = datetime.timedelta(days=max(1, round(int(length[1]) * DAYS[length[2]])))
    first = published - days
    return mark.model_copy(
        update={
            "earliest": first, "latest": published, "precision": "range", "edtf": f"{first}/{published}",
            "resolution": "inferred", "rule": "until-publication",
        }
    )  # fmt: skip
