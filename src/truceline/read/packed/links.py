"""Feeds and sitemaps whose address was named: the pages they link to are the sources."""

from collections.abc import Iterator

from lxml import etree

from truceline.errors import CannotRead, NothingToRead
from truceline.read.formats.feed import break_in, parsed, plain_title, stated_of
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source
from truceline.read.web.web import Web, joined_address


def unpack_feed(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    web = web_of(source, options)
    feed = parsed(source)
    for entry in feed.entries:
        stated = {"publisher": plain_title(feed.feed.get("title") or ""), **stated_of(entry, feed.version)}
        link = stated.pop("url", None)
        if link is None:
            yield NothingToRead(source.name, f"the entry '{stated.get('title', '')}' has no link")
        else:
            yield fetched(web, joined_address(source.name, link), stated)
    yield from break_in(source)


def unpack_sitemap(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    web = web_of(source, options)
    for address in sitemap_addresses(source):
        yield fetched(web, address, {})


def web_of(source: Source, options: ReadOptions) -> Web:
    if options.web is None or not source.name.startswith(("http://", "https://")):
        raise NothingToRead(source.name, "this holds addresses only; name its own address to have them fetched")
    return options.web


def fetched(web: Web, address: str, stated: dict[str, str]) -> Source | CannotRead:
    try:
        page = web.open(address)
    except CannotRead as error:
        return error
    return Source(page.name, page.content, None, page.media_type, {"url": address, **stated})


def sitemap_addresses(source: Source) -> list[str]:
    """The pages of a sitemap, or the sitemaps of an index of them, newest first where it says so."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(source.content, parser=parser)
    if root is None:
        raise NothingToRead(source.name, "this sitemap cannot be read")
    found: list[tuple[str, str]] = []
    for place in root.iter("{*}url", "{*}sitemap"):
        address = (place.findtext("{*}loc") or "").strip()
        if address:
            found.append(((place.findtext("{*}lastmod") or "").strip(), joined_address(source.name, address)))
    return [address for _, address in sorted(found, key=lambda one: one[0], reverse=True)]
