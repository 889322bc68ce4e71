"""What an analyst does all day, in a real browser, by keyboard where the pages promise it."""

import pytest

from show.war import FIRST, first_claims

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

WIDE_PAGES = (
    "/c/sudan-2023", "/c/sudan-2023/tolls", "/c/sudan-2023/talks", "/c/sudan-2023/map", "/review",
    f"/reports/{FIRST.id}", "/search?q=truce", "/keys",
)  # fmt: skip
TOLL, GROUND = first_claims()[1], first_claims()[5]


def give_name(page):
    if page.locator("#name").count():
        page.fill("#name", page.who)
        page.locator("#name").blur()


def test_from_the_overview_to_the_words_in_three_clicks(open_desk):
    page = open_desk(token=False)
    expect(page.locator("h1")).to_have_text("Sudan")
    page.locator("[aria-label=Truces] svg a").first.click()
    page.locator(".sides .quote a").first.click()
    expect(page.locator("#main mark").first).to_be_visible()
    page.get_by_role("link", name="Fighting").first.click()
    expect(page.locator(".story mark").nth(3)).to_be_visible()


def test_a_filter_is_an_address_that_can_be_mailed(open_desk):
    page = open_desk("/c/sudan-2023/timeline", token=False)
    page.get_by_role("link", name="ceasefire", exact=True).click()
    page.wait_for_url("**kind=ceasefire**")
    expect(page.locator(".list .line")).to_have_count(2)


