"""Two people judge at once, each at a server of their own, over one ledger in PostgreSQL: ``make test-postgres``."""

import os
import time

import pytest

from browser.conftest import serving
from browser.test_journeys import expect, give_name
from ledger.test_postgres import address as database  # noqa: F401 - a fixture
from ledger.test_postgres import server  # noqa: F401 - a fixture
from show.war import first_claims, write_war
from truceline.ledger.ledger import Ledger

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif("TRUCELINE_POSTGRES" not in os.environ, reason="starts a database server: make test-postgres"),
]
TOLL = first_claims()[1]


@pytest.fixture
def ledger(database):  # noqa: F811 - the fixture
    with Ledger(write_war(database)) as opened:
        yield opened


def test_two_people_at_two_servers_lose_no_judgement(open_desk, ledger, database):  # noqa: F811 - the fixture
    with Ledger(database, create=False) as second, serving(second) as other:
        ada = open_desk(f"/review/{TOLL.id}")
        ben = open_desk(f"/review/{TOLL.id}", name="Ben", address=other)
        give_name(ada)
        give_name(ben)
        ada.keyboard.press("a")
        ben.keyboard.press("x")
        written = settled(ada, ben, ledger)
        assert len(written) == 1
        late = ben if written[0].by == "Ada" else ada
        expect(late.locator("#fault")).to_contain_text(written[0].by)
        late.get_by_role("button", name="Keep both").click()
        late.locator("#said b").wait_for()
        assert {judgement.by for judgement in ledger.judgements()} == {"Ada", "Ben"}
        ada.goto(ada.url.split("/review")[0] + "/review?kind=casualties")
        ben.goto(f"{other}/review?kind=event")
        for step in (1, 2):
            ada.keyboard.press("a")
            ben.keyboard.press("x")
            wait_for(lambda step=step: len(list(ledger.judgements())) == 2 + min(2 * step, 3))
            ben.locator("#said b").wait_for()
            ada.locator("#said b").wait_for()
        for page in (ada, ben):
            page.get_by_text("Nothing waits here").wait_for()
    assert sorted(made.verdict for made in ledger.judgements()) == ["accept"] * 2 + ["reject"] * 3


def wait_for(condition):
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def settled(ada, ben, ledger):
    """Wait until one has gone on and the other was told."""
    for page in (ada, ben):
        page.locator("#fault, #said b").first.wait_for()
    return list(ledger.judgements())
