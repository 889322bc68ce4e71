"""truceline read"""

import datetime

import click

from truceline.cli.lines import with_progress, write_line
from truceline.cli.manual import READING, manual
from truceline.cli.options import reading_options
from truceline.cli.rejects import rejects_to

EXAMPLES = manual(
    ("one saved page, with the day it was published", "truceline read report.html --published 2024-05-03"),
    ("a folder of anything, into one file", "truceline read reports/ > reports.jsonl"),
    ("a table whose text stands in the column body", "truceline read export.csv --columns text=body,published=date"),
    codes=READING,
)


@click.command(name="read", epilog=EXAMPLES)
@reading_options
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str | None,
    rejects: str | None,
) -> None:
    """Read sources and print one report as a JSON line each.

    A source is a file, a folder, an archive, a web address, or - for standard input.
    """
    from truceline.read.read_reports import read_reports

    refused = rejects_to(rejects)
    count = 0
    reports = read_reports(
        *(sources or ("-",)), published=published, columns=columns, language=language, rejects=refused
    )
    for report in with_progress(reports, "reports"):
        write_line(report)
        count += 1
    refused.check(count)
