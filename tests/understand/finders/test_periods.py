"""Two dates that bound one period."""

import pytest

from builders import report
from truceline.settings import Settings
from truceline.understand.finders.clause_parts.when import calendar_dates
from truceline.understand.mark_report import mark_report


def days_in(text: str) -> list[str | None]:
    (sentence,) = mark_report(report(text), Settings()).sentences
    return [mark.edtf for mark in calendar_dates(sentence)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The round ran from 16 to 18 September 2002.", ["2002-09-16/2002-09-18"]),
        ("They met in Juba on August 17-19, 2003.", ["2003-08-17/2003-08-19"]),
        ("Between 3 and 9 May 2015 the town was shelled.", ["2015-05-03/2015-05-09"]),
        ("Clashes were reported on 1 and 2 May 2015.", ["2015-05-01/2015-05-02"]),
        ("Fighting lasted from March 2011 until June 2013.", ["2011-03/2013-06"]),
        ("Clashes were reported on 1 and 9 May 2015.", ["2015-05-01", "2015-05-09"]),
        ("The round was postponed from 3 May 2015 to 9 May 2015.", ["2015-05-03", "2015-05-09"]),
    ],
)
def test_days_that_bound_one_period(text, days):
    assert days_in(text) == days
