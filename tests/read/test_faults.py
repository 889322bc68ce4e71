"""Broken and hostile sources: a report or a refusal, within ten seconds, and nothing else.

``TRUCELINE_MUTATIONS=10000`` looks longer.
"""

import gzip
import io
import os
import random
import tarfile
import time
import zipfile
from pathlib import Path

import pytest

import truceline
from read.sources_made import PAGE, STORY, found_in
from truceline.errors import CannotRead, ReaderFault
from truceline.model.report import Report
from truceline.read.read_reports import read_reports

MUTATIONS = int(os.environ.get("TRUCELINE_MUTATIONS", "240"))
PAGES = [path.read_bytes() for path in sorted((Path(truceline.__file__).parent / "demo_corpus").rglob("*.html"))]
LONGEST = 10  # seconds that any source may take
SCRAPS = [
    b"\0", b"<", b">", b"\xff\xfe", b"<div>" * 500, b"</html>", b"&#0;", b"<script>", b"<!--", b"]]>", b'"', b"\r",
    b"<table><tr><td>" * 50, b"<p>" * 2000, b"\xc3", b"<meta charset=utf-7>", b"PK\x03\x04", b"<svg onload=x>",
]  # fmt: skip
ENTITIES = b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 20) for n in range(1, 30))


def zipped(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", content)
        archive.writestr("b.html", content)
    return out.getvalue()


def tarred(content):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.html")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def mailed(content):
    head = b"From: a@v.example\nSubject: Truce\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    return head + b"Content-Transfer-Encoding: 8bit\n\n" + content


def in_feed(content):
    return (
        b"<rss><channel><title>V</title><item><description><![CDATA["
        + content
        + b"]]></description></item></channel></rss>"
    )


def in_rows(content):
    return b'id,text\n1,"' + content.replace(b'"', b'""') + b'"\n'


DRESSES = [bytes, zipped, tarred, gzip.compress, mailed, in_feed, in_rows]


def mutated(content, chance):
    """Bytes flipped, cut, doubled, moved, and scraps put in."""
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice([1, 4, 60, 2000]))
        way = chance.randrange(4)
        if way == 0 and at < len(changed):
            changed[at] = chance.randrange(256)
        elif way == 1:
            del changed[at:end]
        elif way == 2:
            changed[at:at] = changed[at:end]
        else:
            changed[at:at] = chance.choice(SCRAPS)
    return bytes(changed)


def check(content):
    started = time.process_time()
    for found in found_in(content):
        assert isinstance(found, Report | CannotRead)
        assert not isinstance(found, ReaderFault), found.reason
    assert time.process_time() - started < LONGEST


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_mutated_pages_and_what_they_are_packed_in(dress):
    chance = random.Random(dress.__name__)  # noqa: S311 - no secret
    for _ in range(MUTATIONS // len(DRESSES)):
        check(mutated(dress(mutated(chance.choice(PAGES), chance)), chance))


MANY = b" ".join(b"a%d=1" % number for number in range(200_000))
NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
NASTY = {
    "deep nesting": b"<html><body><article>" + b"<div>" * 200_000 + STORY.encode(),
    "deep lists": PAGE.replace(b"<p>", b"<ul><li>" * 3000 + b"<p>"),
    "many attributes": PAGE.replace(b"<p>", b"<p " + b"a=b " * 500_000 + b">"),
    "many attributes of many names": PAGE.replace(b"<p>", b"<p " + MANY + b">"),
    "many attributes without spaces": PAGE.replace(b"<p>", b"<p/" + MANY.replace(b" ", b"/") + b">"),
    "many attributes with marks": PAGE.replace(b"<p>", b"<p " + MANY.replace(b"=1", b"='>'") + b">"),
    "a byline of spaces": b"By" + b" " * 300_000 + b"x\n" + STORY.encode(),
    "an export without fields": b"1 of 2 DOCUMENTS\n" * 3 + STORY.encode(),
    "mail in mail": b"MIME-Version: 1.0\nFrom: a@b.example\n" + NESTED + b"\n\n" + STORY.encode(),
    "an entity bomb": b"<?xml version='1.0'?><!DOCTYPE html [" + ENTITIES + b"]><html><body>&a29;</body></html>",
    "zero bytes": b"\0" * 5_000_000,
    "a page of zero bytes": PAGE + b"\0" * 1_000_000,
    "open brackets": b"[" * 1_000_000,
    "deep JSON": b'{"a":' * 300_000,
    "a line of 15 MB": b"word " * 3_000_000,
    "a page of one word": b"<html><body><p>" + b"a" * 10_000_000,
    "many links": b"<html><body>" + b"<a href='/x'>Related story here</a> " * 100_000,
    "half surrogates": PAGE.replace(b"Truce", b"\xed\xa0\x80Truce"),
    "false declaration": b"<meta charset='no-such-encoding'>" + PAGE,
    "quotes": ("“" * 200_000).encode(),
    "sentences without end": b"Please support us. " * 20_000,
    "pleas without end": b"<html><body><article>" + b"<p>Support our work, become a member today!</p>" * 5000,
}  # fmt: skip


@pytest.mark.parametrize("content", NASTY.values(), ids=NASTY)
def test_nasty_sources(content):
    check(content)


def test_a_line_of_100_mb_is_refused_at_once(tmp_path):
    file = tmp_path / "long.txt"
    with file.open("wb") as out:
        for _ in range(100):
            out.write(b"a" * 1_000_000)
    refused: list[CannotRead] = []
    started = time.process_time()
    assert list(read_reports(file, rejects=refused.append)) == []
    assert len(refused) == 1
    assert time.process_time() - started < LONGEST
