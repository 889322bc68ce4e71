"""truceline report"""

from pathlib import Path

import click

from truceline.cli.options import ledger_option


@click.command(name="report")
@ledger_option
@click.option("--out", required=True, type=click.Path(dir_okay=False), metavar="FILE.html", help="The page to write.")
@click.option("--title", default=None, help="Title of the page.")
def command(ledger: str, out: str, title: str | None) -> None:
    """Write one self-contained HTML page: it opens offline, needs no script, and can be mailed."""
    from truceline.ledger.ledger import Ledger
    from truceline.show.report import write_report

    with Ledger(ledger, create=False) as open_ledger:
        write_report(open_ledger, Path(out), title=title)
    click.echo(out)
