"""truceline understand"""

import datetime

import click

from truceline.cli.lines import with_progress, write_line
from truceline.cli.options import conflict_option, reading_options
from truceline.cli.rejects import rejects_to


@click.command(name="understand")
@reading_options
@conflict_option
@click.option("--explain", is_flag=True, help="For people: the sentence, its marks and the rule instead of JSON lines.")
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str,
    rejects: str | None,
    conflict: str | None,
    explain: bool,
) -> None:
    """Find the claims in sources (files, folders, JSON lines of 'truceline read') and print one JSON line each."""
    from truceline.read.read_reports import read_reports
    from truceline.settings import Settings
    from truceline.understand.explain import explain_claims
    from truceline.understand.find_claims import claims_of
    from truceline.understand.mark_report import mark_report

    refused = rejects_to(rejects)
    settings = Settings()
    count = 0
    reports = read_reports(
        *(sources or ("-",)), published=published, columns=columns, language=language, rejects=refused
    )
    for report in with_progress(reports, "reports"):
        marked = mark_report(report, settings, conflict)
        claims = claims_of(marked)
        if explain:
            click.echo(explain_claims(marked, claims))
        else:
            for claim in claims:
                write_line(claim)
        count += 1
    refused.check(count)
