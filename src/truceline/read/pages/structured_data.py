"""What a page says of itself in JSON-LD (schema.org), read without trust."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog|Blog\b", re.IGNORECASE)
MOST_NODES = 5_000
Node = dict[str, Any]


def article_data(root: html.HtmlElement) -> Node:
    """The node of the page's article; empty where there is none. The first article node is the page's own."""
    nodes = [node for block in _blocks(root) for node in _nodes(block)]
    articles = [node for node in nodes if ARTICLE.search(_type(node))]
    dated = [node for node in articles if node.get("datePublished")]
    return (dated or articles or [{}])[0]


def text_of(value: object) -> str | None:
    """A plain string, or the name of the thing or of the first of the things that stand there."""
    if isinstance(value, list):
        names = [name for name in map(text_of, value[:10]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def _blocks(root: html.HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                yield json.loads((script.text or "").strip().rstrip(";"), strict=False)
            except (ValueError, RecursionError):
                continue  # broken JSON-LD is common; the other sources of metadata are asked


def _nodes(block: object) -> Iterator[Node]:
    """All objects of a block, outer ones first."""
    waiting = [block]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, dict):
            yield found
            waiting += [value for value in found.values() if isinstance(value, dict | list)]
        elif isinstance(found, list):
            waiting += found


def _type(node: Node) -> str:
    kind = node.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)
