"""What a page says of itself: title, publisher, author, address, day of publication."""

import re
from dataclasses import dataclass

from lxml import html

from truceline.model.report import StatedDay
from truceline.read.pages.publication_date import stated_days
from truceline.read.pages.structured_data import Node, article_data, is_alike, text_of
from truceline.read.pages.tree import visible_text
from truceline.read.plea_words import plea_words

LONGEST_FIELD = 300  # code points; a longer "title" is none
SUFFIX = re.compile(r"\s+(?:[|–—•·»/]|-|::?)\s+")
ADDRESS = re.compile(r"^https?://[^\s<>\"]+$", re.IGNORECASE)
AUTHOR_META = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Null where the page does not say. ``body``: the story as the page's data hold it for machines."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    days: tuple[StatedDay, ...]
    has_article: bool
    body: str | None = None


def page_metadata(root: html.HtmlElement) -> Metadata:
    meta = meta_tags(root)
    article = article_data(root, shown_titles(root, meta))
    publisher = _publisher(article, meta) or _outlet_in_title(root)
    return Metadata(
        title=_title(root, article, meta, publisher),
        publisher=publisher,
        author=_author(root, article, meta),
        url=_url(root, article, meta),
        days=stated_days(root, article, meta),
        has_article=bool(article) or "article" in meta.get("og:type", [])[:1] or root.find(".//article") is not None,
        body=text_of(article.get("articleBody")),
    )


def shown_titles(root: html.HtmlElement, meta: dict[str, list[str]]) -> list[str]:
    tags = [visible_text(tag) for tag in root.iter("title", "h1")]
    return [title for title in [*tags, *meta.get("og:title", ())] if title]


def meta_tags(root: html.HtmlElement) -> dict[str, list[str]]:
    """Name, property or itemprop of each meta tag, lower case, with what it holds."""
    found: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _first(*found: str | None) -> str | None:
    for value in found:
        cleaned = " ".join(_unescaped(value or "").split())
        if cleaned and len(cleaned) <= LONGEST_FIELD:
            return cleaned
    return None


def _unescaped(value: str) -> str:
    """JSON-LD and meta tags are often escaped twice."""
    from html import unescape

    return unescape(value) if "&" in value else value


def _meta(meta: dict[str, list[str]], *names: str) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _publisher(article: Node, meta: dict[str, list[str]]) -> str | None:
    stated = _first(_meta(meta, "og:site_name"), text_of(article.get("publisher")))
    return stated or _first(_meta(meta, "publisher", "dc.publisher", "dcterms.publisher", "application-name"))


def _outlet_in_title(root: html.HtmlElement) -> str | None:
    """``Truce holds - The Valley Post``: the last piece, where a word in it is an outlet's."""
    title = next((visible_text(tag) for tag in root.iter("title")), "")
    pieces = SUFFIX.split(title)
    return _first(pieces[-1]) if len(pieces) > 1 and plea_words().names_outlet(pieces[-1]) else None


def _author(root: html.HtmlElement, article: Node, meta: dict[str, list[str]]) -> str | None:
    """Profile addresses and handles that stand where a name should are no authors."""
    visible = [visible_text(tag) for tag in root.xpath("//*[@rel='author' or @itemprop='author']")[:1]]
    stated = [text_of(article.get("author")), *(_meta(meta, name) for name in AUTHOR_META), *visible]
    named = [re.sub(r"^\s*by\s+", "", author, flags=re.IGNORECASE) for author in stated if author]
    return _first(*(author for author in named if not re.match(r"https?://|@", author)))


def _url(root: html.HtmlElement, article: Node, meta: dict[str, list[str]]) -> str | None:
    main = article.get("mainEntityOfPage")
    stated = [
        *(link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        _meta(meta, "og:url"),
        text_of(article.get("url")),
        text_of(main.get("@id") if isinstance(main, dict) else main),
    ]
    return next((address.strip() for address in stated if address and ADDRESS.match(address.strip())), None)


def _title(root: html.HtmlElement, article: Node, meta: dict[str, list[str]], publisher: str | None) -> str | None:
    """The headline over the story where the page's own title bears it out; else what the metadata say."""
    top = next((visible_text(tag) for tag in root.iter("title")), None)
    stated = [text_of(article.get("headline")), _meta(meta, "og:title", "twitter:title", "dc.title"), top]
    cleaned = [without_suffix(title, publisher) for title in stated if title]
    headings = [visible_text(heading) for heading in root.iter("h1")]
    shown = [heading for heading in headings if any(is_alike(heading, title) for title in cleaned)]
    lone = headings if len(headings) == 1 and not cleaned else []
    return _first(*shown, *cleaned, *lone)


def without_suffix(title: str, publisher: str | None) -> str:
    """``Truce holds | The Valley Post`` without the outlet; other dashes stay."""
    pieces = SUFFIX.split(title)
    if len(pieces) < 2:
        return title
    last = pieces[-1].strip()
    is_outlet = bool(publisher) and is_alike(last, publisher or "")
    if is_outlet or re.search(r"[|»•·]", title[len(title) - len(last) - 4 : len(title) - len(last)]):
        return title[: title.rindex(last)].rstrip(" |–—•·»/-:")
    return title
