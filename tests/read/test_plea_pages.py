"""Pages whose pleas stand in twelve different ways: what must come out stands in pages/expected.yaml."""

from pathlib import Path

import pytest
import yaml

from truceline.read.read_reports import read_reports

PAGES = Path(__file__).parent / "pages"
EXPECTED = yaml.safe_load((PAGES / "expected.yaml").read_text(encoding="utf-8"))


def read(page):
    (report,) = read_reports(PAGES / page)
    return report


@pytest.mark.parametrize("page", EXPECTED)
def test_the_text_is_the_headline_and_the_story(page):
    expected = EXPECTED[page]
    assert read(page).text == "\n\n".join([expected["title"], *expected["story"]])


@pytest.mark.parametrize("page", EXPECTED)
def test_what_was_cut_is_kept_for_audit(page):
    report = read(page)
    kept = " ".join(piece.text for piece in report.left_out)
    amid = [plea for plea in EXPECTED[page]["without"] if len(plea.split()) > 8]
    assert [plea for plea in amid if plea not in kept] == []
    assert all(piece.start == piece.end <= len(report.text) for piece in report.left_out)


@pytest.mark.parametrize("page", EXPECTED)
def test_what_the_page_states_of_itself(page):
    stated = {name: EXPECTED[page][name] for name in ("publisher", "author", "dateline") if name in EXPECTED[page]}
    report = read(page)
    assert {name: getattr(report, name) for name in stated} == stated
    assert str(report.published) == str(EXPECTED[page]["published"])
    assert report.published_basis == ("metadata" if report.published else None)


def test_every_page_has_its_entry():
    assert {page.name for page in PAGES.glob("*.html")} == set(EXPECTED)
