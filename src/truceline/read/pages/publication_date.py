"""The day of publication as a page states it in its metadata. Never the day it was changed, never the story's words.

The order is that of trust: structured data, article tags, other meta names, then a time tag that says it is
the publication's. A day that can be read in two ways (03/04/2021) is not read.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from lxml import html

from truceline.model.report import StatedDay
from truceline.read.byline import is_byline, is_timestamp
from truceline.read.pages.structured_data import Node
from truceline.read.pages.tree import visible_text
from truceline.read.publication import ADDRESS

META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dcterms.issued",
    "dcterms.created", "dc.date.issued", "dc.date.created", "dc.date", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "published_time", "publishdate", "publish-date",
    "publish_date", "pubdate", "publication_date", "publicationdate", "originalpublicationdate", "rnews:datepublished",
    "citation_publication_date", "bt:pubdate", "article:published", "date",
)  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ISO = re.compile(r"^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?(?!\d)")
DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)")
MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
FIGURES = re.compile(r"^\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
IN_ADDRESS = re.compile(r"(?<!\d)(\d{4})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")
SECONDS = re.compile(r"^\s*(1[0-8]\d{8})(?:\d{3})?(?:\.\d+)?\s*$")  # since 1970, or a thousandth; no day is written so
NO_CLOCK = datetime.date(1970, 1, 1)  # what a program writes that was told no day
YEARS = range(1800, 2200)
PUBLISHES = re.compile(r"publi|pubdate|posted|post-date|entry-date|article-date|article__date|dateline", re.IGNORECASE)
CHANGES = re.compile(r"updat|modif|edit(?:ed)?\b|revis|amend|correct", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:publi|posted|issued|filed)", re.IGNORECASE)
CHANGED = re.compile(
    rf"\b(?:last\s+)?(?:{CHANGES.pattern})\w*[^|•·;()]*?(?=(?:first\s+)?{PUBLISHED.pattern}|[|•·;()]|$)", re.I
)
ELSEWHERE = {"aside", "nav", "footer", "form", "li"}  # teasers, comments, links to other stories
STORY_WORDS = 15  # a time tag in a paragraph of this length is part of a story sentence


def stated_days(root: html.HtmlElement, article: Node, meta: dict[str, list[str]]) -> tuple[StatedDay, ...]:
    """Each day once, where it is first named in the order of trust."""
    found: dict[datetime.date, str] = {}
    for where, stated in _stated(root, article, meta):
        day = day_of(stated)
        if day:
            found.setdefault(day, where)
    return tuple(StatedDay(day=day, where=where) for day, where in found.items())


def _stated(root: html.HtmlElement, article: Node, meta: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    yield "JSON-LD", str(article.get("datePublished") or "")
    for name in META:
        yield from (("meta tag", stated) for stated in meta.get(name, ()))
    for element in root.xpath("//*[@itemprop='datePublished']"):
        yield "microdata", element.get("datetime") or element.get("content") or visible_text(element)
    yield from (("time tag", stated) for stated in _time_tags(root))


def days_over(lines: Iterable[str], dateline: str | None) -> Iterator[StatedDay]:
    """Of the first line over the story that holds no more than a day, its author and the like; and of the dateline,
    where it has the year.
    """
    stated = [("line over the story", line) for line in lines if is_timestamp(line) or is_byline(line)]
    for where, day in [(where, day_of(of_publication(line))) for where, line in stated][:1]:
        if day:
            yield StatedDay(day=day, where=where)
    day = day_of(dateline or "")
    if day:
        yield StatedDay(day=day, where="dateline")


def of_publication(line: str) -> str:
    """What a line says beside the time of a change; nothing where it does not say that the rest is publication's."""
    if not CHANGES.search(line):
        return line
    rest = CHANGED.sub(" ", line)
    return rest if PUBLISHED.search(rest) else ""


def day_in_address(address: str | None) -> tuple[StatedDay, ...]:
    """ "/2019/10/05/truce": a mark, never trusted alone; archives and series have days in their addresses too."""
    match = IN_ADDRESS.search(address or "")
    day = day_of("-".join(match.groups())) if match else None
    return (StatedDay(day=day, where=ADDRESS),) if day else ()


def _time_tags(root: html.HtmlElement) -> Iterator[str]:
    """Tags that call themselves the publication's; else one beside the headline, if all such agree."""
    tags = [tag for tag in root.iter("time") if tag.get("datetime") and not _is_elsewhere(tag)]
    tags = [tag for tag in tags if not CHANGES.search(_surroundings(tag))]
    named = [tag for tag in tags if tag.get("pubdate") is not None or PUBLISHES.search(_surroundings(tag))]
    yield from (tag.get("datetime") for tag in named)
    days = {day_of(tag.get("datetime")) for tag in tags}
    if len(days) == 1:
        yield tags[0].get("datetime")


def _is_elsewhere(tag: html.HtmlElement) -> bool:
    """In a teaser of another story, in a comment, or amid a sentence of this story."""
    for outer in tag.iterancestors():
        if outer.tag in ELSEWHERE or re.search(r"comment|related|teaser|sidebar", outer.get("class") or ""):
            return True
        if outer.tag == "p" and len(visible_text(outer).split()) > STORY_WORDS:
            return True
    return False


def _surroundings(tag: html.HtmlElement) -> str:
    """Its classes, its words, and the words just before it."""
    parent = tag.getparent()
    before = tag.getprevious()
    lead = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    label = visible_text(before) if before is not None and len(before) == 0 and before.tag != "time" else ""
    classes = " ".join([tag.get("class") or "", tag.get("itemprop") or "", tag.get("id") or ""])
    return f"{classes} {label} {lead} {visible_text(tag)}"


def day_of(stated: str) -> datetime.date | None:
    """The day in a stated time, as its own clock shows it."""
    for pattern, order in ((ISO, "ymd"), (COMPACT, "ymd"), (DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy")):
        match = pattern.search(stated)
        if match:
            return _day(dict(zip(order, match.groups(), strict=True)))
    seconds = SECONDS.match(stated)
    if seconds:
        return datetime.datetime.fromtimestamp(int(seconds[1]), datetime.UTC).date()
    match = FIGURES.match(stated)
    return _day_in_figures(*map(int, match.groups())) if match else None


def _day_in_figures(first: int, second: int, year: int) -> datetime.date | None:
    """21.10.2020 and 10/21/2020 are sure; 03/04/2021 could be March or April."""
    if first != second and first <= 12 and second <= 12:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    return _day({"y": str(year), "m": str(month), "d": str(day)})


def _day(parts: dict[str, str]) -> datetime.date | None:
    month = parts["m"] if parts["m"].isdigit() else _month(parts["m"])
    try:
        day = datetime.date(int(parts["y"]), int(month), int(parts["d"]))
    except ValueError:
        return None
    return day if day.year in YEARS and day != NO_CLOCK else None


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(MONTHS.index(short) + 1) if short in MONTHS else "0"
