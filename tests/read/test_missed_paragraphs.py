"""Paragraphs of the story that a page lays out unlike the others are read all the same."""

import pytest

from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

LEAD = "Shells hit the market of Kuraiba on Tuesday as envoys gathered in Doha, killing nine people, doctors said."
STORY = (
    "The army blamed the rebels, who denied that they had fired. Neither let observers near the place.",
    "A convoy of eleven trucks with flour turned back at the bridge, the Red Cross said in a statement.",
    "Envoys of both sides are due to meet the mediator on Friday, each in a room of its own, officials said.",
    "The governor, Salim Dawud, told reporters that the hospital had fuel for its generators until Sunday.",
    "More than 4,000 people have fled the district since the truce broke down, according to the United Nations.",
)
LAST = "Power has been out since Sunday."
UNSAID = "Talks in Luanda, which were to open on Tuesday, were put off for the third time."
ASIDE = "Rebels have held the eastern bank since March."


def read(lead: str = f"<p>{LEAD}</p>", amid: str = "", last: str = "", top: str = "") -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY[:3])
    more = "".join(f"<p>{paragraph}</p>" for paragraph in STORY[3:])
    page = (
        "<html><head><title>Shells hit market</title></head><body><nav><a href=/>Home</a></nav><article>"
        f"<h1>Shells hit market</h1>{top}<div class=text>{lead}{story}{amid}{more}{last}</div></article></body></html>"
    )
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    return report.text


@pytest.mark.parametrize(
    "top",
    [
        f"<header><p class=standfirst>{LEAD}</p></header>",
        f"<div class=top><div class=intro><b>{LEAD}</b></div><a href=/s>Share</a></div>",
        f"<h2 class=lead>{LEAD}</h2>",
    ],
)
def test_a_lead_between_headline_and_story(top):
    assert read(lead="", top=top).split("\n\n")[1] == LEAD


@pytest.mark.parametrize(
    "amid",
    [
        f"<aside><p>{ASIDE}</p></aside>",
        f"<figure class=quote><blockquote>{ASIDE}</blockquote></figure>",
        f"<div class=social-quote><p>{ASIDE}</p></div>",
        f"<p><a href=/source>{ASIDE}</a></p>",
        f"<div class=box><h4>Wider war</h4><p>{UNSAID}</p></div><p>{ASIDE}</p>",
        f"<p class=share-text>{LAST}</p><p>{ASIDE}</p>",
    ],
)
def test_a_paragraph_amid_in_a_box_of_its_own(amid):
    found = read(amid=amid).split("\n\n")
    assert [sentence for sentence in (ASIDE, UNSAID, LAST) if sentence in amid and sentence not in found] == []


@pytest.mark.parametrize("title", ["<font size=5><b>Shells hit market</b></font><br>", "<div>Shells hit market</div>"])
@pytest.mark.parametrize("lead", ["<b>{}</b><br><br>", "<div class=lead>{}</div>", "<blockquote>{}</blockquote>"])
def test_a_lead_under_a_headline_that_is_no_heading(title, lead):
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    head = "<html><head><title>Shells hit market</title></head><body><a href=/>Home</a><hr>"
    page = f"{head}{title}{lead.format(LEAD)}{story}</body></html>"
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert report.text.split("\n\n")[1:] == [LEAD, *STORY]


@pytest.mark.parametrize("last", [LAST, f"<br>{LAST}", f"<p>{LAST}</p>"])
def test_last_words_beside_the_story(last):
    assert read(last=last).split("\n\n")[-1] == LAST


def test_last_words_in_a_box_like_that_of_the_story():
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    last = "A ticket to Kassala, which cost 12,000 pounds on Friday, sold for 90,000."
    page = (
        "<html><head><title>Shells hit market</title></head><body><article><h1>Shells hit market</h1><div class=one>"
        f"<p>{LEAD}</p>{story}</div><a href=/s>Share</a><div class=two><p>{last}</p></div></article>"
    )
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert report.text.split("\n\n")[-1] == last


def test_a_second_part_of_the_story():
    parts = [f"<p>{paragraph}</p>" for paragraph in (LEAD, *STORY, LAST)]
    page = (
        f"<html><head><title>Shells hit market</title></head><body><main><h1>Shells hit market</h1>"
        f"<article class=one>{''.join(parts[:4])}</article><article class=two>{''.join(parts[4:])}</article>"
        "</main></body></html>"
    )
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert report.text.split("\n\n")[1:] == [LEAD, *STORY, LAST]


def test_lines_broken_at_a_column_are_paragraphs():
    import textwrap

    wire = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in (LEAD, *STORY))
    page = f"<html><head><title>Shells hit market</title></head><body><h3>Shells</h3><pre>{wire}</pre></body></html>"
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    assert report.text.split("\n\n")[-len(STORY) :] == list(STORY)


def test_comments_stay_outside():
    remark = "The army should have gone in weeks ago, and now we see what waiting costs us."
    assert remark not in read(last=f"<div id=comments><p>{remark}</p></div>")


