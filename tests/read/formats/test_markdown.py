"""Markdown: words without marks, and front matter."""

from datetime import date

import pytest

from read.sources_made import FIRST, SECOND, STORY, TITLE, reports_in, words

TEXT = f"""---
title: {TITLE}
date: 2021-05-12
author: A. Reporter
---

# {TITLE}

{FIRST.replace("market", "[market](https://v.example/m)")}

> {SECOND.replace("truce", "**truce**")}

![a picture](x.png)
"""


def test_the_words_stay_and_the_marks_go():
    (report,) = reports_in(TEXT.encode(), "a.md")
    assert list(words([report])) == [STORY]
    assert (report.title, report.author, report.published) == (TITLE, "A. Reporter", date(2021, 5, 12))


def test_a_heading_is_the_title():
    (report,) = reports_in(f"# {TITLE}\n\n{STORY}\n".encode(), "a.md")
    assert report.title == TITLE
    assert report.headline is not None and report.headline.start == 0


def test_a_plain_text_with_a_star_or_a_hash_stays_as_it_is():
    text = f"#1 on the list\n\n{STORY}\n\n* The figures could not be checked."
    (report,) = reports_in(text.encode(), "a.txt")
    assert report.text == text


def test_html_in_markdown_is_read():
    (report,) = reports_in(f"<div><p>{FIRST}</p></div>\n\n# {TITLE}\n\n<p>{SECOND}</p>\n".encode(), "a.md")
    assert report.text.split("\n\n")[-3:] == [FIRST, TITLE, SECOND]


@pytest.mark.parametrize(
    "front", [f"---\ntitle: {TITLE}\ndate: 2021-05-12\n---", f'+++\ntitle = "{TITLE}"\ndate = 2021-05-12\n+++']
)
def test_front_matter_tells_that_a_text_is_markdown(front):
    (report,) = reports_in(f"{front}\n\n{STORY}\n".encode())
    assert (report.text, str(report.published)) == (f"{TITLE}\n\n{STORY}", "2021-05-12")
