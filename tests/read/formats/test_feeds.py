"""RSS and Atom as files: what the feed itself holds."""

from datetime import date

import pytest

from read.sources_made import FIRST, SECOND, STORY, TITLE, found_in, reports_in, words
from truceline.errors import NothingToRead

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Valley Post</title><link>https://v.example/</link>
<item><title>{TITLE}</title><link>https://v.example/1</link><pubDate>Wed, 12 May 2021 06:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>Second</title><link>https://v.example/2</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley Post</title><entry><title>{TITLE}</title>
<link href="https://v.example/1"/><published>2021-05-12T06:00:00Z</published><author><name>A. Reporter</name></author>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_with_its_text_is_a_report():
    report = found_in(RSS.encode(), "feed.xml")[0]
    assert list(words([report])) == [STORY]
    assert (report.title, report.publisher, report.url) == (TITLE, "The Valley Post", "https://v.example/1")
    assert report.published == date(2021, 5, 12)


DAYS = {
    "<pubDate>Wed, 12 May 2021 23:30:00 -0500</pubDate>": date(2021, 5, 12),
    "<dc:date>2021-05-12T01:00:00+03:00</dc:date>": date(2021, 5, 12),
    "<pubDate>12 May</pubDate>": None,
}


@pytest.mark.parametrize(("stated", "day"), DAYS.items())
def test_the_day_is_that_of_the_feed_s_own_clock(stated, day):
    dated = RSS.replace("<pubDate>Wed, 12 May 2021 06:00:00 GMT</pubDate>", stated)
    dated = dated.replace("<rss ", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    report = found_in(dated.encode(), "feed.xml")[0]
    assert report.published == day
    assert report.missing.get("published") == (None if day else "unclear")


def test_what_atom_calls_updated_is_no_day_of_publication():
    (report,) = reports_in(ATOM.replace("published>", "updated>").encode())
    assert report.published is None


def test_a_title_in_html_gives_its_words_and_an_identifier_is_no_address():
    atom = ATOM.replace(TITLE, "Truce &lt;b&gt;fails&lt;/b&gt;").replace(
        '<link href="https://v.example/1"/>', "<id>urn:7</id>"
    )
    (report,) = reports_in(atom.encode())
    assert (report.title, report.url) == ("Truce fails", None)


def test_atom_is_read_too():
    (report,) = reports_in(ATOM.encode())
    assert list(words([report])) == [STORY]
    assert (report.author, report.published) == ("A. Reporter", date(2021, 5, 12))


def test_an_entry_without_text_is_refused_with_the_way_to_follow_it():
    refused = found_in(RSS.encode(), "feed.xml")[1]
    assert isinstance(refused, NothingToRead)
    assert refused.source == "feed.xml, entry 2"


def test_a_malformed_feed_is_read_as_far_as_it_goes():
    report = found_in(RSS.split("<item><title>Second", maxsplit=1)[0].encode())[0]
    assert report.title == TITLE


def test_a_sitemap_from_a_file_is_refused_with_the_way_to_follow_it():
    (refused,) = found_in(b"<?xml version='1.0'?><urlset><url><loc>https://v.example/1</loc></url></urlset>")
    assert "name its own address" in str(refused)


def test_an_entity_bomb_is_no_bomb():
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    feed = "<rss><channel><item><title>&a11;</title><description>x &a11;</description></item></channel></rss>"
    bomb = f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'aaaaaaaaaa'>{entities}]>{feed}".encode()
    assert all(len(str(found)) < 10_000 for found in found_in(bomb))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("last", ["", "<entry><title>Second", f"<entry><title>Second</title><content>{FIRST}"])
def test_a_feed_that_breaks_off_gives_its_whole_entries_and_one_refusal(last, encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    report, broken = found_in((declared + ATOM.replace("</feed>", last)).encode(encoding), "feed.xml")
    assert (report.title, broken.source) == (TITLE, "feed.xml")
    assert "breaks off" in broken.reason


def test_a_feed_that_breaks_off_in_its_first_entry_is_refused():
    (refused,) = found_in(ATOM[: ATOM.index("</content>")].encode())
    assert isinstance(refused, NothingToRead)


def test_names_in_html_give_their_words():
    feed = RSS.replace("The Valley Post", "Hill &amp;amp; Valley").replace(
        TITLE, "Truce &amp;lt;b&amp;gt;fails&amp;lt;/b&amp;gt;"
    )
    report = found_in(feed.encode(), "feed.xml")[0]
    assert (report.title, report.publisher) == ("Truce fails", "Hill & Valley")
