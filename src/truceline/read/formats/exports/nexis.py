"""LexisNexis as it wrote text files: "1 of 250 DOCUMENTS", fields in capitals with a colon, BODY."""

import re
from collections.abc import Iterator

from truceline.read.formats.story import Story

BEGIN = re.compile(r"^[ \t]*(?:Document )?\d+ of \d+ DOCUMENTS[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"^(?P<name>[A-Z][A-Z-]{2,24}):[ \t]*", re.MULTILINE)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
WRITTEN = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
DAY = re.compile(rf"^[ \t]*{WEEKDAY}{WRITTEN}.*$", re.MULTILINE)
END = re.compile(r"^[ \t]*Copyright \d{4}\b.*$|^[ \t]*All Rights Reserved[ \t]*$", re.MULTILINE)
BLANK_LINES = re.compile(r"\n[ \t]*\n")
HEAD = ("BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SOURCE", "SERIES")
BEHIND = frozenset(
    {
        "LOAD-DATE",
        "LANGUAGE",
        "GRAPHIC",
        "PUBLICATION-TYPE",
        "DOCUMENT-TYPE",
        "SUBJECT",
        "CORRECTION-DATE",
        "JOURNAL-CODE",
        "PERSON",
        "COMPANY",
        "ORGANIZATION",
        "COUNTRY",
        "CITY",
        "STATE",
        "GEOGRAPHIC",
        "TYPE",
        "NOTES",
        "URL",
    }
)


def nexis_articles(export: str) -> Iterator[Story]:
    for article in BEGIN.split(export)[1:]:
        yield article_of(article)


def article_of(article: str) -> Story:
    """The outlet and the day stand above the first field, set in the middle of the line; then the headline, if it is
    no field of its own.
    """
    fields = fields_of(article)
    top = FIELD.split(article, maxsplit=1)[0]
    day = DAY.search(top)
    names = [line.strip() for line in END.sub("", top).splitlines() if line.strip() and not DAY.match(line)]
    stated = {
        "title": unwrapped(fields.get("HEADLINE") or headline_in(top)) or None,
        "author": unwrapped(fields.get("BYLINE", "")).removeprefix("By ") or None,
        "publisher": names[0] if names else None,
        "url": fields.get("URL", "").strip() or None,
    }
    return Story(body_of(article, fields), stated, day[0].strip() if day else None)


def headline_in(top: str) -> str:
    """The last lines above the fields that are neither the outlet's nor the day's."""
    day = DAY.search(top)
    blocks = BLANK_LINES.split(top[day.end() :].rstrip()) if day else []
    return blocks[-1] if len(blocks) > 1 else ""


def fields_of(article: str) -> dict[str, str]:
    """Each field up to the next one; the first of a name counts, for the story may hold words with colons too."""
    found: dict[str, str] = {}
    marks = list(FIELD.finditer(article))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        found.setdefault(mark["name"], article[mark.end() : after.start() if after else len(article)])
    return found


def body_of(article: str, fields: dict[str, str]) -> str:
    """From BODY, or else from the last field of the head, to the first field that stands behind a story, whatever
    words with colons are between.
    """
    if "TEXT" in fields:
        return fields["TEXT"]
    begin = begin_of_body(article)
    behind = (mark.start() for mark in FIELD.finditer(article, begin) if mark["name"] in BEHIND)
    body = article[begin : next(behind, len(article))]
    return END.split(body)[0].strip() or body


def begin_of_body(article: str) -> int:
    marked = re.search(r"^BODY:[ \t]*", article, re.MULTILINE)
    if marked:
        return marked.end()
    heads = [mark.end() for mark in FIELD.finditer(article) if mark["name"] in HEAD]
    blank = BLANK_LINES.search(article, heads[-1]) if heads else None
    return blank.end() if blank else len(article)


def unwrapped(value: str) -> str:
    return " ".join(value.split())