def page_of(body: str) -> str:
    page = f"<html><head><title>Shells hit market</title></head><body>{body}</body></html>"
    (report,) = read_source(Source("page", page.encode()), ReadOptions("en", Settings()))
    return report.text


WHOLE = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)


@pytest.mark.parametrize(
    "body",
    [
        f"<form><h1>Shells hit market</h1><div id=source>{LEAD}</div><div id=content>{WHOLE}</div></form>",
        f"<table><tr><td><font size=4>SHELLS HIT MARKET</font><p><table><tr><td>Print</td></tr></table>{LEAD}{WHOLE}"
        "</td></tr></table>",
        "<div class='comment-article sidebar-layout'><h1>Shells hit market</h1>"
        f"<div class=share-post><p>{LEAD}</p>{WHOLE}</div></div>",
        f"<h1>Shells hit market</h1><div class=text><figure><img src=a.jpg><p>{LEAD}</p>"
        f"<figcaption>The market. Photo: UN</figcaption></figure>{WHOLE}</div>",
        f"<h1>Shells hit market</h1><div class=text><p><a href=/d>{LEAD}</a></p>{WHOLE}</div>",
    ],
    ids=["one form", "bare words over paragraphs", "names that mislead", "beside a picture", "all one link"],
)
def test_a_lead_in_frames_that_hide_it(body):
    found = page_of(body)
    assert LEAD in found
    assert [paragraph for paragraph in STORY if paragraph not in found] == []


def test_a_short_entry_among_long_ones_whose_box_has_links():
    short = "Sirens sound along the whole border."
    entries = [*STORY[:3], short, *STORY[3:]]
    text = "".join(
        f"<div class='entry n{at}'><a href=/{at}>7:0{at} pm</a><p>{entry}</p></div>" for at, entry in enumerate(entries)
    )
    assert short in page_of(f"<main><h1>Shells hit market</h1>{text}</main>")


@pytest.mark.parametrize(
    "amid",
    [
        "<figure><img src=a.jpg><p>Women carry water past a burnt tank near Kuraiba. Photo: UN</p></figure>",
        "<p><a href=/n>Two ferries, one wedding and a lost goat</a></p>",
        "<form><p>Join 4,000 who have it in their mailbox on Fridays.</p><input></form>",
    ],
)
def test_what_stands_in_such_frames_and_is_no_story(amid):
    import re

    words = re.sub(r"<[^>]+>", "", amid)
    assert words not in read(amid=amid)


def paragraphs_of(page: str, title: str = "Shells hit market of Kuraiba as envoys meet - World") -> list[str]:
    whole = f"<html><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav>{page}</body></html>"
    (report,) = read_source(Source("page", whole.encode()), ReadOptions("en", Settings()))
    return report.text.split("\n\n")


FIRST, SECOND = (" ".join(f"<p>{paragraph}</p>" for paragraph in part) for part in (STORY[:3], STORY[3:]))
OTHER = "<a href=/1>Fuel prices double</a><a href=/2>Minister quits over budget</a>"


@pytest.mark.parametrize(
    "page",
    [
        f"<div>Shells hit market of Kuraiba as envoys meet</div><h2 class=standfirst>{LEAD}</h2>{FIRST}{SECOND}",
        f"<h2>Shells hit market of Kuraiba as envoys meet</h2><h2 class=deck>{LEAD}</h2>{FIRST}{SECOND}",
        f"<h1>Shells hit market</h1><p>{LEAD}</p><div class=b>{FIRST}</div>"
        f"<div>{OTHER}</div><div class=b>{SECOND}</div>",
        f"<h1>Shells hit market</h1><p>{LEAD}</p><div class=b>{FIRST}</div>"
        f"<h2>No way back</h2><div class=b>{SECOND}</div>",
        f"<h1>Shells hit market</h1><p>{LEAD}</p><table><tr><td>{FIRST}</td></tr></table>{OTHER}"
        f"<table><tr><td>{SECOND}</td></tr></table>",
    ],
)
def test_a_lead_below_a_long_subtitle_and_a_part_behind_links(page):
    found = paragraphs_of(page)
    assert [paragraph for paragraph in (LEAD, *STORY) if paragraph not in found] == []


def test_a_second_part_longer_than_the_first():
    page = f"<article><h1>Shells hit market</h1><div class=top><p>{LEAD}</p><p>{STORY[0]}</p></div>"
    found = paragraphs_of(f"{page}<div class=story-footer>{SECOND}<p>{STORY[1]}</p><p>{STORY[2]}</p></div></article>")
    assert [paragraph for paragraph in STORY if paragraph not in found] == []


def test_no_part_below_the_headline_of_another_story():
    page = f"<article class=post><h1>Shells hit market</h1><div class=b><p>{LEAD}</p>{FIRST}</div></article>"
    found = paragraphs_of(
        f"{page}<article class=post><h1>Floods cut the rail</h1><div class=b>{SECOND}</div></article>"
    )
    assert STORY[0] in found
    assert STORY[3] not in found
