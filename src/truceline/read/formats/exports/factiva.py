"""Factiva: fields named by two capitals (HD headline, PD day, SN source, LP and TD text), or a page of plain text."""

import re
from collections.abc import Iterator

from truceline.read.formats.story import Story

CODES = "SE|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|CX|LP|TD|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|VOL|ART"
CODE = re.compile(rf"^(?P<code>{CODES})(?:[ \t]+|$)", re.MULTILINE)
END = re.compile(r"^(?:AN[ \t]*\n?[ \t]*)?Document [A-Z]{3,8}\d{8,}\w*[ \t]*$", re.MULTILINE)
DAY = re.compile(r"^\d{1,2} [A-Z][a-z]+ \d{4}$")
COUNTED = re.compile(r"^[\d,]+ words$")
RIGHTS = re.compile(r"^(?:\(c\)|©|Copyright\b).*$", re.IGNORECASE)
LANGUAGE = re.compile(r"^[A-Z][a-z]+$")
PAGE = re.compile(r"^(?:Page|Section)\b|^\d+$")
SOURCE_CODE = re.compile(r"^[A-Z0-9]{2,8}$")


def factiva_articles(export: str) -> Iterator[Story]:
    for article in END.split(export):
        if re.search(r"^HD\b", article, re.MULTILINE):
            yield by_codes(article)
        elif any(map(COUNTED.match, article.splitlines())):
            yield by_lines(article)


def by_codes(article: str) -> Story:
    fields = fields_of(article)
    stated = {
        "title": unwrapped(fields.get("HD", "")) or None,
        "author": unwrapped(fields.get("BY", "")).removeprefix("By ") or None,
        "publisher": unwrapped(fields.get("SN", "")) or None,
    }
    text = "\n\n".join(paragraphs_of(fields[code]) for code in ("LP", "TD") if fields.get(code, "").strip())
    return Story(text, stated, unwrapped(fields.get("PD", "")) or None)


def fields_of(article: str) -> dict[str, str]:
    found: dict[str, str] = {}
    marks = list(CODE.finditer(article))
    for mark, after in zip(marks, [*marks[1:], None], strict=False):
        found.setdefault(mark["code"], article[mark.end() : after.start() if after else len(article)])
    return found


def paragraphs_of(field: str) -> str:
    """Lines are set in by some spaces; a line without words parts paragraphs."""
    return "\n".join(line.strip() for line in field.strip().splitlines())


def by_lines(article: str) -> Story:
    """Headline, who wrote it, "500 words", day, source, its code, language, rights; then the story."""
    lines = [line.strip() for line in article.strip().splitlines()]
    counted = next(at for at, line in enumerate(lines) if COUNTED.match(line))
    before = [line for line in lines[:counted] if line]
    dated = next((at for at in range(counted, min(len(lines), counted + 4)) if DAY.match(lines[at])), None)
    named = next_line(lines, (dated if dated is not None else counted) + 1)
    begin = named
    while begin < len(lines) and is_head(lines[begin], begin == named):
        begin += 1
    stated = {
        "title": before[0] if before else None,
        "author": before[-1].removeprefix("By ") if len(before) > 1 else None,
        "publisher": lines[named] if named < len(lines) else None,
    }
    return Story("\n".join(lines[begin:]).strip(), stated, lines[dated] if dated is not None else None)


def next_line(lines: list[str], at: int) -> int:
    """Past a clock time, which some exports print behind the day."""
    while at < len(lines) and (not lines[at] or re.match(r"^\d{1,2}:\d{2}", lines[at])):
        at += 1
    return at


def is_head(line: str, is_source: bool) -> bool:
    if is_source or not line:
        return True
    return bool(
        SOURCE_CODE.match(line)
        or LANGUAGE.match(line)
        or RIGHTS.match(line)
        or re.match(r"^(?:Page|Section)\b|^\d+$", line)
    )


def unwrapped(value: str) -> str:
    return " ".join(value.split())
