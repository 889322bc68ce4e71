"""Which day a claim or a record is about."""

import datetime
from collections.abc import Iterable

from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Statement, Talks, Territory
from truceline.model.record import (
    AnyRecord,
    CeasefireProcess,
    Contradiction,
    Incident,
    TalksRound,
)
from truceline.model.when import Date

ENDS = frozenset({"violated", "not_observed", "collapsed", "expired", "ended"})
Days = tuple[datetime.date | None, datetime.date | None]


def date_of(claim: AnyClaim) -> Date | None:
    """The date of what is told, null where the report gives none."""
    match claim:
        case Event() | Talks() | Territory():
            return claim.date
        case Casualties():
            return claim.as_of or claim.period
        case Ceasefire():
            return truce_date(claim)
        case Statement():
            return claim.said_on
        case _:
            return None


def truce_date(claim: Ceasefire) -> Date | None:
    if claim.stage in ENDS:
        return claim.ended
    if claim.stage == "in_force":
        return claim.effective or claim.declared
    return claim.declared or claim.effective


def days_of(date: Date | None) -> Days:
    return (date.earliest, date.latest) if date else (None, None)


def record_dates(record: AnyRecord) -> list[Date]:
    match record:
        case Incident():
            dates: Iterable[Date | None] = [record.window]
        case TalksRound():
            dates = [record.date, *(step.date for step in record.steps)]
        case Contradiction():
            dates = []
        case CeasefireProcess():
            dates = [step.date for step in record.steps]
        case _:
            dates = dates_of_steps(record)
    return [date for date in dates if date is not None]


def dates_of_steps(record: AnyRecord) -> list[Date | None]:
    steps: tuple[object, ...] = getattr(record, "points", ()) or getattr(record, "steps", ())
    return [getattr(step, "as_of", None) or getattr(step, "date", None) for step in steps]
