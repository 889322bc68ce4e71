"""Which format a source has: its content says so, its name does not."""

import re
from collections.abc import Callable, Iterator

from truceline.errors import CannotRead
from truceline.model.report import Report
from truceline.read.formats.jsonl import read_jsonl
from truceline.read.formats.page import read_page
from truceline.read.formats.text import read_text
from truceline.read.sources import Source
from truceline.settings import Settings

Reader = Callable[[Source, str, Settings], Iterator[Report | CannotRead]]

HEAD = 20_000  # bytes that tell the format
PAGE = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<meta\s|<title[\s>]", re.IGNORECASE
)
TAGS = re.compile(rb"<(?:p|div|h1|h2|span|section|main)(?:\s[^<>]*)?>", re.IGNORECASE)
JSON_LINE = re.compile(rb'\s*\{\s*"')


def reader_of(source: Source) -> Reader:
    head = source.content[:HEAD].replace(b"\0", b"")  # so that UTF-16 looks like ASCII here
    if JSON_LINE.match(head.removeprefix(b"\xef\xbb\xbf")):
        return read_jsonl
    starts_with_tag = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
    if (starts_with_tag and (PAGE.search(head) or TAGS.search(head))) or len(TAGS.findall(head)) > 2:
        return read_page
    return read_text
