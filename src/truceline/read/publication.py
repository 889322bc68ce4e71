"""The day of publication: what the caller supplied goes before what a page says; the story is never asked."""

import datetime

from truceline.model.report import PublishedBasis, Report


def with_publication_day(report: Report, supplied: datetime.date | None) -> Report:
    if supplied is None:
        return report
    return dated(report, supplied, "supplied")


def dated(report: Report, day: datetime.date, basis: PublishedBasis = "metadata") -> Report:
    missing = {field: reason for field, reason in report.missing.items() if field != "published"}
    return report.model_copy(update={"published": day, "published_basis": basis, "missing": missing})
