"""Every page answers, every link leads somewhere, every mark to its words."""

import csv
import datetime
import html
import io
import re

import pytest

from builders import report
from show.war import FIRST, HOSTILE, first_claims
from truceline.model.judgement import Judgement

NOW = datetime.datetime(2024, 5, 9, tzinfo=datetime.UTC)
LINK = re.compile(r'href="([^"#]+)')
FORBIDDEN = re.compile(r"\b(confirmed|verified|truth|terrorist|regime|liberated|so-called|actual)\b", re.IGNORECASE)


STEP = re.compile(r'<a [^>]*rel="nofollow"[^>]*>')


def links_of(page: str, here: str) -> set[str]:
    """Without steps from one window of days to the next, which go on for ever, but for the first ones."""
    page = STEP.sub("", page) if "from=" in here else page
    found = {html.unescape(link) for link in LINK.findall(page)}
    return {
        here.split("?", maxsplit=1)[0] + link if link.startswith("?") else link for link in found if link[0] in "/?"
    }


def test_every_link_of_every_page_leads_somewhere(pages):
    todo, seen = ["/"], {}
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        answer = pages.get(address)
        seen[address] = answer.status_code
        if "text/html" in answer.headers["content-type"]:
            todo += links_of(answer.text, address)
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert len(seen) > 80


def test_the_overview_leads_from_every_mark_to_a_page_of_its_own(pages):
    overview = pages.get("/c/sudan-2023").text
    figures = re.findall(r"<svg viewBox.*?</svg>", overview, re.DOTALL)
    marks = [mark for figure in figures for mark in re.findall(r'<a href="([^"]+)"', figure)]
    assert len(marks) > 10
    assert all(re.match(r"/(claims|records|places|actors|c)/|/reports\?", mark) for mark in marks)
    for figure in (figure for figure in figures if "aria-hidden" not in figure[:80]):
        unlinked = re.sub(r"<a .*?</a>", "", figure, flags=re.DOTALL)
        assert not re.search(r'class="(ink|bar|hollow|hatched|slot)"', unlinked)


def test_a_claim_shows_its_words_who_says_so_and_why(pages):
    toll = first_claims()[1]
    page = pages.get(f"/claims/{toll.id}").text
    assert "evidence starts: </span>14 civilians were killed" in page
    assert '<span class="who">The army</span>' in page
    assert '<span class="cue">said</span>' in page
    assert "worked out" in page
    assert "text matches" in page


def test_a_report_folds_what_was_left_out_and_marks_the_rest(pages):
    page = pages.get(f"/reports/{FIRST.id}").text
    assert "Left out before reading: plea, 35 characters" in page
    assert page.count("Support our work") == 1
    assert "<mark>The RSF took Nyala</mark>" in page


def test_no_text_of_a_report_becomes_markup(pages):
    for address in ("/c/sudan-2023", f"/reports/{FIRST.id}", "/reports", f"/claims/{first_claims()[6].id}",
                    f"/search?q={HOSTILE}", f"/actors/Brigade {HOSTILE}", "/c/sudan-2023/timeline"):  # fmt: skip
        page = pages.get(address)
        assert "<script>alert" not in page.text, address


def test_pages_hold_no_inline_script_no_inline_style_and_no_foreign_address(pages):
    for address in ("/", "/c/sudan-2023", "/c/sudan-2023/tolls", "/c/sudan-2023/map", f"/reports/{FIRST.id}", "/keys"):
        page = pages.get(address).text
        assert not re.search(r"<script(?![^>]*\bsrc=)", page), address
        assert not re.search(r"\sstyle=|\son\w+=", page), address
        assert not re.search(r'(src|href)="(https?:)?//', page), address


def test_templates_take_no_side():
    from pathlib import Path

    import truceline.show

    for template in (Path(truceline.show.__file__).parent / "templates").rglob("*.jinja"):
        assert not FORBIDDEN.search(template.read_text()), template.name


