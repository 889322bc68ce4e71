"""truceline marks"""

import datetime
from typing import TYPE_CHECKING

import click

from truceline.cli.lines import with_progress, write_line
from truceline.cli.manual import READING, manual
from truceline.cli.options import conflict_option, reading_options
from truceline.cli.rejects import rejects_to
from truceline.model.mark import MARK_KINDS, MarkKind, PlaceMark

if TYPE_CHECKING:
    from truceline.understand.marked_sentence import MarkedReport

EXAMPLES = manual(
    (
        "the dates and places of one report",
        "truceline marks report.html --published 2024-05-03 --kind date --kind place",
    ),
    codes=READING,
)


@click.command(name="marks", epilog=EXAMPLES)
@reading_options
@conflict_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice(MARK_KINDS), help="Only this kind; may be repeated.")
@click.option("--demonyms", is_flag=True, help="Beside the places, whose: 'Syrian' at Syria, of use demonym.")
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str | None,
    rejects: str | None,
    conflict: str | None,
    kinds: tuple[MarkKind, ...],
    demonyms: bool,
) -> None:
    """Print what the markers saw, one JSON line a mark. Offsets are code points into the report's clean text."""
    from truceline.errors import NotUnderstood
    from truceline.read.read_reports import read_reports
    from truceline.settings import Settings
    from truceline.understand.faults import understanding
    from truceline.understand.mark_report import mark_report
    from truceline.understand.marked_sentence import marks_of_kind

    refused = rejects_to(rejects)
    count = 0
    reports = read_reports(
        *(sources or ("-",)), published=published, columns=columns, language=language, rejects=refused
    )
    for report in with_progress(reports, "reports"):
        try:
            with understanding(report):
                marked = mark_report(report, Settings(), conflict)
        except NotUnderstood as fault:
            refused(fault)
            continue
        for kind in kinds or MARK_KINDS:
            for mark in marks_of_kind(marked, kind):
                write_line(mark)
        for demonym in demonyms_of(marked) if demonyms else ():
            write_line(demonym)
        count += 1
    refused.check(count)


def demonyms_of(marked: "MarkedReport") -> list[PlaceMark]:
    from truceline.understand.markers.demonyms import mark_demonyms
    from truceline.understand.parsed_report import ParsedReport

    return mark_demonyms(ParsedReport(marked.report, marked.doc), marked.places)
