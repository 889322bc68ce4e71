"""What is told as done has no day after the report: such a day is of what was agreed, asked or set for then."""

import datetime
from collections.abc import Mapping

from truceline.model.claims import EventFields
from truceline.model.when import Date
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport

OF_THE_DEED = ("date", "period", "declared", "said_on", "as_of")
PRESENT = frozenset({"VBZ", "VBP"})


def days_to_come(own: Mapping[str, object], published: datetime.date | None) -> list[str]:
    """Names of the fields whose day lies wholly after the report's."""
    if published is None:
        return []
    days = ((name, own.get(name)) for name in OF_THE_DEED)
    return [
        name for name, day in days if isinstance(day, Date) and day.earliest is not None and day.earliest > published
    ]


def is_announced(found: Finding, marked: MarkedReport) -> bool:
    """ "They meet in Lisbon next Tuesday": told in the present tense of a day to come."""
    if not isinstance(found.fields, EventFields):
        return False
    span = marked.doc.char_span(found.at, found.at + 1, alignment_mode="expand")
    return span is not None and span[0].tag_ in PRESENT
