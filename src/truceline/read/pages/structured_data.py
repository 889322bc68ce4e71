"""What a page says of itself in JSON-LD (schema.org), read without trust."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from lxml import html

ARTICLE = re.compile(r"Article|Report|BlogPosting|LiveBlog|Blog\b", re.IGNORECASE)
COMMENT = re.compile(r"(?://\s*)?<!\[CDATA\[|(?://\s*)?\]\]>|<!--|-->")  # around it
LAST_COMMA = re.compile(r",\s*([}\]])")
MOST_NODES = 5_000
Node = dict[str, Any]


def article_data(root: html.HtmlElement, titles: Sequence[str]) -> Node:
    """The node of the page's article; empty where there is none. It has one of the page's ``titles``, or stands on top
    and not in a list of other stories.
    """
    told = list(_blocks(root))
    nodes = [node for block in told for node in _nodes(block)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.keys() - {"@id"}}
    articles = [node for node in nodes if ARTICLE.search(_type(node))]
    own = [node for node in articles if is_titled(node, titles)]
    own = own or [node for block in told for node in _on_top(block) if ARTICLE.search(_type(node))]
    dated = [node for node in own if node.get("datePublished")]
    return {name: _named(value, known) for name, value in (dated or own or [{}])[0].items()}


def is_titled(node: Node, titles: Sequence[str]) -> bool:
    headline = " ".join(unescape(text_of(node.get("headline")) or "").split())
    return bool(headline) and any(is_alike(headline, title) for title in titles)


def _named(value: object, known: Mapping[str, Node]) -> object:
    """Somebody who is told of elsewhere in the page's data, by an id: what stands there."""
    if isinstance(value, list):
        return [_named(each, known) for each in value[:10]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def text_of(value: object) -> str | None:
    """A plain string, or the name of the thing or of the first of the things that stand there."""
    if isinstance(value, list):
        names = [name for name in map(text_of, value[:10]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return value.strip() or None if isinstance(value, str) else None


def is_alike(one: str, other: str) -> bool:
    """Much the same words, or one begins with the other."""
    from rapidfuzz.fuzz import ratio

    first, second = one.casefold().strip(), other.casefold().strip()
    if not first or not second:
        return False
    return first.startswith(second) or second.startswith(first) or ratio(first, second) > 80


def _blocks(root: html.HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                yield _block(COMMENT.sub("", script.text or "").strip().rstrip(";"))
            except (ValueError, RecursionError):
                continue  # broken JSON-LD is common; the other sources of metadata are asked


def _block(written: str) -> object:
    """Some put a comma behind the last item."""
    try:
        return json.loads(written, strict=False)
    except ValueError:
        return json.loads(LAST_COMMA.sub(r"\1", written), strict=False)


def _on_top(block: object) -> Iterator[Node]:
    """What a block tells of the page itself."""
    for found in block if isinstance(block, list) else [block]:
        if isinstance(found, dict):
            yield found
            yield from _on_top([found.get("@graph"), found.get("mainEntity")])
        elif isinstance(found, list):
            yield from (node for node in found if isinstance(node, dict))


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
