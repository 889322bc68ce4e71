"""What is done with one unit: read, gate, understand. Knows of no process and no cluster."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from truceline.batch.options import BatchOptions
from truceline.batch.units import Unit
from truceline.errors import CannotRead, NotUnderstood
from truceline.knowledge.conflict_files import recognise_conflict
from truceline.model.claims import AnyClaim
from truceline.model.ids import content_id
from truceline.model.report import Report
from truceline.read.publication import with_publication_day
from truceline.read.read_reports import read_source
from truceline.read.sources import Source
from truceline.understand.faults import understanding
from truceline.understand.find_claims import claims_in
from truceline.understand.mark_report import parse_report
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.relevance import is_relevant

F = TypeVar("F", bound=Report | CannotRead)
REMEMBERED = 1_000  # reports whose claims a worker keeps, for reprints of the same text
TOGETHER = 40_000  # code points of text that are parsed before claims are looked for in any of it; a dozen reports


@dataclass(frozen=True, slots=True)
class Read:
    """A report with what was found in it. ``relevant``: false where it was not parsed for want of words of conflict."""

    report: Report
    claims: tuple[AnyClaim, ...]
    conflict: str | None
    relevant: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A parsed report whose claims are still to be looked for, and the key under which they are kept."""

    parsed: ParsedReport
    key: str


@dataclass
class Worker:
    """Understands units. Reprints of one text with the same day are looked through once."""

    options: BatchOptions
    _known: OrderedDict[str, tuple[AnyClaim, ...]] = field(default_factory=OrderedDict)

    def work(self, units: Iterable[Unit]) -> Iterator[Read | CannotRead]:
        """In the order of the units. Some reports are parsed first and then looked through together: parser and finders
        are each larger than a processor's cache, and where they take turns at every report they wait for memory
        (markers and finders compiled: 1,560 sentences a second for 1,380).
        """
        for some in of_size(self._found(units), TOGETHER):
            parsed = [one if isinstance(one, CannotRead) else self._parsed(one) for one in some]
            for one in parsed:
                yield self._understood(one) if isinstance(one, Waiting) else one

    def _found(self, units: Iterable[Unit]) -> Iterator[Report | CannotRead]:
        read_options = self.options.read_options()
        for unit in units:
            yield from read_source(unit, read_options) if isinstance(unit, Source) else [unit]

    def _parsed(self, found: Report) -> Waiting | Read | NotUnderstood:
        """Done at once where the report needs no parse; or why it broke us."""
        report = with_publication_day(found, self.options.published)
        try:
            with understanding(report):
                if not self.options.every_report and not is_relevant(report.text, report.language):
                    return Read(report, (), None, False)
                conflict = self.options.conflict or conflict_of(report)
                key = key_of(report, conflict)
                if (known := self._known.get(key)) is not None:
                    return Read(report, known, conflict, True)
                return Waiting(parse_report(report, self.options.settings, conflict), key)
        except NotUnderstood as fault:
            return fault

    def _understood(self, waiting: Waiting) -> Read | NotUnderstood:
        """The claims of a parsed report, or why it broke us."""
        report, conflict = waiting.parsed.report, waiting.parsed.conflict
        try:
            with understanding(report):
                if waiting.key not in self._known:  # a reprint may have come between
                    self._known[waiting.key] = tuple(claims_in(waiting.parsed))
        except NotUnderstood as fault:
            return fault
        claims = self._known[waiting.key]
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return Read(report, claims, conflict, True)


def key_of(report: Report, conflict: str | None) -> str:
    """Claims depend on the report's text, days and parts, and not on where it was found."""
    return content_id(conflict, report.model_copy(update={"url": None}).model_dump_json())


def of_size(found: Iterable[F], size: int) -> Iterator[list[F]]:
    """Cut into runs whose texts come to so many code points."""
    run: list[F] = []
    length = 0
    for one in found:
        run.append(one)
        length += 0 if isinstance(one, CannotRead) else len(one.text)
        if length >= size:
            yield run
            run, length = [], 0
    if run:
        yield run


def conflict_of(report: Report) -> str | None:
    found = recognise_conflict(report.text)
    return found.key if found is not None else None
