"""Words that only say now, before or after: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

import re

from truceline.understand.markers.alternatives import alternatives
from truceline.understand.markers.date_parts.lexicon import listed
from truceline.understand.markers.date_parts.reading import Reading
from truceline.understand.markers.date_parts.rule import Rule, rule
from truceline.understand.markers.date_parts.setting import Setting

OPEN = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


def read_reference(match: re.Match[str], at: Setting) -> Reading | None:
    word = " ".join(match[0].lower().split())
    name = next(name for name in OPEN if word in listed(name))
    return Reading(OPEN[name], resolution="explicit", rule=f"vague-{name}")


ANY = alternatives(listed("present") | listed("past") | listed("future"))
RULES: tuple[Rule, ...] = (
    rule(
        "reference",
        "reference",
        rf"(?<!(?i:as)\s)(?i:{ANY})(?!\s+(?i:after|before|as|few|several|days|weeks|months|years|decades|\d))",
        read_reference,
        ANY,
    ),
)