def test_days_are_chosen_by_dragging_over_a_figure_and_by_keys(open_desk):
    page = open_desk("/c/sudan-2023/timeline?kind=event&from=2024-05-01&to=2024-05-10", token=False)
    box = page.locator(".on-large svg.lanes").bounding_box()
    start, day = box["x"] + box["width"] * 130 / 1160, box["width"] * 101 / 1160
    page.mouse.move(start + 1.5 * day, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(start + 4.5 * day, box["y"] + 12, steps=4)
    page.mouse.up()
    page.wait_for_url("**from=2024-05-02&to=2024-05-05&kind=event")
    page.keyboard.press("-")
    page.wait_for_url("**from=2024-04-30&to=2024-05-07&kind=event")


def test_two_keystrokes_correct_a_field_and_the_toll_follows(open_desk, ledger):
    page = open_desk(f"/review/{TOLL.id}")
    give_name(page)
    page.keyboard.press("4")
    assert page.evaluate("document.activeElement.name") == "field-harm"
    page.keyboard.press("2")
    page.keyboard.press("a")
    page.locator("#said b", has_text="Corrected").wait_for()
    assert next(ledger.judgements()).changes == {"harm": "injured"}
    page.goto(page.url.split("/review")[0] + "/c/sudan-2023/tolls")
    expect(page.locator("#main")).to_contain_text("injured")


def test_undo_and_redo_by_key(open_desk, ledger):
    page = open_desk(f"/review/{GROUND.id}")
    give_name(page)
    page.keyboard.press("x")
    page.locator("#said b", has_text="Rejected").wait_for()
    page.keyboard.press("z")
    page.locator("#said b", has_text="Taken back").wait_for()
    page.keyboard.press("Shift+Z")
    page.locator("#said b", has_text="Done again").wait_for()
    assert [judgement.verdict for judgement in ledger.judgements()] == ["reject", "withdraw", "withdraw"]


def test_the_whole_queue_without_a_mouse(open_desk, ledger):
    page = open_desk("/review?kind=talks")
    give_name(page)
    page.keyboard.press("a")
    page.locator("#said b", has_text="Accepted").wait_for()
    page.keyboard.press("a")
    page.get_by_role("heading", name="Nothing waits here").wait_for()
    assert [judgement.verdict for judgement in ledger.judgements()] == ["accept", "accept"]


def test_keys_do_not_fire_while_typing(open_desk, ledger):
    page = open_desk(f"/review/{TOLL.id}")
    give_name(page)
    page.fill("#note", "")
    page.locator("#note").type("axza")
    assert page.locator("#note").input_value() == "axza"
    assert list(ledger.judgements()) == []


def test_a_missed_claim_is_added_by_selecting_its_words(open_desk, ledger):
    page = open_desk(f"/reports/{FIRST.id}")
    words = "met the army in Jeddah"
    page.evaluate(
        """words => {
          const story = document.getElementById('story');
          const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
          const nodes = []; let text = '';
          while (walker.nextNode()) { nodes.push([walker.currentNode, text.length]); text += walker.currentNode.data; }
          const at = offset => nodes.filter(([, start]) => start <= offset).pop();
          const [first, a] = at(text.indexOf(words)); const [last, b] = at(text.indexOf(words) + words.length - 1);
          getSelection().setBaseAndExtent(first, text.indexOf(words) - a, last, text.indexOf(words) + words.length - b);
        }""",
        words,
    )
    page.locator("#selected", has_text="met the army").wait_for()
    page.keyboard.press("n")
    page.select_option("#add-kind", "talks")
    page.fill("#add [name=name]", "Ada")
    page.get_by_role("button", name="Add this claim").click()
    page.get_by_text("Added.").wait_for()
    assert next(ledger.judgements()).changes["evidence"]["exact"] == words


def test_a_missed_claim_is_added_by_keys_alone(open_desk, ledger):
    page = open_desk(f"/reports/{FIRST.id}")
    page.keyboard.press("n")
    expect(page.locator("#selected")).to_contain_text("The")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#selected")).to_contain_text("14")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.press("3")
    page.wait_for_function("document.activeElement.name === 'name'")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.get_by_text("Added.").wait_for()
    added = next(ledger.judgements()).changes
    assert (added["kind"], added["evidence"]["exact"]) == ("casualties", "14 civilians")


def test_two_reviewers_at_once_lose_no_judgement(open_desk, ledger):
    ada, ben = open_desk(f"/review/{TOLL.id}"), open_desk(f"/review/{TOLL.id}", name="Ben")
    give_name(ada)
    give_name(ben)
    ada.keyboard.press("a")
    ada.locator("#said b", has_text="Accepted").wait_for()
    ben.select_option("#f-harm", "injured")
    ben.locator("#f-harm").blur()
    ben.keyboard.press("a")
    ben.locator("#fault").wait_for()
    expect(ben.locator("#fault")).to_contain_text("Ada")
    assert len(list(ledger.judgements())) == 1
    ben.get_by_role("button", name="Keep both").click()
    ben.locator("#said b").wait_for()
    assert {judgement.by for judgement in ledger.judgements()} == {"Ada", "Ben"}


@pytest.mark.parametrize("width", [360, 700, 1000, 1600])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_overflows_at_any_width(open_desk, width, dark):
    page = open_desk(width=width, dark=dark, token=False)
    base = page.url.split("/c/")[0]
    for path in WIDE_PAGES:
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


def test_the_mailed_file_opens_offline(open_desk, chromium, ledger, tmp_path):
    from truceline.show.report import write_report

    out = tmp_path / "war.html"
    write_report(ledger, out)
    window = chromium.new_context(offline=True, java_script_enabled=False)
    page = window.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(out.as_uri())
    assert page.locator("svg a").count() > 5
    assert [address for address in asked if address.startswith("http")] == []
    window.close()


def test_a_bar_of_the_explorer_leads_to_the_claims_behind_it(open_desk):
    page = open_desk("/c/sudan-2023/explore?of=event")
    bars = page.locator("#explorer .mark-rect path")
    bars.first.wait_for()
    assert bars.count() == 2
    page.select_option("[name=unit]", "month")
    page.wait_for_function("document.querySelectorAll('#explorer .mark-rect path').length === 1")
    bars.first.click()
    page.wait_for_url("**/timeline?from=2024-05-01&to=2024-05-31&kind=event")
    expect(page.locator(".list .line")).to_have_count(2)
