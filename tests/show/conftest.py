import pytest
from fastapi.testclient import TestClient

from show.war import write_war
from truceline.ledger.ledger import Ledger
from truceline.pipeline import reconcile
from truceline.show.app import create_app
from truceline.show.security import Doorkeeper

TOKEN = "a-token-for-tests"  # noqa: S105


@pytest.fixture
def ledger(tmp_path):
    with Ledger(write_war(tmp_path / "war.db")) as opened:
        yield opened


@pytest.fixture
def pages(ledger):
    """Reads, and may not write."""
    app = create_app(ledger, Doorkeeper(token=TOKEN), lambda: reconcile(ledger))
    with TestClient(app, base_url="http://localhost") as client:
        yield client


@pytest.fixture
def desk(pages):
    """The same pages for somebody who came in with the token."""
    assert pages.get(f"/enter?token={TOKEN}").status_code == 200
    return pages
