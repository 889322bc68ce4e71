"""Archives, compressed files, crawls: what they hold, and what is refused."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from read.sources_made import PAGE, STORY, TITLE, found_in, reports_in, words
from truceline.errors import NotText, TooLarge
from truceline.read.read_reports import read_reports
from truceline.settings import Settings


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def tarred(**members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("_", "."))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def test_a_zip_archive_is_read_member_by_member():
    found = found_in(zipped(a_html=PAGE, sub__b_txt=STORY.encode(), sub__empty_txt=b""), "pages.zip")
    assert list(words(found[:2])) == [STORY, STORY]
    assert found[2].source == "pages.zip/sub/empty.txt"


@pytest.mark.parametrize("compress", [lambda content: content, gzip.compress, bz2.compress, lzma.compress])
def test_a_tape_archive_is_read_packed_or_plain(compress):
    content = compress(tarred(a_html=PAGE, b_txt=STORY.encode()))
    assert list(words(reports_in(content, "pages.tar.gz"))) == [STORY, STORY]


def test_archives_within_archives_are_read_to_a_depth():
    content = tarred(a_txt=STORY.encode())
    for depth in range(4):
        content = gzip.compress(content) if depth % 2 else zipped(inner=content)
    assert len(reports_in(content)) == 1
    (refused,) = found_in(gzip.compress(gzip.compress(content)))
    assert isinstance(refused, TooLarge) and "within one another" in str(refused)


def test_a_compressed_page_is_that_page(tmp_path):
    file = tmp_path / "a.html.gz"
    file.write_bytes(gzip.compress(PAGE))
    (report,) = read_reports(file)
    assert report.title == TITLE


def test_a_bomb_is_refused_without_being_unpacked():
    bomb = gzip.compress(gzip.compress(b"\0" * 400_000_000, 1), 1)
    for found in (found_in(bomb), found_in(gzip.compress(tarred(a_txt=STORY.encode()) + b"\0" * 300_000_000, 1))):
        assert all(isinstance(error, TooLarge) for error in found[-1:] if not hasattr(error, "text"))


def test_a_member_larger_than_allowed_is_refused_and_the_next_one_read():
    content = zipped(a_txt=b"word " * 100_000, b_txt=STORY.encode())
    found = list(_with(content, Settings(largest_source=100_000)))
    assert isinstance(found[0], TooLarge) and found[1].text == STORY


def _with(content, settings):
    from truceline.read.read_options import ReadOptions
    from truceline.read.read_reports import read_source
    from truceline.read.sources import Source

    return read_source(Source("any", content), ReadOptions("en", settings))


DAMAGED = {
    "zip": zipped(a_txt=b"x" * 99)[:-30],
    "gzip": gzip.compress(PAGE)[:-20],
    "nonsense": b"\x1f\x8b\x08nonsense",
    "tar": gzip.compress(tarred(a_txt=b"y" * 5000))[:-40],
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_archive_is_refused(content):
    found = found_in(content, "broken")
    assert found and isinstance(found[-1], NotText)


def test_a_member_that_was_damaged_is_refused_and_the_next_one_read():
    content = bytearray(zipped(a_txt=STORY.encode(), b_txt=STORY.encode()))
    content[50] ^= 0xFF
    found = found_in(bytes(content), "x.zip")
    assert isinstance(found[0], NotText) and found[1].text == STORY


def test_members_that_climb_out_of_the_archive_are_only_names(tmp_path):
    (report,) = reports_in(named_zip("../../evil.txt"), "x.zip")
    assert report.text == STORY
    assert not list(tmp_path.parent.glob("evil.txt"))


def named_zip(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, STORY)
    return out.getvalue()


def test_a_tape_archive_of_this_very_folder_is_read(tmp_path):
    """``tar -cf a.tar ./corpus``: each name begins with a dot."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(STORY)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.add(tmp_path / "corpus", "./corpus")
    (report,) = reports_in(out.getvalue(), "a.tar")
    assert report.text == STORY


@pytest.mark.parametrize("content", [named_zip(".hidden/a.txt"), zipped(), tarred(_hidden=STORY.encode())])
def test_an_archive_without_files_is_refused(content):
    (refused,) = found_in(content)
    assert str(refused) == "any: this archive holds no files"


