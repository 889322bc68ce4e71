"""Feeds that are asked again and again, into a ledger: what is new is read, what fails is asked next time."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import ParamSpec

from truceline.errors import CannotRead, LedgerBusy, NothingRead
from truceline.ledger.ledger import Ledger
from truceline.pipeline import OnReport, reconcile, run
from truceline.read.web.web import Web
from truceline.settings import Settings

P = ParamSpec("P")
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
                on_reject=self._unless_stopped(on_reject),
                on_report=self._unless_stopped(on_report),
                settings=self.settings,
                web=self.web or Web(self.settings, pause=self._pause),
                only_new=True,
            )
        except LedgerBusy:
            return 0, 0
        except (NothingRead, Stopped):
            self._join()  # what an earlier round, or this one before it was stopped, has read
            return 0, 0
        return result.reports, result.new_claims

    def _unless_stopped(self, told: Callable[P, object]) -> Callable[P, None]:
        def checked(*found: P.args, **named: P.kwargs) -> None:
            told(*found, **named)
            self._pause(0)

        return checked

    def _pause(self, seconds: float) -> None:
        """Between two requests to one host: up to half a minute, in which a signal must be heard."""
        if self.stopped.wait(seconds):
            raise Stopped

    def _join(self) -> None:
        with suppress(LedgerBusy):
            reconcile(self.ledger)


class Stopped(Exception):
    """The watch was told to stop in the middle of a round; what was read is kept."""
