"""ProQuest: articles parted by long rules; fields with a colon, "Full text:" among them, and more behind the text."""

import re
from collections.abc import Iterator

from truceline.read.formats.story import Story

RULE = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
NAMES = (
    "Abstract|Accession number|Article|Author(?: affiliation)?|Business indexing term|Classification|"
    "Column|Company / organization|Contact|Copyright|Correspondence author|Country of publication|Credit|Database|"
    "Dateline|Document (?:feature|type|URL)|DOI|Edition|Entry date|e?-?ISSN|Full text(?: availability)?|"
    "Geographic location|Identifier / keyword|Issue|Language of publication|Last updated|Links|Location|"
    "Number of pages|Online publication date|Pages|People|Place of publication|Product name|ProQuest document ID|"
    "Publication (?:date|history|info|subject|title|year)|Publisher|Section|Source(?: attribution| type)?|Start page|"
    "Subject|Title|Volume|Word count"
)
FIELD = re.compile(rf"^(?P<name>{NAMES}):[ \t]*", re.MULTILINE | re.IGNORECASE)
NUMBER = re.compile(r"^\s*Document \d+ of \d+\s*$", re.MULTILINE)


def proquest_articles(export: str) -> Iterator[Story]:
    for article in RULE.split(export):
        if re.search(r"^(?:Full text|Publication title):", article, re.MULTILINE | re.IGNORECASE):
            yield article_of(NUMBER.sub("", article))


def article_of(article: str) -> Story:
    text, behind = parted(article)
    fields = {**fields_of(text), **fields_of(behind)}
    over = next((line.strip() for line in article.splitlines() if line.strip()), "")
    stated = {
        "title": fields.get("title") or (None if FIELD.match(over) else over),
        "author": "; ".join(map(in_order, fields["author"].split(";"))) if "author" in fields else None,
        "publisher": fields.get("publication title", "").partition(";")[0].strip() or None,
        "url": fields.get("document url"),
    }
    return Story(fields_of(text).get("full text", ""), stated, fields.get("publication date"))


def parted(article: str) -> tuple[str, str]:
    """Up to the end of the text, and the fields behind it: the last lines that all begin as fields do."""
    lines = article.rstrip().splitlines(keepends=True)
    end = len(lines)
    while end and (not lines[end - 1].strip() or (FIELD.match(lines[end - 1]) and not is_text(lines[end - 1]))):
        end -= 1
    return "".join(lines[:end]), "".join(lines[end:])


def is_text(line: str) -> bool:
    return line.lower().startswith("full text:")


def fields_of(part: str) -> dict[str, str]:
    """Up to the text each field; the text to the end, whatever words with colons are in it."""
    found: dict[str, str] = {}
    for mark in FIELD.finditer(part):
        name = mark["name"].lower()
        if name == "full text":
            return {**found, name: part[mark.end() :].strip()}
        found.setdefault(name, part[mark.end() :].partition("\n")[0].strip())
    return {name: value for name, value in found.items() if value}


def in_order(name: str) -> str:
    """ "Roe, Jane" is Jane Roe."""
    family, _, given = name.strip().partition(", ")
    return f"{given} {family}".strip() if "," not in given else name.strip()
