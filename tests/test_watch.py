"""Feeds watched: rounds, faults, a clean stop."""

import threading
import time

import pytest

from read.sources_made import PAGE, TITLE
from truceline.cli.watch import Span
from truceline.errors import FileNotThere
from truceline.ledger.ledger import Ledger
from truceline.read.sources import Source
from truceline.watch import Stopped, Watch

FEED = f"""<rss version="2.0"><channel><title>The Valley Post</title><item><title>{TITLE}</title>
<link>https://v.example/1</link></item><item><title>Next</title><link>https://v.example/2</link></item></channel></rss>"""


class Pages:
    """A web of three pages, with a fault where the test wants one."""

    def __init__(self, faults=()):
        self.faults, self.opened = list(faults), 0

    def open(self, address):
        self.opened += 1
        if self.faults and self.faults.pop(0):
            raise FileNotThere(address, "the host does not answer")
        content = FEED.encode() if address.endswith("feed") else PAGE
        return Source(address, content.replace(b"Twelve", b"Nine") if address.endswith("2") else content)


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "war.db") as opened:
        yield opened


def watch(ledger, pages, rounds):
    """So many rounds, then stopped."""
    told = []
    watched = Watch(["https://v.example/feed"], ledger, every=0.01, web=pages)

    def on_round(reports, new):
        told.append((reports, new))
        if len(told) == rounds:
            watched.stopped.set()

    watched.run(on_round=on_round)
    return told


def test_a_second_round_adds_nothing(ledger):
    first, second = watch(ledger, Pages(), 2)
    assert first[0] == second[0] == 2
    assert first[1] > 0 and second[1] == 0


def test_a_text_that_is_known_is_not_understood_again(ledger, monkeypatch):
    watch(ledger, Pages(), 1)
    monkeypatch.setattr("truceline.pipeline.mark_report", lambda *args, **kwargs: pytest.fail("understood again"))
    assert watch(ledger, Pages(), 1) == [(2, 0)]


def test_a_feed_that_fails_is_asked_again(ledger):
    first, second = watch(ledger, Pages([True]), 2)
    assert first == (0, 0) and second[0] == 2


def test_a_page_that_fails_is_asked_again(ledger):
    first, second = watch(ledger, Pages([False, True]), 2)
    assert first[0] == 1 and second[0] == 2 and second[1] > 0


def test_a_malformed_feed_is_no_end(ledger):
    pages = Pages()
    pages.open = lambda address: Source(address, b"<rss><channel><item")
    assert watch(ledger, pages, 2) == [(0, 0), (0, 0)]


def test_a_watch_stops_in_the_middle_of_a_round(ledger):
    watched = Watch(["https://v.example/feed"], ledger, every=60, web=Pages())
    ended = threading.Thread(target=watched.run, kwargs={"on_report": lambda report, new: watched.stopped.set()})
    ended.start()
    ended.join(timeout=60)
    assert not ended.is_alive()
    assert len(list(ledger.reports())) == 1


def test_a_watch_stops_among_known_texts_and_refused_pages(ledger):
    watch(ledger, Pages(), 1)
    for faults in ([], [False, True]):
        watched = Watch(["https://v.example/feed"], ledger, every=60, web=Pages(faults))
        watched.stopped.set()
        assert watched.round(lambda _: None, lambda _report, _new: None) == (0, 0)
        assert watched.web.opened == 2  # the feed and its first page


def test_a_watch_stops_while_it_waits_for_its_turn_at_a_host(ledger):
    watched = Watch(["https://v.example/feed"], ledger, every=60)
    threading.Timer(0.2, watched.stopped.set).start()
    started = time.monotonic()
    with pytest.raises(Stopped):
        watched._pause(30)
    assert time.monotonic() - started < 5


def test_what_was_read_before_a_stop_is_joined(ledger):
    watched = Watch(["https://v.example/feed"], ledger, every=60, web=Pages())
    watched.run(on_report=lambda report, new: watched.stopped.set())
    assert list(ledger.records())


def test_lengths_of_time_are_read():
    assert [Span().convert(text, None, None) for text in ("90s", "15m", "2h")] == [90, 900, 7200]
