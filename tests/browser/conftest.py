"""A real Chromium looks at a real server. Without Chromium the group says so and is skipped."""

import os
import shutil
import socket
import threading
import time
from contextlib import contextmanager

import pytest

from show.war import write_war
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile

CHROMIUM = os.environ.get("TRUCELINE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
TOKEN = "a-token-for-tests"  # noqa: S105


def pytest_collection_modifyitems(items):
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@contextmanager
def serving(ledger):
    """The address of the pages of a ledger."""
    import uvicorn

    from truceline.show.app import create_app
    from truceline.show.security import Doorkeeper

    listener = socket.create_server(("127.0.0.1", 0))
    app = create_app(ledger, Doorkeeper(token=TOKEN), lambda: reconcile(ledger))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def address(ledger):
    with serving(ledger) as served:
        yield served


def is_fault(message):
    """An answer with 409 or 422 is told to the reader on the page; the browser logs it too."""
    return message.type == "error" and "status of 4" not in message.text


@pytest.fixture
def open_desk(chromium, address):
    """Opens a window of its own: another person. Fails on any message in the console."""
    windows = []

    def opened(path="/", *, name="Ada", width=1440, dark=False, token=True, address=address):
        window = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        page = window.new_page()
        page.set_default_timeout(20_000)
        messages = []
        page.on("console", lambda message: messages.append(message.text) if is_fault(message) else None)
        page.on("pageerror", lambda error: messages.append(str(error)))
        windows.append((window, messages))
        if token:
            page.goto(f"{address}/enter?token={TOKEN}")
        page.goto(address + path)
        page.who = name
        return page

    yield opened
    for window, messages in windows:
        window.close()
        assert messages == []
