"""A mail with files attached: the letter and each file are sources."""

import re
from collections.abc import Iterator
from email.message import EmailMessage

from truceline.errors import CannotRead, NotText, TooLarge
from truceline.read.containers import HEAD
from truceline.read.formats.mail import BROKEN, LETTER, MAIL, is_mail, message_in, text_of
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

HOLDS_FILES = re.compile(rb"multipart/mixed", re.IGNORECASE)
NO_REPORT = re.compile(r"image/|audio/|video/|font/|text/(?:calendar|x?-?vcard)|application/(?:x-)?(?:pgp|pkcs7)-")


def has_files(source: Source) -> bool:
    """A mail that may have some, whose letter was not yet parted from them."""
    head = source.content[:HEAD]
    is_whole = source.media_type != LETTER and (source.media_type == MAIL or is_mail(head))
    return is_whole and bool(HOLDS_FILES.search(head))


def unpack_letter(source: Source, options: ReadOptions) -> Iterator[Source | CannotRead]:
    try:
        message = message_in(source)
        files = list(files_in(message))
        if not files or (text_of(source.name, message) or "").strip():
            yield Source(source.name, source.content, None, LETTER)
        for number, part in enumerate(files, start=1):
            yield from file_of(source, part, number, options.settings.largest_source)
    except BROKEN as error:
        yield NotText(source.name, f"this mail is broken ({error})")


def files_in(message: EmailMessage) -> Iterator[EmailMessage]:
    """Some programs put them in parts within parts."""
    for part in message.iter_attachments():
        if part.get_content_maintype() == "multipart":
            yield from files_in(part)
        else:
            yield part


def file_of(source: Source, part: EmailMessage, number: int, largest: int) -> Iterator[Source | CannotRead]:
    """Pictures that the letter shows, cards and signatures are passed over."""
    kind = part.get_content_type()
    if NO_REPORT.match(kind) and not part.is_attachment():
        return
    name = f"{source.name}/{part.get_filename() or f'attachment {number}'}"
    content = content_of(part)
    if NO_REPORT.match(kind):
        yield NotText(name, f"this is {kind}, not a report")
    elif len(content) > largest:
        yield TooLarge(name, f"this file is larger than {largest:,} bytes")
    else:
        charset = part.get_content_charset()
        yield Source(name, content, None, f"{kind}; charset={charset}" if charset else kind)


def content_of(part: EmailMessage) -> bytes:
    """Of a mail in a mail all its lines."""
    if part.get_content_type() == MAIL:
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
