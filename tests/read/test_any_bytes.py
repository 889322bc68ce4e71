"""Any bytes: Reports or a CannotRead, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.errors import CannotRead
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.read.read_options import ReadOptions
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.settings import Settings

OPTIONS = ReadOptions("en", Settings())
SCRAPS = st.sampled_from(
    ["<html>", "<body>", "<p>", "</p>", "<table><tr><td>", "<div class='caption'>", "</script>", "<h1>",
     "<script type='application/ld+json'>", '{"@type":"NewsArticle","datePublished":', '{"id": "x", "text": "y"}',
     "<time datetime='2020'>", "\n\n", "Read more", "KYIV (Reuters) - ", "Please support us monthly.", "“", '"',
     "The army said twelve people were killed.", "&amp;", "&#xD800;", "&bomb;", "<!ENTITY a 'b'>",
     "<?xml version='1.0'?>", "\0", "\ufeff", "\u2028", "© 2020 "]
)  # fmt: skip


def check(content: bytes) -> None:
    for found in read_source(Source("any", content), OPTIONS):
        assert isinstance(found, Report | CannotRead)
        if isinstance(found, Report):
            assert_sound(found)


def assert_sound(report: Report) -> None:
    text = report.text
    assert report.id == report_id(text)
    for span in (*report.captions, *([report.headline] if report.headline else [])):
        assert text[span.start : span.end] == span.exact
    for piece in report.left_out:
        assert piece.start == piece.end <= len(text) or text[piece.start : piece.end] == piece.text
    assert Report.model_validate_json(report.model_dump_json()) == report


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes(content):
    check(content)


@given(st.lists(st.one_of(SCRAPS, st.text(max_size=20)), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_scraps_of_pages_and_texts(scraps):
    check("".join(scraps).encode("utf-8", "replace"))


@given(st.lists(SCRAPS, max_size=30), st.sampled_from(["utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1"]))
@settings(max_examples=200, deadline=None)
def test_any_encoding(scraps, encoding):
    check("".join(scraps).encode(encoding, "replace"))


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=300, deadline=None)
def test_a_plain_text_stays_as_it_is(text):
    content = ("The army said so. " + text).encode("utf-8", "replace")
    for found in read_source(Source("any", content), OPTIONS):
        if isinstance(found, Report) and b"<" not in content:
            assert found.text == content.decode()
