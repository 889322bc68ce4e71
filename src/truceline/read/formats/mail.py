"""Mail (EML) and web pages saved as one file (MHTML): the text part, with what the head says."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from truceline.errors import CannotRead, NothingToRead, NotText
from truceline.model.report import Report
from truceline.read.decoding import decode
from truceline.read.formats.forwarded import Forwarded, forwarded_in
from truceline.read.formats.page import read_page
from truceline.read.formats.story import Story, plain, story_report, with_stated
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

MAIL = "message/rfc822"
LETTER = "message/rfc822; its text alone"  # what is attached was parted from it
# What the parser fails with on malformed heads, late.
BROKEN = (LookupError, ValueError, AttributeError, IndexError, TypeError, RecursionError)
HEAD_LINE = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*(?:\n[ \t][^\n]*)*\n){2,}\r?\n?")
SIGNATURE = re.compile(r"^-- \r?$", re.MULTILINE)  # what stands below is the sender's, not the story's (RFC 3676)
STUB = 0.2  # of the words of the HTML; below, a plain text only says "read this in your browser"
NEEDED = re.compile(rb"^(?:MIME-Version|Message-ID|Received|Content-Type|Return-Path|From):", re.I | re.M)


def is_mail(head: bytes) -> bool:
    """Begins with header lines, two of them such as mail has."""
    found = HEAD_LINE.match(head.lstrip())
    return bool(found) and len(set(NEEDED.findall(found[0]))) >= 2 if found else False


def read_mail(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    try:
        message = message_in(source)
        yield from page_part(source, message, options) if is_page(message) else letter(source, message, options)
    except BROKEN as error:
        yield NotText(source.name, f"this mail is broken ({error})")


def message_in(source: Source) -> EmailMessage:
    """Raises one of BROKEN, some of them only when a part is asked for."""
    message = email.message_from_bytes(source.content.lstrip(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - the default policy makes these
    return message


def is_page(message: EmailMessage) -> bool:
    """Saved by a browser: old ones put a page without pictures alone in the file."""
    located = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    return bool(located) or message.get_content_type() == "multipart/related"


def page_part(source: Source, message: EmailMessage, options: ReadOptions) -> Iterator[Report | CannotRead]:
    """The first HTML part is the page; the rest are its pictures."""
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise NothingToRead(source.name, "there is no page in it")
    content = page.get_payload(decode=True)
    address = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    stated = {"url": address} if address.startswith("http") else {}
    for found in read_page(Source(source.name, content if isinstance(content, bytes) else b""), options):
        yield with_stated(found, stated) if isinstance(found, Report) else found


def letter(source: Source, message: EmailMessage, options: ReadOptions) -> Iterator[Report | CannotRead]:
    text = text_of(source.name, message)
    if text is None:
        raise NothingToRead(source.name, "this mail has no text")
    if (first := forwarded_in(text)) is not None:
        yield first_letter(source.name, first, options)
        return
    sender = message["From"].addresses[0].display_name if message["From"] and message["From"].addresses else None
    fields = {"title": str(message["Subject"] or "") or None, "publisher": sender or None}
    text = SIGNATURE.split(text, maxsplit=1)[0]
    yield story_report(source.name, Story(text, fields, sent_day(message), "head of the mail"), options)


def is_pasted_mail(head: bytes) -> bool:
    return forwarded_in(head.decode("utf-8-sig", "replace")) is not None


def read_pasted_mail(source: Source, options: ReadOptions) -> Iterator[Report | CannotRead]:
    first = forwarded_in(decode(source))
    if first is None:
        raise NothingToRead(source.name, "there is no mail in it")
    yield first_letter(source.name, first, options)


def first_letter(name: str, first: Forwarded, options: ReadOptions) -> Report | CannotRead:
    """Of whoever wrote it, on the day when it was first sent."""
    text = SIGNATURE.split(first.text, maxsplit=1)[0]
    fields = {"title": first.subject, "publisher": first.sender}
    return story_report(name, Story(text, fields, first.sent, "head of the forwarded mail"), options)


def text_of(name: str, message: EmailMessage) -> str | None:
    """The plain text; the HTML beside it where the plain text only sends the reader there."""
    bodies = [message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")]
    text, page = (str(body.get_content()) if body is not None else None for body in bodies)
    if text is None or page is None:
        return text or page
    return page if len(text.split()) < STUB * len(plain(name, page).split()) else text


def sent_day(message: EmailMessage) -> str | None:
    """The day by the sender's clock, or what stands in its place."""
    stated = str(message["Date"] or "") or None
    try:
        return parsedate_to_datetime(stated).date().isoformat() if stated else None
    except (ValueError, TypeError):
        return stated
