"""What was published: one page, one story of a feed, one text of a corpus."""

import datetime
from typing import Literal

from truceline.model.evidence import Offset, Span
from truceline.model.missing import Missing
from truceline.model.noun import Noun

LeftOutKind = Literal[
    "plea", "subscription", "newsletter", "read_more", "related", "navigation", "cookies", "author_box",
    "live_blog", "comments", "amendment", "advertisement", "share", "other",
]  # fmt: skip
PublishedBasis = Literal["supplied", "metadata"]


class LeftOut(Noun):
    """A piece that is no part of the story, kept for audit. No claim is ever read from it.

    A plain text keeps its pieces where they stand: ``report.text[start:end] == text``. A page's pieces are
    cut out of the text: then ``start == end`` is the place where the piece stood.
    """

    kind: LeftOutKind
    start: Offset
    end: Offset
    text: str


class StatedDay(Noun):
    """A day that a source names as that of publication, and where it does: "JSON-LD", "meta tag", "address" ..."""

    day: datetime.date
    where: str


class Report(Noun):
    """One report. ``text`` is the clean text that all offsets count in; ``id`` is the hash of it.

    ``published`` comes from the caller, or from what the source states beside or over the story, never from its
    sentences. ``stated_days``: all that the source itself names, in the order of trust; where they differ, the source
    contradicts itself. A day that stands in the address alone is named here and is never ``published``.
    ``wire`` is the agency credit when it is there (AFP, Reuters, TASS ...).
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    published_basis: PublishedBasis | None = None
    stated_days: tuple[StatedDay, ...] = ()
    url: str | None = None
    language: str = "en"
    text: str
    headline: Span | None = None
    captions: tuple[Span, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    wire: str | None = None
    dateline: str | None = None
    fingerprint: str | None = None
    copy_of: str | None = None
    missing: dict[str, Missing] = {}
