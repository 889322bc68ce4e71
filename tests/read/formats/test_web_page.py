"""Web pages: metadata without guessing, old and odd markup, nothing that breaks the reader."""

from datetime import date

import pytest

from truceline.errors import CannotRead
from truceline.read.formats.story import with_stated
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "Envoys of both sides met the mediator separately on Tuesday, his office said in a statement.",
        "The truce of October 3, 2019 fell apart within hours, and each side blamed the other for it.",
        "At least 14 people were killed in the village of Talish, according to its mayor.",
    )
)


def read_all(page: str | bytes):
    content = page.encode() if isinstance(page, str) else page
    return list(read_source(Source("https://x.example/2019/10/05/truce.html", content), ReadOptions("en", Settings())))


def read(page: str | bytes):
    (found,) = read_all(page)
    assert not isinstance(found, CannotRead), found
    return found


def page(head: str = "", top: str = "", body: str = BODY, title: str = "Truce frays") -> str:
    start = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><article><h1>Truce frays</h1>"
    return f"{start}{top}{body}</article></body></html>"


def ld(**fields: object) -> str:
    import json

    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


PUBLISHED = [
    ("JSON-LD", page(ld(datePublished="2019-10-05T23:30:00-04:00", dateModified="2019-10-07")), date(2019, 10, 5)),
    ("article tag", page('<meta property="article:published_time" content="2019-10-05T10:00:00Z">'), date(2019, 10, 5)),
    ("modified first", page('<meta property="article:modified_time" content="2019-10-09">'
                            '<meta property="article:published_time" content="2019-10-05">'), date(2019, 10, 5)),
    ("only modified", page('<meta property="og:updated_time" content="2019-10-07">'), None),
    ("only modified in JSON-LD", page(ld(dateModified="2019-10-07")), None),
    ("mail date", page('<meta name="pubdate" content="Sat, 05 Oct 2019 10:00:00 GMT">'), date(2019, 10, 5)),
    ("in words", page('<meta name="date" content="October 5th, 2019">'), date(2019, 10, 5)),
    ("figures that can be read in one way", page('<meta name="date" content="10/25/2019">'), date(2019, 10, 25)),
    ("figures that can be read in two ways", page('<meta name="date" content="05/10/2019">'), None),
    ("no day at all", page('<meta name="date" content="yesterday">'), None),
    ("impossible day", page(ld(datePublished="2019-13-45")), None),
    ("time tag", page(top='<time datetime="2019-10-05T08:00">5 Oct</time>'), date(2019, 10, 5)),
    ("updated time tag", page(top='<span>Updated</span> <time datetime="2019-10-06">6 Oct</time>'), None),
    ("published and updated", page(top='<time class="published" datetime="2019-10-05">5 Oct</time>'
                                       '<time class="updated" datetime="2019-10-08">8 Oct</time>'), date(2019, 10, 5)),
    ("time tag in the story", page(body=BODY.replace("October 3, 2019",
                                                     '<time datetime="2019-10-03">October 3, 2019</time>')), None),
    ("time tag of another story", page(top='<aside><time datetime="2019-10-01">1 Oct</time></aside>'), None),
    ("day only in text and address", page(), None),
]  # fmt: skip


@pytest.mark.parametrize(("source", "day"), [case[1:] for case in PUBLISHED], ids=[case[0] for case in PUBLISHED])
def test_the_day_of_publication_is_stated_never_guessed(source, day):
    report = read(source)
    assert report.published == day
    assert report.published_basis == ("metadata" if day else None)
    assert ("published" in report.missing) == (day is None)


def test_structured_data_in_a_graph_and_a_list():
    head = (
        '<script type="application/ld+json">[{"@graph": [{"@type": "Organization", "name": "Not This"},'
        '{"@type": ["NewsArticle"], "headline": "Truce frays", "datePublished": "2019-10-05",'
        '"author": [{"name": "Jane Roe"}, {"name": "John Doe"}], "publisher": {"name": "The Valley Post"},'
        '"mainEntityOfPage": {"@id": "https://valley.example/truce"}}]}]</script>'
    )
    report = read(page(head))
    assert (report.publisher, report.author) == ("The Valley Post", "Jane Roe, John Doe")
    assert report.url == "https://valley.example/truce"


OTHER = {"@type": "NewsArticle", "headline": "Quite another story", "datePublished": "2011-01-01"}


