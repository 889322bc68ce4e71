"""The mailed file: the same figures as the pages, every mark leads to words inside it, printed in light colours."""

import re

from truceline.show.report import static, write_report


def test_the_file_draws_the_network_and_the_map_and_all_marks_lead_inside(ledger, tmp_path):
    write_report(ledger, tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "Sudan and United States: 1 round held" in page
    assert 'aria-label="Map"' in page
    assert "Nyala, exact: 4 claims" in page
    inside = set(re.findall(r'id="([^"]+)"', page))
    figures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    marks = {mark for figure in figures for mark in re.findall(r'<a href="([^"]+)"', figure)}
    assert len(marks) == 10
    assert {mark for mark in marks if not mark.startswith("#") or mark[1:] not in inside} == set()


def test_dark_colours_are_for_screens_only():
    css = static("report.css").decode() + static("site.css").decode()
    assert "@media (prefers-color-scheme: dark)" not in css
