"""Web crawls (WARC): each stored page is a source."""

from collections.abc import Iterator
from typing import Any

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.read.optional import library
from truceline.read.packed.unpacking import DAMAGE
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

PAGES = ("text/html", "application/xhtml", "text/plain", "application/pdf")
STORED = {"response", "resource", "conversion"}


def unpack_crawl(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    warc = library("warcio.archiveiterator", source.name, "a web crawl", "crawls")
    problems = library("warcio.exceptions", source.name, "a web crawl", "crawls")
    try:
        for record in warc.ArchiveIterator(source.open()):
            found = stored_page(source, record, options.settings.largest_source)
            if found is not None:
                yield found
    except (problems.ArchiveLoadFailed, ValueError, AttributeError, *DAMAGE) as error:
        yield NotText(source.name, f"this crawl is damaged ({error})")


def stored_page(source: Source, record: Any, largest: int) -> Source | CannotRead | None:  # noqa: ANN401 - no types
    """The page of a record; null for pictures, scripts and failed requests, of which a crawl is full."""
    if record.rec_type not in STORED:
        return None
    http = record.http_headers
    media_type = ((http or record.rec_headers).get_header("Content-Type") or "").strip().lower()
    is_page = media_type.startswith(PAGES) or not media_type
    if not is_page or (http is not None and http.get_statuscode() != "200"):
        return None
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    if address.endswith("/robots.txt"):
        return None
    content = record.content_stream().read(largest + 1)
    name = f"{source.name}: {address}"
    if len(content) > largest:
        return TooLarge(name, f"this page is larger than {largest:,} bytes")
    if is_broken_off(record.raw_stream):
        return NotText(name, "the crawl breaks off in this page")
    if not media_type and not content.lstrip().startswith(b"<"):
        return None  # servers that do not say what they send send pictures too
    return Source(name, content, None, media_type, {"url": address} if address else {})


def is_broken_off(stream: Any) -> bool:  # noqa: ANN401
    """The record says that it is longer, and there is no more."""
    return getattr(stream, "limit", 0) > 0 and not stream.read(1)
