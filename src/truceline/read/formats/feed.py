"""RSS and Atom feeds. A feed's own texts are reports; where the web may be asked, its links are read instead."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html

from truceline.errors import CannotRead, NothingToRead, NotText
from truceline.model.report import Report
from truceline.read.containers import as_utf8
from truceline.read.formats.story import Story, story_report
from truceline.read.pages.publication_date import day_of
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
ENTRY = re.compile(rb"<(/?)(?:\w+:)?(?:item|entry)[\s>]")  # how each begins and ends
END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>")
TEXTS = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
LINK = re.compile(r"https?://|/|[^:\s]+/", re.IGNORECASE)  # others are no addresses but identifiers
MARK = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
LONGEST_TITLE = 2_000  # code points
SITEMAP = re.compile(rb"<(?:urlset|sitemapindex)[\s>]")


def is_feed(head: bytes) -> bool:
    found = FEED.search(head[:2_000])
    return bool(found) and b"<html" not in head[: found.start()].lower() if found else False


def is_sitemap(head: bytes) -> bool:
    return bool(SITEMAP.search(head[:2_000]))


def read_feed(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """A feed that was named as a file: what it holds is all there is."""
    feed = parsed(source)
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{source.name}, entry {number}"
        text = content_of(entry)
        if text is None:
            yield NothingToRead(name, "this entry holds no text, only a link; name the feed's address to follow it")
            continue
        fields = {"publisher": plain_title(feed.feed.get("title") or ""), **stated_of(entry, feed.version)}
        yield story_report(name, Story(text, fields, fields.pop("published", None), "feed"), options)
    yield from break_in(source)


def parsed(source: Source) -> Any:  # noqa: ANN401 - feedparser has no types
    """Malformed feeds are read as far as they go, save an entry in which one breaks off. Raises NothingToRead where no
    entry is found.
    """
    import feedparser

    feed = feedparser.parse(source.content, sanitize_html=False, resolve_relative_uris=False)
    marks = ENTRY.findall(marks_of(source))
    if marks and marks[-1] != b"/":
        feed.entries = feed.entries[:-1]
    if not feed.entries:
        raise NothingToRead(source.name, "this feed has no entries")
    return feed


def break_in(source: Source) -> Iterator[CannotRead]:
    """Half a download gives half a feed."""
    if not END.search(marks_of(source)):
        yield NotText(source.name, "this feed breaks off; what stands before the break was read")


def marks_of(source: Source) -> bytes:
    """Without the texts, in which the words of a feed may stand."""
    return TEXTS.sub(b"", as_utf8(source.content))


def content_of(entry: Any) -> str | None:  # noqa: ANN401
    """The longest of what the entry says: its whole content, or its summary."""
    texts = [part.get("value") for part in entry.get("content") or ()] + [entry.get("summary")]
    return max((text for text in texts if isinstance(text, str)), key=len, default="").strip() or None


def stated_of(entry: Any, version: str) -> dict[str, str]:  # noqa: ANN401
    link = entry.get("link") or ""
    stated = {
        "url": link if LINK.match(link) else None,
        "title": plain_title(entry.get("title") or ""),
        "author": entry.get("author"),
        "published": day_stated(entry, version),
    }
    return {name: str(value) for name, value in stated.items() if value}


def plain_title(title: str) -> str:
    """Without the marks of HTML, which some feeds put in, some of them escaped twice."""
    if len(title) > LONGEST_TITLE:
        return title
    plain = unescape(title)
    return " ".join((html.fromstring(f"<p>{plain}</p>").text_content() if MARK.search(plain) else plain).split())


def day_stated(entry: Any, version: str) -> str | None:  # noqa: ANN401
    """As the feed's own clock shows it, like the days of pages and mails. RSS has one day, under two names; what Atom
    calls updated is the day of a change.
    """
    name = "updated" if version.startswith("rss") and not entry.get("published") else "published"
    written, moment = str(entry.get(name) or ""), entry.get(f"{name}_parsed")
    day = day_of(written)
    if day is None and moment:
        return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"
    return day.isoformat() if day else written or None
