"""Nexis Uni and Lexis Advance: headline first, "Body" on a line, "End of Document" behind each article."""

import re
from collections.abc import Iterator

from truceline.read.formats.story import Story

END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
BODY = re.compile(r"^[ \t]*Body[ \t]*$", re.MULTILINE)
BEHIND = re.compile(r"^[ \t]*(?:Classification|Load-Date:.*|Graphic|Notes|Correction)[ \t]*$", re.MULTILINE)
NAMES = "Byline|Length|Section|Dateline|Highlight|Source|Copyright"
FIELD = re.compile(rf"^[ \t]*(?P<name>{NAMES})\b:?[ \t]*(?P<value>.*)$", re.MULTILINE)
BLANK = re.compile(r"\n\s*\n")
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
DAY = re.compile(WEEKDAY + r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})")


def nexis_uni_articles(export: str) -> Iterator[Story]:
    for article in END.split(export):
        parts = BODY.split(article, maxsplit=1)
        if len(parts) == 2:
            yield article_of(*parts)


def article_of(head: str, rest: str) -> Story:
    """The outlet stands above the day, the headline above the outlet; above both there may be a list of the export."""
    fields = {found["name"]: found["value"].strip() for found in reversed(list(FIELD.finditer(head)))}
    lines = [line.strip() for line in head.strip().splitlines() if not FIELD.match(line)]
    dated = next((at for at, line in enumerate(lines) if at and DAY.match(line)), None)
    over = "\n".join(lines[:dated]).rstrip() if dated is not None else ""
    title, _, publisher = over.rpartition("\n")
    stated = {
        "title": " ".join(BLANK.split(title.rstrip())[-1].split()) or next(filter(None, lines), None),
        "publisher": publisher.strip() or None if title else None,
        "author": fields.get("Byline", "").removeprefix("By ") or None,
    }
    return Story(BEHIND.split(rest, maxsplit=1)[0].strip(), stated, lines[dated] if dated is not None else None)
