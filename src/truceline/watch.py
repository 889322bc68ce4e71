"""Feeds that are asked again and again, into a ledger: what is new is read, what fails is asked next time."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from truceline.errors import CannotRead, LedgerBusy, NothingRead
from truceline.ledger.ledger import Ledger
from truceline.model.report import Report
from truceline.pipeline import OnReport, run
from truceline.read.web.web import Web
from truceline.settings import Settings

OnRound = Callable[[int, int], object]


@dataclass
class Watch:
    """``stopped`` ends the watch after the report that is being read. ``web`` keeps its manners over all rounds."""

    feeds: Sequence[str]
    ledger: Ledger
    every: float  # seconds between the beginnings of two rounds
    settings: Settings = field(default_factory=Settings)
    conflict: str | None = None
    language: str | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    web: Web | None = None

    def run(
        self,
        on_reject: Callable[[CannotRead], None] = lambda _: None,
        on_report: OnReport = lambda _report, _new: None,
        on_round: OnRound = lambda _reports, _new: None,
    ) -> None:
        """Until ``stopped`` is set. A round in which nothing could be read, or the ledger was busy, is no end."""
        while not self.stopped.is_set():
            started = time.monotonic()
            on_round(*self.round(on_reject, on_report))
            self.stopped.wait(max(0.0, self.every - (time.monotonic() - started)))

    def round(self, on_reject: Callable[[CannotRead], None], on_report: OnReport) -> tuple[int, int]:
        """Reports read and claims new. Pages that did not change come out of the cache and add nothing."""
        try:
            result = run(
                self.feeds,
                self.ledger,
                conflict=self.conflict,
                language=self.language,
                on_reject=on_reject,
                on_report=self._unless_stopped(on_report),
                settings=self.settings,
                web=self.web or Web(self.settings),
                only_new=True,
            )
        except (NothingRead, LedgerBusy, Stopped):
            return 0, 0
        return result.reports, result.new_claims

    def _unless_stopped(self, on_report: OnReport) -> OnReport:
        def checked(report: Report, new: int) -> None:
            on_report(report, new)
            if self.stopped.is_set():
                raise Stopped

        return checked


class Stopped(Exception):
    """The watch was told to stop in the middle of a round; what was read is kept."""
