"""Where things stand, as one page for a terminal. Every line names who says so and in which words."""

from collections import Counter
from collections.abc import Iterator
from textwrap import fill
from typing import TypeVar

from truceline.ledger.ledger import Ledger
from truceline.model.claims import AnyClaim, Casualties, Position, Territory
from truceline.model.record import AnyRecord, CeasefireProcess, Contradiction, TalksRound, TollSeries
from truceline.show.standing import Standing, standing_of
from truceline.show.wording import counted, day, denied, doubt, figure, held, holding, names, plain, when, where, who

R = TypeVar("R")
WIDTH = 100
QUOTE_MOST = 150  # code points of evidence on one line of a brief; the page has all of it


def write_brief(ledger: Ledger) -> str:
    """The brief as plain text, at most 100 columns wide."""
    standing = standing_of(ledger)
    sections = (head(standing), truces(standing), talks(standing), tolls(standing), territory(standing),
                positions(standing), contradictions(standing))  # fmt: skip
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section)


def head(standing: Standing) -> Iterator[str]:
    days = sorted(report.published for report in standing.reports.values() if report.published)
    span = f", published {day(days[0])} to {day(days[-1])}" if len(set(days)) > 1 else ""
    span = f", published {day(days[0])}" if len(set(days)) == 1 else span
    yield f"{counted(len(standing.reports), 'report')}, {counted(len(standing.claims), 'claim')}{span}"
    undated = sum(report.published is None for report in standing.reports.values())
    if undated:
        yield f"{counted(undated, 'report')} without a day of publication: their weekdays stay unresolved"


def truces(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(CeasefireProcess)
    yield title("Truces", len(found))
    for process in found:
        yield item(f"{process.title}; {names(process.parties)}; {held(process.held_days)}; {sources(process)}")
        for step in process.steps:
            claim = standing.claims[step.claim]
            stage = f"{plain(step.stage)}{denied(claim, step.stage)}"
            yield sub(f"{stage}, {when(step.date)}, {standing.says(claim)}: {words(claim)}")


def talks(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(TalksRound)
    yield title("Talks", len(found))
    for made in found:
        yield item(f"{made.title}; {when(made.date)}; {where(made.place)}; {sources(made)}")
        for step in made.steps:
            claim = standing.claims[step.claim]
            form = "" if step.format == "unknown" else f" ({step.format.replace('_', ' ')})"
            status = f"{plain(step.status)}{denied(claim, step.status)}"
            yield sub(f"{status}{form}, {when(step.date)}, {standing.says(claim)}: {words(claim)}")


def tolls(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(TollSeries)
    yield title("Tolls, as each claimant counts them (never added up)", len(found))
    for series in found:
        yield item(f"{series.title}; {sources(series)}")
        for point in series.points:
            claim = standing.claims[point.claim]
            assert isinstance(claim, Casualties)  # noqa: S101 - points of a toll series are casualties
            flag = " (revised downwards)" if point.flag == "revision" else ""
            yield sub(f"{standing.says(claim)} {figure(claim)}{flag}, {as_of(claim, standing)}: {words(claim)}")


def as_of(claim: Casualties, standing: Standing) -> str:
    if claim.as_of is not None:
        return when(claim.as_of)
    published = standing.reports[claim.report].published
    return f"in a report of {day(published)}" if published else "day not stated"


def territory(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(Territory)
    yield title("Who is said to hold what", len(found))
    for claim in found:
        yield item(f"{standing.says(claim)}: {holding(claim)}{doubt(claim)}: {words(claim)}")


def positions(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(Position)
    yield title("Positions", len(found))
    told = Counter(f"{who(claim.holder)}, {claim.stance}: {words(claim)}" for claim in found)
    for stand, reports in told.items():
        yield item(f"{stand} ({reports} reports)" if reports > 1 else stand)


def contradictions(standing: Standing) -> Iterator[str]:
    found = standing.of_kind(Contradiction)
    yield title("Cannot both hold", len(found))
    for made in found:
        yield item(made.why)
        for member in made.members:
            claim = standing.claims[member]
            yield sub(f"{standing.says(claim)}: {words(claim)}")


def title(name: str, number: int) -> str:
    return f"{name.upper()} ({number})" if number else f"{name.upper()}: none in these reports"


def item(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")


def sub(text: str) -> str:
    return fill(text, WIDTH, initial_indent="    - ", subsequent_indent="      ")


def words(claim: AnyClaim) -> str:
    exact = " ".join(claim.evidence.exact.split())
    return f"“{exact}”" if len(exact) <= QUOTE_MOST else f"“{exact[:QUOTE_MOST].rsplit(' ', 1)[0]} …”"


def sources(record: AnyRecord) -> str:
    return counted(record.independent_sources, "independent source")
