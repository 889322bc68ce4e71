"""All rules for dates. Where two match the same words, the longer match wins, then the earlier rule."""

from truceline.understand.markers.date_parts import (
    around_publication,
    clock_times,
    holidays,
    references,
    spans_of_time,
    spelled_out,
    weekdays,
)
from truceline.understand.markers.date_parts.rule import Rule

RULES: tuple[Rule, ...] = (
    *spelled_out.RULES,
    *clock_times.RULES,
    *holidays.RULES,
    *weekdays.RULES,
    *around_publication.RULES,
    *references.RULES,
    *spans_of_time.RULES,
)
