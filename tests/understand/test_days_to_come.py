"""No deed that is told as done is dated after the report that tells of it."""

import datetime

import pytest

from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.understand.find_claims import find_claims

WRITTEN = datetime.date(2025, 2, 26)  # a Wednesday


def claims(text, kind):
    report = Report(id=report_id(text), text=text, language="en", published=WRITTEN)
    return [claim for claim in find_claims(report) if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to hold fire until Friday.",
        "The junta agreed to withdraw its troops from Loikaw by 1 December.",
        "The rebels agreed on Monday to free 300 prisoners before 12 April.",
        "Malaysia has offered to host exploratory talks next month.",
        "Sudan's army rejected a meeting that the African Union had set for Saturday.",
    ],
)
def test_the_day_that_was_agreed_for_is_not_the_day_of_the_deed(text):
    days = [claim.date for claim in claims(text, "event") if claim.factuality == "CT+"]
    assert days
    assert all(day is None or day.earliest <= WRITTEN for day in days)


def test_why_the_day_is_absent_is_told():
    (event,) = claims("The two sides agreed to hold fire until Friday.", "event")
    assert event.date is None
    assert event.missing["date"] == "not_stated"


def test_a_day_before_the_report_stays():
    (event,) = claims("The two sides agreed on Monday to hold fire until Friday.", "event")
    assert event.date.edtf == "2025-02-24"


@pytest.mark.parametrize(
    "text", ["The donors meet in Geneva next Tuesday.", "The envoy lands in Addis Ababa on 3 March."]
)
def test_the_present_tense_of_a_day_to_come_is_a_plan(text):
    (event,) = claims(text, "event")
    assert (event.factuality, event.aux_mode) == ("PR+", "future")
    assert event.date.earliest > WRITTEN


def test_a_truce_that_is_to_run_from_a_day_to_come_keeps_it():
    (truce,) = claims("The army announced a truce starting on Sunday.", "ceasefire")
    assert truce.effective is not None and truce.effective.earliest > WRITTEN
    assert truce.declared is None or truce.declared.earliest <= WRITTEN