def test_a_word_document_within_an_archive_is_read():
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(STORY)
    document.save(out)
    for packed in (zipped(a_docx=out.getvalue()), gzip.compress(tarred(a_docx=out.getvalue()))):
        assert [report.text for report in reports_in(packed)] == [STORY]


def test_a_spreadsheet_is_refused_by_its_name():
    (refused,) = found_in(zipped(xl__workbook_xml=b"<x/>"), "a.xlsx")
    assert "spreadsheet" in str(refused)


def record(kind, address, head, body):
    http = head.encode() + b"\r\n\r\n" + body
    warc = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-12T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http;msgtype={kind}\r\nContent-Length: {len(http)}\r\n\r\n")  # fmt: skip
    return warc.encode() + http + b"\r\n\r\n"


HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8"
CRAWL = [
    record("request", "https://v.example/1", "GET /1 HTTP/1.1\r\nHost: v.example", b""),
    record("response", "https://v.example/1", HTML, PAGE),
    record("response", "https://v.example/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG"),
    record("response", "https://v.example/404", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE),
    record("response", "https://v.example/2", HTML + "\r\nContent-Encoding: gzip", gzip.compress(PAGE)),
]


@pytest.mark.parametrize("content", [b"".join(CRAWL), b"".join(map(gzip.compress, CRAWL))])
def test_a_crawl_gives_its_pages_with_their_addresses(content):
    reports = reports_in(content, "crawl.warc")
    assert [report.url for report in reports] == ["https://v.example/1", "https://v.example/2"]
    assert list(words(reports)) == [STORY, STORY]


def test_a_crawl_packed_as_wacz_is_read():
    content = zipped(**{"datapackage_json": b'{"profile": "data-package"}', "indexes__index_cdx": b"x",
                        "archive__data_warc_gz": b"".join(map(gzip.compress, CRAWL))})  # fmt: skip
    assert [report.url for report in reports_in(content, "a.wacz")] == ["https://v.example/1", "https://v.example/2"]


def test_a_crawl_that_breaks_off_is_read_up_to_there():
    whole = b"".join(CRAWL[:2])
    found = found_in(whole + CRAWL[1][:-80], "crawl.warc")
    assert found[0].url == "https://v.example/1"
    assert "breaks off" in str(found[1])
    assert len(found) == 2


@pytest.mark.parametrize("kind", ["TEXT/HTML; charset=utf-8", "", " text/html"])
def test_a_crawled_page_is_read_however_its_kind_is_written(kind):
    head = "HTTP/1.1 200 OK\r\nServer: x" + (f"\r\nContent-Type: {kind}" if kind else "")
    crawl = record("response", "https://v.example/1", head, PAGE) + record(
        "response", "https://v.example/2", head, b"\x89PNG"
    )
    found = found_in(crawl, "crawl.warc")
    assert found[0].url == "https://v.example/1"


def test_a_zip_whose_list_asks_for_an_unknown_version_is_refused():
    whole = bytearray(zipped(a_txt=STORY.encode()))
    whole[whole.rindex(b"PK\x01\x02") + 6] = 255
    (refused,) = found_in(bytes(whole), "broken.zip")
    assert isinstance(refused, NotText)
    assert "version" in refused.reason


def test_what_a_browser_saved_beside_a_page_is_part_of_it(tmp_path):
    members = {
        "day/Truce.html": PAGE,
        "day/Truce_files/frame.html": PAGE,
        "day/Truce_files/style.css": b"body{}",
        "day/other_files/story.html": PAGE,
    }
    for name, content in members.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    from truceline.read.sources import files_of

    wanted = ["day/Truce.html", "day/other_files/story.html"]
    assert sorted(files_of(str(tmp_path))) == [str(tmp_path / name) for name in wanted]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert len(reports_in(out.getvalue(), "a.zip")) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"7z\xbc\xaf\x27\x1c" + bytes(99), "7z archive"),
        (b"Rar!\x1a\x07\x00" + bytes(99), "RAR archive"),
        (b"body { color: red }\np { margin: 0 }\n", "not text"),
        (b"<catalogue><thing/></catalogue>", "not text"),
        (b"(function(){var a=1;})();\nwindow.ads.push('x');\n", "not text"),
    ],
)
def test_what_is_no_report_is_refused_by_its_kind(content, reason):
    (refused,) = found_in(content)
    assert reason in str(refused)
