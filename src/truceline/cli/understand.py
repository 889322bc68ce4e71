"""truceline understand"""

import datetime
from typing import TYPE_CHECKING

import click

from truceline.cli.lines import with_progress, write_line
from truceline.cli.manual import READING, manual
from truceline.cli.options import conflict_option, model_finder, model_options, reading_options
from truceline.cli.rejects import rejects_to

if TYPE_CHECKING:
    from truceline.understand.two_finders import Way


EXAMPLES = manual(
    ("the claims of one report", "truceline understand report.html --published 2024-05-03"),
    (
        "read with what is known of a war; for people, with the rule that fired",
        "truceline understand report.html --conflict sudan-2023 --explain",
    ),
    ("after truceline read", "truceline understand reports.jsonl > claims.jsonl"),
    codes=READING,
)


@click.command(name="understand", epilog=EXAMPLES)
@reading_options
@conflict_option
@model_options
@click.option("--explain", is_flag=True, help="For people: the sentence, its marks and the rule instead of JSON lines.")
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str | None,
    rejects: str | None,
    conflict: str | None,
    finder: "Way",
    model_url: str | None,
    model_name: str | None,
    explain: bool,
) -> None:
    """Find the claims in sources (files, folders, JSON lines of 'truceline read') and print one JSON line each."""
    from truceline.errors import NotUnderstood
    from truceline.read.read_reports import read_reports
    from truceline.settings import Settings
    from truceline.understand.explain import explain_claims
    from truceline.understand.faults import understanding
    from truceline.understand.mark_report import mark_report
    from truceline.understand.two_finders import claims_by

    model = model_finder(finder, model_url, model_name)
    refused = rejects_to(rejects)
    settings = Settings()
    count = 0
    reports = read_reports(
        *(sources or ("-",)), published=published, columns=columns, language=language, rejects=refused
    )
    for report in with_progress(reports, "reports"):
        try:
            with understanding(report):
                marked = mark_report(report, settings, conflict)
                claims = claims_by(marked, finder, model)
        except NotUnderstood as fault:
            refused(fault)
            continue
        if explain:
            click.echo(explain_claims(marked, claims))
        else:
            for claim in claims:
                write_line(claim)
        count += 1
    if model is not None:
        click.echo(model.summary(), err=True)
    refused.check(count)
