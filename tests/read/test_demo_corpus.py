"""The shipped demo corpus: every page is read whole, says that it is synthetic, and no plea survives."""

from importlib.resources import files
from pathlib import Path

import pytest

from truceline.read.read_reports import read_reports

CORPUS = Path(str(files("truceline") / "demo_corpus"))
PAGES = sorted(CORPUS.rglob("*.html"))


def read(name):
    (report,) = read_reports(CORPUS / name)
    return report


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_a_labelled_report_without_pleas(page):
    (report,) = read_reports(page)
    assert b"synthetic example" in page.read_bytes()[:500]
    assert report.headline
    assert report.publisher
    assert report.left_out
    for word in ("donat", "newsletter", "cookie", "inbox", "Subscribe", "paywall", "Follow us", "Read also"):
        assert word not in report.text.replace('"We are telling donors', "")


def test_there_are_ten_pages_on_two_wars():
    assert [page.parent.name for page in PAGES] == ["karabakh-2020"] * 5 + ["sudan-2023"] * 5


def test_days_of_publication_come_from_metadata_or_stay_unknown():
    days = {page.stem[:2] + page.parent.name[0]: str(next(iter(read_reports(page))).published) for page in PAGES}
    assert days == {
        "01k": "2020-10-10", "02k": "2020-10-18", "03k": "2020-10-24", "04k": "2020-10-26", "05k": "2020-10-27",
        "01s": "2023-04-17", "02s": "None", "03s": "2023-05-21", "04s": "2023-06-01", "05s": "2023-11-02",
    }  # fmt: skip


def test_the_note_on_the_corpus_names_every_page():
    note = (Path(__file__).parents[2] / "docs" / "demo-corpus.md").read_text(encoding="utf-8")
    assert [page for page in PAGES if f"{page.parent.name}/{page.name}" not in note] == []


def test_a_doctor_who_asks_for_support_is_quoted_not_cut():
    assert '"Your support must come now."' in read("sudan-2023/01-khartoum.html").text
