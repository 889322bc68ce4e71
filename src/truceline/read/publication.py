"""The day of publication: what the caller supplied goes before what a source states; the story is never asked."""

import datetime
from collections.abc import Iterable

from truceline.model.report import PublishedBasis, Report, StatedDay

ADDRESS = "address"


def with_publication_day(report: Report, supplied: datetime.date | None) -> Report:
    if supplied is None:
        return report
    return dated(report, supplied, "supplied")


def dated(report: Report, day: datetime.date, basis: PublishedBasis = "metadata") -> Report:
    missing = {field: reason for field, reason in report.missing.items() if field != "published"}
    return report.model_copy(update={"published": day, "published_basis": basis, "missing": missing})


def with_stated_days(report: Report, days: Iterable[StatedDay]) -> Report:
    """``days`` in the order of trust, behind those that the report has; the first of all is the publication's.

    All that are named are kept, each once, so that a conflict shows. One in an address is kept and never trusted.
    """
    known = sorted([*report.stated_days, *days], key=is_mark)
    named = {one.day: one for one in reversed(known)}
    report = report.model_copy(update={"stated_days": tuple(reversed(named.values()))})
    trusted = next((one.day for one in known if not is_mark(one)), None)
    return dated(report, trusted) if trusted is not None and report.published is None else report


def is_mark(stated: StatedDay) -> bool:
    return stated.where == ADDRESS
