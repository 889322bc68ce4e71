"""Only this machine reads, only the holder of the token writes, and nothing else gets through."""

import pytest


def test_every_answer_carries_the_headers(pages):
    for address in (
        "/",
        "/c/sudan-2023",
        "/nowhere",
        "/static/site.css",
        "/api/claims",
        "/claims/none",
        "/enter?token=x",
    ):
        headers = pages.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"], address
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


def test_another_host_name_is_not_answered(pages):
    assert pages.get("/", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fsettings.py", "/static//etc/passwd",
     "/reports/..%2f..%2fwar.db", "/places/../../etc/passwd", "/c/..%2f..%2f/map.csv", "/actors/%00"],
)  # fmt: skip
def test_no_path_leads_out_of_the_house(pages, path):
    answer = pages.get(path)
    assert answer.status_code in {404, 422}
    assert "root:" not in answer.text
    assert "import" not in answer.text


def test_the_cookie_that_writes_is_out_of_reach_of_scripts_and_other_sites(pages):
    from show.conftest import TOKEN

    answer = pages.get(f"/enter?token={TOKEN}", follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert pages.get("/enter?token=wrong").status_code == 403


def test_a_fault_of_the_program_shows_no_trace(pages, monkeypatch):
    site = pages.app.state.site
    monkeypatch.setattr(site.catalogue, "conflicts", lambda: 1 / 0)
    answer = pages.get("/")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
