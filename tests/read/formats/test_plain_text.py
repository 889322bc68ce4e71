"""Plain text stays as it is; what is no story is marked where it stands."""

import pytest

from truceline.errors import CannotRead
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

ARTICLE = """\
Support The Valley Post!

Envoys Meet in Geneva as Truce Frays

The foreign minister arrives for the talks. Foreign Ministry / TASS

By Jane Roe

GENEVA – Envoys of both sides met the mediator separately on Tuesday, his office said in a statement.

A broken truce

The truce of last week fell apart within hours.

Before you go, please consider supporting our newsroom.

The Valley Post, an independent news source, needs your help. Your support makes a difference.


Read more"""


def read(text: str | bytes):
    content = text.encode() if isinstance(text, str) else text
    (found,) = read_source(Source("a.txt", content), ReadOptions("en", Settings()))
    assert not isinstance(found, CannotRead), found
    return found


def test_the_text_is_the_file():
    assert read(ARTICLE).text == ARTICLE


def test_the_parts_of_a_saved_article_are_told_apart():
    report = read(ARTICLE)
    assert report.headline.exact == report.title == "Envoys Meet in Geneva as Truce Frays"
    assert [caption.exact for caption in report.captions] == [
        "The foreign minister arrives for the talks. Foreign Ministry / TASS"
    ]
    assert report.publisher == "The Valley Post"
    assert report.author == "Jane Roe"
    assert report.dateline == "GENEVA"
    assert report.wire is None
    assert [(piece.kind, piece.text.split("\n")[0][:24], piece.text[-9:]) for piece in report.left_out] == [
        ("plea", "Support The Valley Post!", "ley Post!"),
        ("author_box", "By Jane Roe", " Jane Roe"),
        ("plea", "Before you go, please co", "Read more"),
    ]


def test_offsets_count_code_points():
    report = read(ARTICLE.replace("Geneva", "Genève 🕊"))
    for piece in report.left_out:
        assert report.text[piece.start : piece.end] == piece.text
    assert report.text[report.headline.start : report.headline.end] == report.headline.exact


def test_a_crosshead_stays_in_the_story():
    report = read(ARTICLE)
    assert not any("A broken truce" in piece.text for piece in report.left_out)


def test_absent_fields_have_their_reason():
    missing = read("Twelve people died, the army said.").missing
    assert missing == dict.fromkeys(
        ("title", "publisher", "author", "published", "url", "wire", "dateline"), "not_stated"
    )


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Truce holds\n\nNobody was killed on Monday.", "Truce holds"),
        ("Truce holds\nNobody was killed on Monday.", "Truce holds"),
        ("Truce holds, says U.S.\n\nNobody was killed.", "Truce holds, says U.S."),
        ("Can the truce hold?\n\nNobody was killed on Monday.", "Can the truce hold?"),
        ("Nobody was killed on Monday.\n\nThe truce holds.", None),
        ("Truce holds", None),
        ("Truce holds\n\nTalks go on", None),
        ("“We will not stop”\n\nThe general said so on Monday.", None),
    ],
)
def test_a_headline_is_short_without_a_full_stop_and_has_a_body_below(text, headline):
    found = read(text).headline
    assert (found.exact if found else None) == headline


def test_lines_wrapped_at_a_column_are_one_paragraph():
    wrapped = (
        "GENEVA -- Envoys of both sides met the mediator separately on\n"
        "Tuesday and urged donors to support us, the people of the valley,\n"
        "with a monthly contribution. The mediator's office said that talks\n"
        "would go on until both sides had agreed to a truce.\n\n"
        "The truce of last week fell apart within hours.\n"
    )
    report = read(wrapped)
    assert report.text == wrapped
    assert report.left_out == ()
    assert report.dateline == "GENEVA"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_seen(encoding):
    text = "Café talks fail\r\n\r\n“No deal”, the envoys said on Monday – again.\r\n"
    assert read(text.encode(encoding)).text == text


OVER = [
    ("17 February 2021", "2021-02-17", "line over the story"),
    ("By Awa Ndiaye | 17 February 2021", "2021-02-17", "line over the story"),
    ("Date: Wed, Feb. 17, 2021", "2021-02-17", "line over the story"),
    ("Published Feb. 17, 2021 Updated Feb. 19, 2021", "2021-02-17", "line over the story"),
    ("Updated: 19 Feb 2021, first published: 17 Feb 2021", "2021-02-17", "line over the story"),
    ("Last modified on Fri 19 Feb 2021 08.00 GMT", None, None),
    ("Updated | 19 February 2021", None, None),
    ("03/04/2021", None, None),
]
BODY = "The governor said that the town fell on 3 January 2019. It was over.\n\n4 May 2020\n\nThe end came soon.\n"


@pytest.mark.parametrize(("line", "day", "where"), OVER)
def test_a_day_in_a_line_over_the_story_is_that_of_publication(line, day, where):
    report = read(f"Rebels seize the town\n{line}\n\n{BODY}")
    assert [(str(one.day), one.where) for one in report.stated_days] == ([(day, where)] if day else [])
    assert str(report.published) == str(day)
    assert report.published_basis == ("metadata" if day else None)


def test_a_dateline_with_its_year_is_trusted_least():
    report = read(f"Rebels seize the town\n\nBANGUI, Feb 17, 2021 (Reuters) - {BODY}")
    assert (str(report.published), report.stated_days[0].where) == ("2021-02-17", "dateline")
    both = read(f"Rebels seize the town\n\n18 February 2021\n\nBANGUI, Feb 17, 2021 (Reuters) - {BODY}")
    assert [one.where for one in both.stated_days] == ["line over the story", "dateline"]
    assert str(both.published) == "2021-02-18"
    assert read(f"Rebels seize the town\n\nBANGUI, Feb 17 (Reuters) - {BODY}").published is None
