"""Markdown: the words without their marks; what stands in the front matter is metadata."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.formats.rows import columns_of, value_of
from truceline.read.formats.story import Story, story_report
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.DOTALL)
SIGNS = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.)[^)\s]*\)"),
    re.compile(rb"!\[[^\]\n]*\]\("),
    re.compile(rb"(?<![*\w])\*\*[^*\n]{2,200}\*\*(?![*\w])"),
    re.compile(rb"\A---\r?\n\w+:"),
    re.compile(rb"^> \S", re.MULTILINE),
)


def is_markdown(name: str, head: bytes) -> bool:
    """Two of its signs; one where the name says so."""
    signs = sum(bool(sign.search(head)) for sign in SIGNS)
    return signs >= (1 if name.lower().endswith((".md", ".markdown")) else 2)


def read_markdown(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    text = decode(source)
    front = FRONT_MATTER.match(text)
    fields = front_fields(front[1]) if front else {}
    title, body = words_of(text[front.end() :] if front else text)
    fields["title"] = fields.get("title") or title
    yield story_report(source.name, Story(body, fields, fields.pop("published", None)), options)


def front_fields(front: str) -> dict[str, str | None]:
    import yaml

    try:
        found: Any = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(found, Mapping):
        return {}
    return {field: value_of(found, name) for field, name in columns_of(found, {}).items() if field != "text"}


def words_of(text: str) -> tuple[str | None, str]:
    """The first heading of the first level, and all paragraphs, headings and list items."""
    from markdown_it import MarkdownIt

    title: str | None = None
    found: list[str] = []
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text)
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        words = plain_words(token.children or ()).strip()
        if before.type == "heading_open" and before.tag == "h1" and title is None:
            title = " ".join(words.split())
        if words:
            found.append(words)
    return title, "\n\n".join(found)


def plain_words(children: Sequence[Any]) -> str:
    """Text and code; of a link its words, of a picture nothing."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        child.content if child.type in {"text", "code_inline"} else breaks.get(child.type, "") for child in children
    )
