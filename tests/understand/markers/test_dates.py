"""Dates: the table of examples, then what a table cannot say."""

import datetime
from pathlib import Path

import pytest
import yaml

from builders import report
from truceline.model.evidence import Span
from truceline.model.mark import DateMark
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.date_parts.holidays import days_of
from truceline.understand.markers.date_parts.nearest import weekday_near, year_near
from truceline.understand.markers.dates import mark_dates

EXAMPLES = yaml.safe_load((Path(__file__).parents[2] / "examples" / "dates.yaml").read_text(encoding="utf-8"))
WEDNESDAY = datetime.date(2024, 5, 15)


def dates_in(text: str, published: datetime.date | None = WEDNESDAY) -> dict[str, DateMark]:
    marks = mark_dates(parse_report(report(text, published=published), Settings()))
    return {" ".join(mark.text.split()): mark for mark in marks}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:60])
def test_examples(example):
    found = dates_in(example["text"], example["published"])
    wanted = dict(example["dates"])
    assert {words: found[words].timex if words in found else None for words in wanted} == wanted
    assert [words for words in example.get("not", []) if any(words in date for date in found)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army may attack.",
        "They will march on the capital.",
        "The shelling killed 2000 people and wounded 1999 others.",
        "The council passed Resolution 1994.",
        "A second group of fighters fled.",
        "A 30-year-old man was shot.",
        "Rebels tried to seize the hill as soon as shelling stopped.",
    ],
)
def test_words_that_only_look_like_dates_are_left(text):
    assert dates_in(text) == {}


def test_may_that_follows_a_preposition_is_a_month():
    assert dates_in("The truce was signed in May.")["May"].timex == "2024-05"


def test_every_resolved_date_names_its_rule():
    text = "They met on Monday, then in April, last week and on May 3, at 3 a.m. and two days ago."
    marks = dates_in(text).values()
    assert len(marks) == 6
    assert all(mark.rule for mark in marks if mark.resolution in {"resolved", "inferred"})


def test_text_and_offsets_agree():
    text = "Late on\nMonday, talks began.\n\nOn 3 May they ended."
    for mark in dates_in(text).values():
        assert text[mark.start : mark.end] == mark.text == mark.raw


def test_without_a_publication_date_no_weekday_is_given_a_day():
    for mark in dates_in("On Monday, this week and earlier this month, yesterday and on Friday.", None).values():
        assert mark.resolution == "unresolved"
        assert (mark.edtf, mark.earliest, mark.latest) == (None, None, None)


def test_a_day_without_a_year_is_partial_where_no_publication_date_is_known():
    mark = dates_in("It began on September 27.", None)["September 27"]
    assert (mark.edtf, mark.resolution, mark.earliest) == ("XXXX-09-27", "partial", None)


def test_earlier_this_month_ends_the_day_before_publication():
    mark = dates_in("A truce was agreed earlier this month.", datetime.date(2020, 10, 21))["earlier this month"]
    assert mark.edtf == "[2020-10-01..2020-10-20]"
    assert (mark.earliest, mark.latest) == (datetime.date(2020, 10, 1), datetime.date(2020, 10, 20))
    assert (mark.precision, mark.timex) == ("range", "2020-10")


@pytest.mark.parametrize("published", [datetime.date(2020, 10, 21), datetime.date(2020, 10, 22)])
def test_weekdays_stay_when_a_report_is_published_a_day_later(published):
    text = (
        "The two sides met the minister on Tuesday and Wednesday. They came ahead of a meeting in Vienna on Friday. "
        "A truce agreed Saturday fell apart."
    )
    days = {words: mark.edtf for words, mark in dates_in(text, published).items()}
    assert days == {
        "Tuesday": "2020-10-20",
        "Wednesday": "2020-10-21",
        "Friday": "2020-10-23",
        "Saturday": "2020-10-17",
    }


def test_a_list_of_days_gives_one_mark_a_day():
    assert list(dates_in("Talks were held on Tuesday and Wednesday.")) == ["Tuesday", "Wednesday"]


def test_three_days_later_without_a_date_before_it_has_no_day():
    mark = dates_in("Three days later the rebels returned.")["Three days later"]
    assert (mark.timex, mark.timex_type, mark.earliest) == ("P3D", "DURATION", None)


def test_an_islamic_holiday_is_given_a_day_of_doubt_on_both_sides():
    mark = dates_in("Shelling stopped for Eid al-Adha.", datetime.date(2023, 7, 1))["Eid al-Adha"]
    assert mark.earliest <= datetime.date(2023, 6, 28) <= mark.latest
    assert mark.rule == "holiday-islamic"


# First days as announced in most Arab countries.
@pytest.mark.parametrize(
    ("year", "first"),
    [
        (2012, "07-20"),
        (2015, "06-18"),
        (2018, "05-17"),
        (2020, "04-24"),
        (2022, "04-02"),
        (2023, "03-23"),
        (2024, "03-11"),
    ],
)
def test_ramadan_begins_within_a_day_of_the_tabular_calendar(year, first):
    begins, _ = days_of("islamic 09-01 09-30", year)
    announced = datetime.date.fromisoformat(f"{year}-{first}")
    assert begins <= announced <= begins + datetime.timedelta(days=2)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter 0", 2024, "2024-03-31"),
        ("easter -2", 1998, "1998-04-10"),
        ("orthodox-easter 0", 2024, "2024-05-05"),
        ("orthodox-easter 0", 2022, "2022-04-24"),
        ("nth 11 4 4", 1999, "1999-11-25"),
        ("nth 05 1 -1", 2023, "2023-05-29"),
    ],
)
def test_movable_holidays(rule, year, day):
    assert days_of(rule, year) == (datetime.date.fromisoformat(day),) * 2


def test_the_day_of_publication_serves_both_directions():
    assert weekday_near(3, WEDNESDAY, "past") == weekday_near(3, WEDNESDAY, "future") == WEDNESDAY


def test_a_near_day_wins_against_the_tense():
    assert year_near(1, 14, datetime.date(2000, 1, 6), "past") == 2000
    assert year_near(11, 25, datetime.date(2000, 1, 6), "future") == 1999


def test_29_february_needs_a_leap_year():
    assert dates_in("He died on February 29.", datetime.date(2024, 5, 15))["February 29"].timex == "2024-02-29"
    assert "February 30" not in dates_in("He died on February 30.")


def test_a_caption_tells_the_past_in_the_present():
    text = "Children leave school in Aleppo on Sunday."
    plain = report(text, published=WEDNESDAY)
    pictured = plain.model_copy(update={"captions": (Span(start=0, end=len(text), exact=text),)})
    days = [mark_dates(parse_report(one, Settings()))[0].timex for one in (plain, pictured)]
    assert days == ["2024-05-19", "2024-05-12"]
