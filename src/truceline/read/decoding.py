"""Bytes to text, or the reason why they are none."""

import codecs
import re

from truceline.errors import NothingToRead, NotText
from truceline.read.sources import Source

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY_FORMATS = (
    (b"%PDF-", "a PDF document: save its text first"),
    (b"PK\x03\x04", "a packed file (a Word document or an archive): save its text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save its text first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive: unpack it first"),
    (b"SQLite format 3", "a database: write its texts to CSV first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text document: save it as plain text first"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.002  # share of control characters above which a text is binary rubbish; news has none
LETTER = re.compile(r"[^\W\d_]")
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
TOLD = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
HEAD = 4096  # bytes in which a page must declare its encoding (HTML standard: 1,024)


def decode(source: Source) -> str:
    """The text of a source. A byte order mark speaks first, then the page's declaration, then UTF-8, then what the
    server said, then Windows-1252.

    Raises NotText for binary rubbish, NothingToRead for an empty source.
    """
    content = source.content
    refuse_binary_format(source)
    text = _by_mark(source) or _guessed_utf16(content) or _declared(content) or _utf8(content)
    text = text or _told(source) or _windows(source)
    if not text.strip("\ufeff \t\r\n\f\v\0"):
        raise NothingToRead(source.name, "this source is empty")
    if len(CONTROL.findall(text[:100_000])) > max(2, MOST_CONTROL * min(len(text), 100_000)):
        raise NotText(source.name, "this is binary data, not text")
    return text


def refuse_binary_format(source: Source) -> None:
    for magic, what in BINARY_FORMATS:
        if source.content.startswith(magic):
            raise NotText(source.name, f"this is {what}")


def _by_mark(source: Source) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if source.content.startswith(mark):
            try:
                return source.content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NotText(
                    source.name, f"this begins like {encoding.upper()} but is broken at byte {error.start}"
                ) from error
    return None


def _declared(content: bytes) -> str | None:
    """What a page says of itself; a false declaration is passed over."""
    declared = DECLARED.search(content[:HEAD])
    return _named(content, declared[1].decode("ascii", "replace")) if declared else None


def _told(source: Source) -> str | None:
    """By a server or in a crawl: many name an encoding for all their pages, so the page itself is believed first."""
    told = TOLD.search(source.media_type or "")
    return _named(source.content, told[1]) if told else None


def _named(content: bytes, encoding: str) -> str | None:
    try:
        # Browsers read Latin-1 as Windows-1252, and a page that says UTF-16 in plain bytes is UTF-8 (HTML standard).
        name = codecs.lookup(encoding).name
        name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, "utf-8" if name.startswith("utf-16") else name)
        return content.decode(name)
    except (LookupError, UnicodeError):
        return None


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _guessed_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of western text is zero."""
    even, odd = content[0:2000:2].count(0), content[1:2000:2].count(0)
    half = min(len(content), 2000) / 2
    if max(even, odd) < 0.7 * half:
        return None
    try:
        return content.decode("utf-16-be" if even > odd else "utf-16-le")
    except UnicodeDecodeError:
        return None


def _windows(source: Source) -> str:
    """Windows-1252 has a letter for nearly every byte: accept it only where the outcome looks like words."""
    try:
        text = source.content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotText(
            source.name, "this is not text in an encoding that is known (UTF-8, UTF-16, Windows-1252)"
        ) from error
    sample = text[:20_000]
    plain = sum(character.isascii() and (character.isalpha() or character.isspace()) for character in sample)
    if plain < 0.6 * len(sample):
        raise NotText(source.name, "this is not text in an encoding that is known (UTF-8, UTF-16, Windows-1252)")
    return text
