"""Pages as Safari saves them: a property list that holds the page and its pictures."""

import plistlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from truceline.errors import CannotRead, NotText
from truceline.model.report import Report
from truceline.read.formats.page import read_page
from truceline.read.formats.story import with_stated
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

MAIN = "WebMainResource"
BINARY = b"bplist00"


def is_webarchive(content: bytes) -> bool:
    return content.startswith(BINARY) or (b"<plist" in content[:500] and MAIN.encode() in content[:2_000])


def read_webarchive(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    try:
        page = plistlib.loads(source.content)[MAIN]
        content, encoding = bytes(page["WebResourceData"]), page.get("WebResourceTextEncodingName") or ""
        address = str(page.get("WebResourceURL") or "")
    except (ValueError, KeyError, TypeError, AttributeError, ExpatError, RecursionError, OverflowError) as error:
        raise NotText(source.name, f"there is no saved page in this property list ({type(error).__name__})") from error
    stated = {"url": address} if address.startswith("http") else {}
    for found in read_page(Source(source.name, content, None, f"text/html; charset={encoding}"), options):
        yield with_stated(found, stated) if isinstance(found, Report) else found
