"""What is done with one unit: read, gate, understand. Knows of no process and no cluster."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
from truceline.understand.find_claims import find_claims
from truceline.understand.relevance import is_relevant

REMEMBERED = 1_000  # reports whose claims a worker keeps, for reprints of the same text


@dataclass(frozen=True, slots=True)
class Read:
    """A report with what was found in it. ``relevant``: false where it was not parsed for want of words of conflict."""

    report: Report
    claims: tuple[AnyClaim, ...]
    conflict: str | None
    relevant: bool


@dataclass
class Worker:
    """Understands units. Reprints of one text with the same day are understood once."""

    options: BatchOptions
    _known: OrderedDict[str, tuple[AnyClaim, ...]] = field(default_factory=OrderedDict)

    def work(self, units: Sequence[Unit]) -> Iterator[Read | CannotRead]:
        read_options = self.options.read_options()
        for unit in units:
            for found in read_source(unit, read_options) if isinstance(unit, Source) else [unit]:
                yield found if isinstance(found, CannotRead) else self.tried(found)

    def tried(self, found: Report) -> Read | CannotRead:
        """The report understood, or why it broke us."""
        report = with_publication_day(found, self.options.published)
        try:
            with understanding(report):
                return self.understood(report)
        except NotUnderstood as fault:
            return fault

    def understood(self, report: Report) -> Read:
        if not self.options.every_report and not is_relevant(report.text, report.language):
            return Read(report, (), None, False)
        conflict = self.options.conflict or conflict_of(report)
        return Read(report, self._claims(report, conflict), conflict, True)

    def _claims(self, report: Report, conflict: str | None) -> tuple[AnyClaim, ...]:
        """Claims depend on the report's text, days and parts, and not on where it was found."""
        key = content_id(conflict, report.model_copy(update={"url": None}).model_dump_json())
        if key not in self._known:
            self._known[key] = tuple(find_claims(report, conflict=conflict, settings=self.options.settings))
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return self._known[key]


def conflict_of(report: Report) -> str | None:
    found = recognise_conflict(report.text)
    return found.key if found is not None else None
