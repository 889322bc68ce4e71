"""axe-core finds no serious fault. The script comes from the package axe-playwright-python."""

from importlib.resources import files

import pytest

from show.war import FIRST, first_claims

TOLL = first_claims()[1]
PAGES = (
    "/c/sudan-2023", "/c/sudan-2023/timeline", "/c/sudan-2023/tolls", "/c/sudan-2023/talks", "/c/sudan-2023/map",
    "/c/sudan-2023/truces", "/c/sudan-2023/explore", "/c/sudan-2023/contradictions", "/c/sudan-2023/since/2024-05-04",
    f"/claims/{TOLL.id}", f"/reports/{FIRST.id}", f"/review/{TOLL.id}", "/search?q=truce", "/keys", "/reports",
)  # fmt: skip


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1600])
def test_axe_finds_nothing(open_desk, chromium, ledger, width, dark):
    pytest.importorskip("axe_playwright_python")
    script = (files("axe_playwright_python") / "axe.min.js").read_text()
    page = open_desk(width=width, dark=dark)
    base = page.url.split("/c/")[0]
    found = []
    truce = next(ledger.records("ceasefire_process")).id
    for path in (*PAGES, f"/records/{truce}", f"/records/{truce}/regroup"):
        page.goto(base + path)
        page.evaluate(script)
        run = "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
        for fault in page.evaluate(run)["violations"]:
            found.append((path, fault["id"], fault["impact"], fault["nodes"][0]["html"][:160]))
    assert found == []
