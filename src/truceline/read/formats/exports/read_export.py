"""Which database wrote an export, and its articles one by one."""

import re
from collections.abc import Callable, Iterator

from truceline.errors import CannotRead, NothingToRead
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.formats.exports.factiva import factiva_articles
from truceline.read.formats.exports.nexis import nexis_articles
from truceline.read.formats.exports.nexis_uni import nexis_uni_articles
from truceline.read.formats.exports.proquest import proquest_articles
from truceline.read.formats.story import Story, story_report
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

Articles = Callable[[str], Iterator[Story]]
EXPORTS: tuple[tuple[re.Pattern[bytes], Articles], ...] = (
    (re.compile(rb"^[ \t]*(?:Document )?\d+ of \d+ DOCUMENTS[ \t]*\r?$", re.MULTILINE), nexis_articles),
    (re.compile(rb"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE), nexis_uni_articles),
    (re.compile(rb"^ProQuest document ID:", re.MULTILINE | re.IGNORECASE), proquest_articles),
    (re.compile(rb"^HD\b.*\n(?:.*\n){0,60}?(?:LP|TD)\b", re.MULTILINE), factiva_articles),
    (re.compile(rb"^Document [A-Z]{3,8}\d{8,}\w*[ \t]*\r?$", re.MULTILINE), factiva_articles),
)


def articles_of(content: bytes) -> Articles | None:
    plain = content.replace(b"\0", b"") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else content
    return next((articles for sign, articles in EXPORTS if sign.search(plain)), None)


def read_export(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    articles = articles_of(source.content)
    assert articles is not None  # noqa: S101 - this reader is chosen where it is not
    yield from reports_of(source.name, articles(decode(source).replace("\r\n", "\n")), options)


def reports_of(name: str, articles: Iterator[Story], options: ReadOptions) -> Iterator[Report | CannotRead]:
    number = 0
    for number, story in enumerate(articles, start=1):
        yield story_report(f"{name}, article {number}", story, options)
    if not number:
        yield NothingToRead(name, "this export holds no articles")