def test_the_window_narrows_what_is_listed(pages):
    everything = pages.get("/api/claims?conflict=sudan-2023").json()["total"]
    late = pages.get("/c/sudan-2023/timeline.json?from=2024-05-05&to=2024-05-31").json()
    assert 0 < len(late) < everything
    assert pages.get("/c/sudan-2023/timeline?from=2024-05-31&to=2024-05-01").status_code == 422
    assert "is no day" in pages.get("/c/sudan-2023?from=yesterday").text


def test_search_finds_words_claims_actors_and_places_and_takes_no_query_language(pages):
    page = pages.get("/search?q=truce").text
    assert "broke the <mark>" in page
    assert "Nyala</a>" in pages.get("/search?q=nya").text
    assert "No report has all these words" in pages.get("/search?q=zebra").text
    for odd in ('"', "*", "NEAR(", "title:x OR", "'; DROP TABLE claims", "AND", "🕊"):
        assert pages.get("/search", params={"q": odd}).status_code == 200, odd


def test_lists_are_files_by_their_suffix(pages):
    table = pages.get("/c/sudan-2023/tolls.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert "14 civilians were killed" in table.text
    features = pages.get("/c/sudan-2023/map.geojson").json()["features"]
    assert [24.8807, 12.0489] in [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    assert pages.get("/c/sudan-2023/tolls.exe").status_code == 404


def test_the_api_is_described_and_gives_the_ledgers_nouns(pages):
    described = pages.get("/api/openapi.json").json()
    assert "/api/claims/{id_}" in described["paths"]
    toll = first_claims()[1]
    assert pages.get(f"/api/claims/{toll.id}").json() == toll.model_dump(mode="json")
    found = pages.get("/api/claims?conflict=sudan-2023&kind=talks&most=1").json()
    assert found["total"] == 2
    assert len(found["claims"]) == 1


def test_an_empty_ledger_says_what_to_do(tmp_path):
    from fastapi.testclient import TestClient

    from truceline.ledger.ledger import Ledger
    from truceline.show.app import create_app
    from truceline.show.security import Doorkeeper

    with Ledger(tmp_path / "new.db") as empty:
        page = TestClient(create_app(empty, Doorkeeper()), base_url="http://localhost").get("/")
    assert "truceline run" in page.text


def test_a_page_that_still_stands_is_not_sent_again(desk, ledger):
    first = desk.get("/c/sudan-2023")
    again = desk.get("/c/sudan-2023", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    ledger.add_judgement(Judgement(id="j", verdict="accept", claims=(first_claims()[1].id,), by="Ada", at=NOW))
    desk.app.state.site.catalogue.fresh(now=True)
    after = desk.get("/c/sudan-2023", headers={"If-None-Match": first.headers["etag"]})
    assert after.status_code == 200
    assert after.headers["etag"] != first.headers["etag"]
    assert "no-store" in desk.get(f"/review/{first_claims()[1].id}").headers["cache-control"]


def test_the_explorer_counts_what_the_lists_hold(pages):
    rows = pages.get("/api/tallies?conflict=sudan-2023&from=2024-05-01&to=2024-05-31").json()["rows"]
    listed = pages.get("/api/claims?conflict=sudan-2023&from=2024-05-01&to=2024-05-31").json()["total"]
    assert sum(row["claims"] for row in rows) == listed > 0
    events = pages.get("/api/tallies?conflict=sudan-2023&kind=event").json()["rows"]
    assert {(row["value"], row["told"], row["claims"]) for row in events} == {("ASSAULT", True, 1)}
    assert pages.get("/api/tallies?conflict=sudan-2023&from=May").status_code == 422
    page = pages.get("/c/sudan-2023/explore?by=value&unit=nonsense").text
    assert '<option value="value" selected>' in page
    assert '<option value="day" selected>' in page


WIDE, SMALL = (
    re.compile(r'<div class="scroll[^>]*>\s*<svg.*?</svg>', re.DOTALL),
    re.compile(r'<div class="on-small">\s*<svg.*?</svg>', re.DOTALL),
)


def marks_in(pattern, page):
    return [set(re.findall(r'<a href="([^"]+)"', figure)) for figure in pattern.findall(page)]


def test_every_figure_is_drawn_anew_for_a_small_screen_with_the_same_marks(pages):
    for name in ("tolls", "truces", "talks", "map"):
        page = pages.get(f"/c/sudan-2023/{name}").text
        assert marks_in(SMALL, page) == marks_in(WIDE, page) != [], name
    for address in ("/c/sudan-2023", "/c/sudan-2023/timeline"):
        page = pages.get(address).text
        small, wide = marks_in(SMALL, page), marks_in(WIDE, page)
        assert len(small) == len(wide) > 1
        assert all(few <= many for few, many in zip(small, wide, strict=True))


def test_tolls_can_be_narrowed_to_one_harm(pages):
    page = pages.get("/c/sudan-2023/tolls?value=killed").text
    assert 'class="chip on" href="/c/sudan-2023/tolls?value=killed"' in page
    assert marks_in(WIDE, page) == marks_in(WIDE, pages.get("/c/sudan-2023/tolls").text) != []
    assert marks_in(WIDE, pages.get("/c/sudan-2023/tolls?value=displaced").text) == []


LISTS = ("/c/sudan-2023/timeline", "/c/sudan-2023/contradictions", "/c/sudan-2023/since/2024-05-05", "/reports",
         f"/reports/{FIRST.id}", "/actors/Rapid Support Forces", "/places/Nyala", "/search", "/review")  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_every_list_is_a_file_with_a_suffix(pages, address):
    query = "?q=truce" if address == "/search" else ""
    rows = pages.get(f"{address}.json{query}").json()
    table = list(csv.DictReader(io.StringIO(pages.get(f"{address}.csv{query}").text)))
    features = pages.get(f"{address}.geojson{query}").json()["features"]
    assert rows
    if "contradictions" not in address:
        assert len(rows) == len(table) == len(features)
    assert f'href="{address.replace(" ", "%20")}.csv' in pages.get(f"{address}{query}").text or address == "/review"


def test_a_file_keeps_the_filters_of_its_list(pages):
    page = pages.get("/c/sudan-2023/timeline?kind=ceasefire&from=2024-05-01&to=2024-05-31").text
    link = html.unescape(re.search(r'href="([^"]+timeline\.csv[^"]*)"', page).group(1))
    assert len(list(csv.DictReader(io.StringIO(pages.get(link).text)))) == 2
    reports = pages.get("/reports?conflict=sudan-2023&from=2024-05-04&to=2024-05-31").text
    assert "Toll rises" in reports
    assert "in Nyala" not in reports
    assert len(pages.get("/reports.json?publisher=The Wire").json()) == 1
    assert pages.get("/places/Atlantis.csv").status_code == 404


def test_filters_are_dropped_one_by_one_and_days_are_changed_by_steps(pages):
    page = pages.get("/c/sudan-2023/timeline?kind=event&place=Nyala&from=2024-05-01&to=2024-05-20").text
    links = {html.unescape(link) for link in LINK.findall(page)}
    assert "/c/sudan-2023/timeline?from=2024-05-01&to=2024-05-20&kind=event" in links
    assert "/c/sudan-2023/timeline?from=2024-05-01&to=2024-05-20&place=Nyala" in links
    assert "/c/sudan-2023/timeline?from=2024-05-06&to=2024-05-15&kind=event&place=Nyala" in links
    assert "/c/sudan-2023/timeline?from=2024-04-21&to=2024-05-30&kind=event&place=Nyala" in links


def test_the_start_shows_each_conflict_with_its_last_days(ledger, pages):
    ledger.add_reading(report("Nothing happened.", published=None), [], conflict="another-war")
    page = pages.get("/").text
    assert "The last 60 days: talks told of on 1 day, truces on 2 days, fighting on 2 days" in page
    assert page.count('class="bar" d=') == 2
    assert "no day of publication known" in page


def test_the_page_of_data_lists_what_openapi_describes(pages):
    page = html.unescape(pages.get("/api").text)
    described = pages.get("/api/openapi.json").json()["paths"]
    assert {"/api/claims", "/c/{conflict}/{page}.{suffix}", "/actors/{name}.{suffix}"} <= set(described)
    assert all(f"<code>{path}</code>" in page for path in described)
    assert all(set(ways) == {"get"} for ways in described.values())
