"""Markdown: the words without their marks; what stands in the front matter is metadata."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.formats.rows import columns_of, value_of
from truceline.read.formats.story import Story, blocks_of, story_report
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

# YAML between lines of dashes, or TOML between lines of plus signs.
FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(\w.*?)\r?\n\1[ \t]*\r?\n", re.DOTALL)
SIGNS = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"\[[^\]\n]{1,200}\]\((?:https?:|/|#|\.)[^)\s]*\)"),
    re.compile(rb"!\[[^\]\n]*\]\("),
    re.compile(rb"(?<![*\w])\*\*[^*\n]{2,200}\*\*(?![*\w])"),
    re.compile(rb"\A---\r?\n\w+:"),
    re.compile(rb"^> \S", re.MULTILINE),
)


def is_markdown(name: str, head: bytes) -> bool:
    """Front matter, or two of its signs; one where the name says so."""
    if FRONT_MATTER.match(head.decode("utf-8", "replace")):
        return True
    signs = sum(bool(sign.search(head)) for sign in SIGNS)
    return signs >= (1 if is_named_markdown(name) else 2)


def is_named_markdown(name: str) -> bool:
    return name.lower().endswith((".md", ".markdown"))


def read_markdown(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    text = decode(source)
    front = FRONT_MATTER.match(text)
    fields = front_fields(front[1], front[2]) if front else {}
    title, body = words_of(source.name, text[front.end() :] if front else text)
    fields["title"] = fields.get("title") or title
    yield story_report(source.name, Story(body, fields, fields.pop("published", None)), options)


def front_fields(mark: str, front: str) -> dict[str, str | None]:
    import yaml

    try:
        found: Any = yaml.safe_load(front) if mark == "---" else tomllib.loads(front.replace("\r\n", "\n"))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    if not isinstance(found, Mapping):
        return {}
    return {field: value_of(found, name) for field, name in columns_of(found, {}).items() if field != "text"}


def words_of(name: str, text: str) -> tuple[str | None, str]:
    """The first heading of the first level, and all paragraphs, headings and list items, also those in HTML."""
    from markdown_it import MarkdownIt

    title: str | None = None
    found: list[str] = []
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(text)
    for before, token in pairwise([*tokens[:1], *tokens]):
        if token.type == "html_block":
            found += [block.text for block in blocks_of(name, token.content)]
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
