"""truceline brief"""

import datetime
from pathlib import Path

import click

from truceline.cli.manual import manual
from truceline.cli.options import Day, kept_ledger_option

DAYS = {"day": 1, "week": 7}


EXAMPLES = manual(
    ("where things stand", "truceline brief --ledger war.db"),
    (
        "what the week until a day brought, as a Word document",
        "truceline brief --ledger war.db --period week --until 2024-05-10 --format docx --out week.docx",
    ),
)


@click.command(name="brief", epilog=EXAMPLES)
@kept_ledger_option
@click.option("--period", type=click.Choice(list(DAYS)), help="Only what a day or a week brought.")
@click.option("--until", type=Day(), metavar="DATE", help="Last day of it; the last day of publication when not given.")
@click.option("--conflict", metavar="NAME", help="Of a period: only reports read under this conflict, such as gaza.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html", "docx"]), default="text",
              show_default=True, help="Of the brief of a period.")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write there; docx needs it.")
def command(
    ledger: str, period: str | None, until: datetime.date | None, conflict: str | None, form: str, out: str | None
) -> None:
    """Print where things stand: truces, talks, tolls by claimant, who is said to hold what, contradictions.

    With --period, what is new in it: contradictions, truces and talks, those ahead, fighting and harm, tolls with what
    the claimant said before. Each line has its words, its sources and their addresses.
    """
    from truceline.ledger.ledger import Ledger
    from truceline.show.brief import write_brief
    from truceline.show.brief_files import TEXTS, write_docx
    from truceline.show.period import brief_of

    if period is None and (form != "text" or until or conflict):
        raise click.UsageError("--format, --until and --conflict go with --period day or --period week")
    if form == "docx" and out is None:
        raise click.UsageError("--format docx needs --out FILE")
    with Ledger(ledger, create=False) as open_ledger:
        if period is None:
            text = write_brief(open_ledger)
        else:
            brief = brief_of(open_ledger, days=DAYS[period], until=until, conflict=conflict)
            if form == "docx":
                write_docx(brief, Path(str(out)))
                return
            text = TEXTS[form](brief)
    if out:
        Path(out).write_text(text, encoding="utf-8")
    else:
        click.echo(text)
