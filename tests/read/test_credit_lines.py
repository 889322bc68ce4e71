"""Datelines, wire credits, photo captions, bylines."""

import pytest

from truceline.read.byline import author_of, is_timestamp
from truceline.read.credits import dateline_of, is_caption, wire_of

DATELINES = [
    ("KHARTOUM, Sudan (AP) — The army said", "KHARTOUM, Sudan", "AP"),
    ("BAKU/YEREVAN (Reuters) - Fighting went on", "BAKU/YEREVAN", "Reuters"),
    ("MOSCOW, October 10. /TASS/. The ministers met", "MOSCOW, October 10", "TASS"),
    ("Port Sudan, Sudan, 5 May (AFP) – Talks", "Port Sudan, Sudan, 5 May", "AFP"),
    ("JUBA, Jan. 3 (Xinhua) -- The two sides", "JUBA, Jan. 3", "Xinhua"),
    ("TRIPOLI – The unity government", "TRIPOLI", None),
    ("GOMA, Congo — Rebels", "GOMA, Congo", None),
    ("KHARKIV, March 12 (The Valley Post) - A drone", "KHARKIV, March 12", None),
]
NO_DATELINES = [
    "The Rapid Support Forces (RSF) attacked the town.",
    "RSF – the paramilitary force – denied it.",
    "Abiy Ahmed (prime minister) - and others - spoke.",
    "Fighting went on near Goma - the third day in a row.",
    "A U.S. official said (on Monday) that talks failed.",
]


@pytest.mark.parametrize(("line", "place", "agency"), DATELINES)
def test_a_dateline_is_read(line, place, agency):
    assert dateline_of(line) == (place, agency)


@pytest.mark.parametrize("line", NO_DATELINES)
def test_other_brackets_and_dashes_are_no_dateline(line):
    assert dateline_of(line) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Reuters) - Rebels took the town.", "Reuters"),
        ("He did not say when talks would resume. - AFP", "AFP"),
        ("Talks resume on Monday, he said. (Xinhua)", "Xinhua"),
        ("AFP contributed reporting.", "AFP"),
        ("The Associated Press contributed to this report.", "AP"),
        ("Additional reporting by Jane Roe; with inputs from PTI", "PTI"),
        ("By Agence France-Presse", "AFP"),
        ("Source: Anadolu Agency", "Anadolu Agency"),
        ("dpa", "dpa"),
        ("© 2024 AFP", "AFP"),
    ],
)
def test_a_wire_credit_is_read(line, agency):
    assert wire_of(line) == agency


@pytest.mark.parametrize(
    "line",
    [
        "An official told AFP that talks had failed.",
        "Reuters could not verify the report.",
        "The state news agency TASS said two drones were shot down.",
        "The ministers before the talks. Foreign Ministry / TASS",
        "Smoke over the bridge. (AP Photo/Jane Roe)",
        "SANA said on Monday that the army had taken the town.",
    ],
)
def test_agencies_as_sources_and_photo_credits_are_no_wire(line):
    assert wire_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "The foreign minister arrives for the talks in Moscow. Foreign Ministry / TASS",
        "Smoke rises over the market on Monday. (AP Photo/Jane Roe)",
        "FILE - Soldiers patrol in Goma, Congo, Jan. 30, 2025. (AP Photo/John Doe, File)",
        "A destroyed tank near the airport [File: John Doe/Reuters]",
        "Villagers return to their homes. Photo: Handout",
        "Rebels on the road to Sake. REUTERS/Jane Roe",
        "Children wait for water in Gaza. John Doe/AFP via Getty Images",
        "Displaced families in El Fasher. © UNICEF/Jane Roe",
        "Photo: Jane Roe",
    ],
)
def test_a_caption_is_known_by_its_credit(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "He did not say when talks would resume. - AFP",
        "The army said in a statement (seen by Reuters) that it had withdrawn.",
        "The minister showed photos of the crater. Photographs by villagers show the same one.",
        "Fighting went on in Terter and Agdam / Aghdam.",
        "The Rapid Support Forces attacked the town (see map).",
        "Talks will resume on Monday, the ministry told TASS.",
    ],
)
def test_a_story_sentence_is_no_caption(line):
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe and John al-Doe", "Jane Roe and John al-Doe"),
        ("BY JANE ROE | OCT 21, 2020", "JANE ROE"),
        ("By Jane Roe, diplomatic correspondent", "Jane Roe"),
        ("By Jane Roe in Goma", "Jane Roe"),
        ("By AFP", "AFP"),
        ("By Monday", None),
        ("By Monday, the army had taken the town.", None),
        ("By Monday evening in Goma, shops were closed.", None),
        ("By then 400 people had fled", None),
    ],
)
def test_a_byline_names_its_author(line, author):
    assert author_of(line) == author


@pytest.mark.parametrize(
    "line",
    ["October 21, 2020", "Published: 21 Oct 2020, 10:30 GMT", "Wed, Oct. 21, 2020 at 9:05 p.m.", "2020-10-21 09:15",
     "Updated 3 hours ago | 4 min read", "5 min read", "Posted on October 21, 2020 by admin",
     "Published Oct. 21, 2020, updated Oct. 23, 2020"],
)  # fmt: skip
def test_a_line_that_is_only_a_day_is_a_time_stamp(line):
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "On October 21, 2020 the truce began.",
        "October 21, 2020 was the day it ended",
        "21",
        "October 21, 2020, by noon, was the day on which the long war between the two had at last come to its end",
    ],
)
def test_a_day_in_a_sentence_is_no_time_stamp(line):
    assert not is_timestamp(line)