@pytest.mark.parametrize(
    "data",
    [
        [
            {"@type": "ItemList", "itemListElement": [{"item": OTHER}]},
            {"@type": "NewsArticle", "headline": "Truce frays"},
        ],
        {"@type": "NewsArticle", "headline": "Truce frays", "mentions": [OTHER]},
        {"@type": "NewsArticle", "headline": "Truce frays", "isPartOf": OTHER},
        {"@type": "NewsArticle", "headline": "Headline for machines", "hasPart": [OTHER]},
        [OTHER, {"@type": "NewsArticle", "headline": "Truce frays"}],
    ],
)
def test_the_day_of_another_story_is_not_this_one_s(data):
    import json

    report = read(page(f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (report.published, report.stated_days) == (None, ())


def test_who_stands_elsewhere_in_the_data_is_found_by_the_id():
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "author": [{"@id": "#a"}],'
        '"publisher": {"@id": "#p"}}, {"@id": "#a", "name": "Jane Roe"},'
        '{"@id": "#p", "name": "The Valley Post"}]}</script>'
    )
    report = read(page(head))
    assert (report.publisher, report.author) == ("The Valley Post", "Jane Roe")


@pytest.mark.parametrize("frame", ["//<![CDATA[\n{}\n//]]>", "<!-- {} -->", "{};"])
def test_structured_data_in_comments_and_with_a_comma_too_many(frame):
    data = frame.replace("{}", '{"@type": "NewsArticle", "datePublished": "2019-10-05",}')
    assert read(page(f'<script type="application/ld+json">{data}</script>')).published == date(2019, 10, 5)


def test_a_story_that_only_a_program_shows_is_read_from_the_page_s_data():
    told = BODY.removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    for body in ("\n\n".join(told), BODY.replace("both", "both&nbsp;")):
        head = f"<head><title>Truce frays</title>{ld(articleBody=body)}</head>"
        shell = f"<html>{head}<body><div id=root></div></body></html>"
        text = " ".join(read(shell).text.replace("\n\n", "|").split())
        assert text.split("|") == ["Truce frays", *told]
    seen = read(page(ld(articleBody=" ".join(told).replace("‘", "&#8216;"))))
    assert seen.text.split("\n\n") == ["Truce frays", *told]


def test_broken_structured_data_is_passed_over():
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert read(page(deep + '<script type="application/ld+json">{"@type": </script>')).title == "Truce frays"


@pytest.mark.parametrize(
    "title", ["Truce frays | The Valley Post", "Truce frays - The Valley Post", "Truce frays — The Valley Post"]
)
def test_the_outlet_in_the_title_is_the_publisher(title):
    report = read(page(title=title).replace("<h1>Truce frays</h1>", ""))
    assert (report.title, report.publisher) == ("Truce frays", "The Valley Post")


def test_a_dash_in_a_headline_stays():
    assert (
        read(page(title="Truce - what truce").replace("Truce frays", "Truce - what truce")).title
        == "Truce - what truce"
    )


def test_the_text_is_headline_and_paragraphs_with_a_blank_line_between():
    text = read(page()).text
    assert text.split("\n\n") == ["Truce frays", *BODY.removeprefix("<p>").removesuffix("</p>").split("</p><p>")]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-16"),
        ("koi-99", "utf-8"),
        ("us-ascii", "cp1252"),
    ],
)
def test_encodings_are_seen(declared, encoding):
    source = page(body=BODY.replace("Talish", "Talé – “é”")).replace("charset=utf-8", f"charset={declared}")
    assert "Talé – “é”" in read(source.encode(encoding)).text


def test_entities_are_characters_and_bombs_are_not_expanded():
    bomb = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "boom boom boom"><!ENTITY b "&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    text = read(bomb + page(body=BODY.replace("Talish", "Tali&#351; &amp; &eacute; &b; &c;"))).text
    assert "Taliş & é" in text
    assert "boom" not in text
    assert "root:" not in text


@pytest.mark.parametrize("depth", [200, 1_000, 100_000])
def test_deep_nesting_breaks_nothing(depth):
    nested = page(body="<div>" * depth + BODY + "</div>" * depth)
    (found,) = read_all(nested)
    assert isinstance(found, CannotRead) or found.text.count("\n\n") == 3


def test_nul_bytes_are_dropped():
    assert "Envoys of both" in read(page().replace("Envoys of", "Envoys\0 of").encode()).text


def test_a_layout_table_is_no_table_of_data():
    old = f"<html><body><table><tr><td>Menu</td></tr><tr><td><h1>Truce frays</h1>{BODY}</td></tr></table></body></html>"
    assert (
        read(old).text.split("\n\n")[-1]
        == "At least 14 people were killed in the village of Talish, according to its mayor."
    )


def test_a_table_of_data_stays_a_line_a_row():
    table = "<table><tr><th>Side</th><th>Killed</th></tr><tr><td>Army</td><td>14</td></tr></table>"
    assert "Army | 14" in read(page(body=BODY + table)).text


