"""Which format a source has: its content says so; its name only where the content leaves two open."""

import re
from collections.abc import Callable, Iterator

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.containers import (
    HEAD,
    JSON_DOCUMENT,
    are_numbers,
    as_utf8,
    container_kind,
    has_columns,
    is_table,
    is_without_heading,
)
from truceline.read.formats.documents import read_pdf, read_word
from truceline.read.formats.exports.read_export import articles_of, read_export
from truceline.read.formats.feed import is_feed, is_sitemap, read_feed
from truceline.read.formats.jsonl import is_json, read_json, read_jsonl
from truceline.read.formats.mail import LETTER, MAIL, is_mail, is_pasted_mail, read_mail, read_pasted_mail
from truceline.read.formats.markdown import is_markdown, is_named_markdown, read_markdown
from truceline.read.formats.page import read_page
from truceline.read.formats.tables import read_csv, read_parquet, refuse_rows
from truceline.read.formats.text import read_text
from truceline.read.formats.webarchive import is_webarchive, read_webarchive
from truceline.read.packed.archives import WORD_DOCUMENT, unpack_tar, unpack_zip
from truceline.read.packed.compressed import unpack_compressed
from truceline.read.packed.crawls import unpack_crawl
from truceline.read.packed.letters import has_files, unpack_letter
from truceline.read.packed.links import unpack_feed, unpack_sitemap
from truceline.read.packed.mail_folders import unpack_mail_folder
from truceline.read.read_options import ReadOptions
from truceline.read.sources import Source

Reader = Callable[[Source, ReadOptions], Iterator[Report | CannotRead]]
Unpacker = Callable[[Source, ReadOptions], Iterator[Source | CannotRead]]

PAGE = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<meta\s|<title[\s>]", re.IGNORECASE
)
TAGS = re.compile(rb"<(?:p|div|h1|h2|span|section|main|br)(?:\s[^<>]*)?/?>", re.IGNORECASE)

PDF_WITHIN = 1_024  # bytes: some programs put lines of their own before it

UNPACKERS: dict[str, Unpacker] = {
    "gzip": unpack_compressed,
    "bzip2": unpack_compressed,
    "xz": unpack_compressed,
    "zip": unpack_zip,
    "tar": unpack_tar,
    "crawl": unpack_crawl,
    "mail folder": unpack_mail_folder,
}
READERS: dict[str, Reader] = {"json lines": read_jsonl, "table": read_csv, "parquet": read_parquet}


def unpacker_of(source: Source, options: ReadOptions) -> Unpacker | None:
    """For a source that holds other sources."""
    if source.media_type == WORD_DOCUMENT:
        return None
    kind = container_kind(source.content)
    if kind in UNPACKERS:
        return UNPACKERS[kind]
    if is_sitemap(source.content):
        return unpack_sitemap
    if has_files(source):
        return unpack_letter
    is_from_web = options.web is not None and source.name.startswith(("http://", "https://"))
    return unpack_feed if is_from_web and is_feed(source.content) else None


def reader_of(source: Source, options: ReadOptions) -> Reader:
    if source.media_type == WORD_DOCUMENT:
        return read_word
    kind = container_kind(source.content)
    if kind in READERS:
        return READERS[kind]
    if b"%PDF-" in source.content[:PDF_WITHIN]:
        return read_pdf
    if is_webarchive(source.content):
        return read_webarchive
    head = as_utf8(source.content[:HEAD])
    named = options.columns.values()
    if named and (is_table(head, named) or (are_numbers(named) and has_columns(head, named))):
        return read_csv
    return written_reader(source, head.replace(b"\0", b""))  # so that UTF-16 without a mark looks like ASCII here


def written_reader(source: Source, head: bytes) -> Reader:
    """Of formats that are text."""
    if JSON_DOCUMENT.match(head) or is_json(source):
        return read_json
    if is_feed(head):
        return read_feed
    if is_mail(head) or source.media_type in (MAIL, LETTER):
        return read_mail
    is_page = bool(PAGE.search(head))
    if is_named_markdown(source.name) and not is_page and is_markdown(source.name, head):
        return read_markdown
    starts_with_tag = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
    if (starts_with_tag and (is_page or TAGS.search(head))) or len(TAGS.findall(head)) > 2:
        return read_page
    if articles_of(source.content):
        return read_export
    return plain_reader(source, head)


def plain_reader(source: Source, head: bytes) -> Reader:
    """Of what has no marks of a format, but for how its lines stand."""
    if is_pasted_mail(head):
        return read_pasted_mail
    if is_without_heading(head):
        return refuse_rows
    return read_markdown if is_markdown(source.name, head) else read_text
