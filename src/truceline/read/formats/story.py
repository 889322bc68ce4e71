"""A text with what is said of it elsewhere: in a table's columns, a feed, a mail's head."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from truceline.errors import CannotRead, NothingToRead, NotText, TooLarge
from truceline.model.report import LeftOut, Report, StatedDay
from truceline.read.assembly import Stated, assemble
from truceline.read.boilerplate import left_out_of
from truceline.read.formats.text import in_its_language, outside, with_days_over
from truceline.read.headline import has_sentence
from truceline.read.language import DEFAULT
from truceline.read.pages.body import Block, blocks
from truceline.read.pages.cutting import BETWEEN
from truceline.read.pages.publication_date import day_of
from truceline.read.pages.tree import page_tree
from truceline.read.paragraphs import Paragraph, paragraphs
from truceline.read.publication import with_stated_days
from truceline.read.read_options import ReadOptions

FIELDS = ("title", "publisher", "author", "url")
TAG = re.compile(r"</(?:p|div|h[1-6]|a|span|li)>|<(?:br|p)\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """``fields``: title, publisher, author, url, each null where it is not stated. ``published`` as it is written,
    at ``where``.
    """

    text: str
    fields: Mapping[str, str | None] = field(default_factory=dict)
    published: str | None = None
    where: str = "head of the text"


def story_report(name: str, story: Story, options: ReadOptions) -> Report | CannotRead:
    """The story under its headline, with its pleas marked where they stand."""
    try:
        return _report(name, story, options)
    except CannotRead as error:
        return error


def _report(name: str, story: Story, options: ReadOptions) -> Report:
    title = " ".join((story.fields.get("title") or "").split())
    found = blocks_of(name, story.text)
    body = (joined_text(found) or unescape(story.text)).replace("\r\n", "\n").strip()
    if not body:
        raise NothingToRead(name, "there is no text in it")
    if "\0" in body:
        raise NotText(name, "this is binary data, not text")
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    if len(text) > options.settings.longest_text:
        raise TooLarge(name, f"{len(text):,} characters; a report has at most {options.settings.longest_text:,}")
    pieces = paragraphs(text)
    left_out = with_links(pieces, left_out_of(text, pieces, story.fields.get("publisher")), links_among(found))
    kept = outside(pieces, left_out)
    if not kept:
        raise NothingToRead(name, "there is no story in it")
    headline = kept[0] if title and kept[0].text.startswith(title) else None
    stated = Stated({**{key: story.fields.get(key) for key in FIELDS}, "title": title or None}, headline)
    report = in_its_language(name, assemble(text, kept, left_out, DEFAULT, stated), options.language)
    return with_days_over(with_day(report, story.published, story.where))


def plain(name: str, text: str) -> str:
    """The words of a text, paragraph by paragraph, where it is written in HTML."""
    return joined_text(blocks_of(name, text)) or text


def joined_text(found: Iterable[Block]) -> str:
    return BETWEEN.join(block.text for block in found)


def blocks_of(name: str, text: str) -> list[Block]:
    """Of a text in HTML."""
    return blocks(page_tree(name, text)) if TAG.search(text) else []


def links_among(found: Iterable[Block]) -> set[str]:
    """What is nothing but a way to elsewhere."""
    return {block.text for block in found if block.is_button and not has_sentence(block.text)}


def with_links(pieces: Sequence[Paragraph], left_out: Sequence[LeftOut], links: Container[str]) -> list[LeftOut]:
    """What is left out, with the paragraphs that are links."""
    kept = {piece.start for piece in outside(pieces, left_out)}
    ways = [piece for piece in pieces if piece.start in kept and piece.text in links]
    found = [LeftOut(kind="navigation", start=way.start, end=way.end, text=way.text) for way in ways]
    return sorted([*left_out, *found], key=lambda piece: piece.start)


def with_day(report: Report, written: str | None, where: str) -> Report:
    """The day as it was written beside the story, where it can be read; else it stays unknown as unclear."""
    day = day_of(written) if written else None
    if day is None:
        unclear = bool(written) and report.published is None
        return report.model_copy(update={"missing": {**report.missing, "published": "unclear"}}) if unclear else report
    return with_stated_days(report, [StatedDay(day=day, where=where)])


def with_stated(report: Report, stated: Mapping[str, str]) -> Report:
    """What a feed or a crawl says of a page fills what the page itself leaves open."""
    found = {name: stated[name] for name in FIELDS if stated.get(name) and getattr(report, name) is None}
    missing = {name: reason for name, reason in report.missing.items() if name not in found}
    filled = report.model_copy(update={**found, "missing": missing}) if found else report
    return with_day(filled, stated.get("published"), "feed")