def test_captions_are_marked_or_outside_the_text():
    figure = "<figure><img src=a.jpg><figcaption>The mediator on Monday. Photo: Jane Roe</figcaption></figure>"
    report = read(page(body=BODY + figure + BODY.replace("Talish", "Terter")))
    assert [span.exact for span in report.captions] == [line for line in report.text.split("\n\n") if "Photo:" in line]


def test_comments_and_scripts_are_no_story():
    comments = '<section id="comments"><p>reader: I was there and I saw 900 dead in that village myself.</p></section>'
    assert "900" not in read(page(body=BODY + "<script>var dead = 900</script>") + comments).text


@pytest.mark.parametrize(
    "named", ['class="donation-box"', 'id="newsletter-form"', 'class="subscribe-cta"', 'class="ad-slot"']
)
def test_a_box_that_calls_itself_a_plea_is_no_story(named):
    words = "Eleven boats leave the harbour every morning and come home empty."
    report = read(page(body=BODY + f"<div {named}><p>{words}</p></div>" + BODY.replace("Talish", "Terter")))
    assert words not in report.text
    assert words in " ".join(piece.text for piece in report.left_out)


def test_a_frame_that_calls_itself_so_is_the_story_all_the_same():
    assert "Talish" in read(page(body=f'<div class="paywall">{BODY}</div>')).text


def test_days_that_differ_are_all_named_in_the_order_of_trust():
    head = ld(datePublished="2019-10-05") + '<meta name="article:published_time" content="2019-10-04">'
    address = '<link rel="canonical" href="https://valley.example/2019/10/03/truce">'
    report = read(page(head + address, top='<time class="published" datetime="2019-10-05">5 Oct</time>'))
    assert report.published == date(2019, 10, 5)
    assert [(stated.day.day, stated.where) for stated in report.stated_days] == [
        (5, "JSON-LD"), (4, "meta tag"), (3, "address"),
    ]  # fmt: skip


def test_a_line_over_the_story_is_a_day_where_the_metadata_name_none():
    report = read(page(top="<p>Published 5 October 2019</p>"))
    assert (report.published, report.published_basis) == (date(2019, 10, 5), "metadata")
    assert [stated.where for stated in report.stated_days] == ["line over the story"]
    assert read(page(top="<p>Updated 5 October 2019</p>")).published is None
    for line in ("Published 5 October 2019 | Updated 7 October 2019", "By Jane Roe | 5 October 2019"):
        assert read(page(top=f"<p>{line}</p>")).published == date(2019, 10, 5)


def test_a_day_in_the_address_is_no_more_trusted_where_a_feed_tells_another():
    report = read(page('<link rel="canonical" href="https://v.example/2019/10/05/truce">'))
    told = with_stated(report, {"published": "2019-10-06"})
    assert told.published == date(2019, 10, 6)
    assert [one.where for one in told.stated_days] == ["feed", "address"]


def test_a_day_in_the_address_alone_is_a_mark_and_no_day_of_publication():
    report = read(page('<link rel="canonical" href="https://valley.example/2019/10/03/truce">'))
    assert report.published is None
    assert report.missing["published"] == "not_stated"
    assert [stated.where for stated in report.stated_days] == ["address"]


def test_a_fragment_with_breaks_alone_is_a_page():
    lines = BODY.removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    assert read("<br><br>\n".join([*lines, lines[0]])).text.split("\n\n")[:3] == lines


SHORT = [
    "<html><body><p>GOMA, May 14 (Reuters) - Two soldiers were killed on Monday, the army said.</p></body></html>",
    "<nav><a href='/'>Home</a></nav><h1>Two killed in Bara</h1><p>Two soldiers were killed in Bara on Monday, the "
    "army said.</p><p>Support us: donate today.</p>",
    "<div><p>At least 12 people were killed when a shell hit a market in Goma.</p></div>",
]  # fmt: skip
NO_STORY = [
    "<p>Our site is under maintenance. We will be back soon, thank you for your patience while we work on it.</p>",
    "<p>You have reached your limit of free articles. Subscribe now to read on and support our journalism.</p>",
    "<p>We are a team of reporters based in Nairobi who write about trade and weather in the region.</p>",
]  # fmt: skip


@pytest.mark.parametrize("page", SHORT)
def test_a_page_of_one_sentence_of_news_is_a_report(page):
    report = read(page)
    assert report.text.endswith(("army said.", "market in Goma."))


@pytest.mark.parametrize("page", NO_STORY)
def test_a_short_page_that_tells_no_news_is_refused(page):
    (refused,) = read_all(f"<html><body>{page}</body></html>")
    assert "no article" in str(refused)
