"""truceline report"""

from pathlib import Path

import click

from truceline.cli.manual import manual
from truceline.cli.options import kept_ledger_option

EXAMPLES = manual(
    ("a page to mail", 'truceline report --ledger war.db --out war.html --title "Sudan, May"'),
)


@click.command(name="report", epilog=EXAMPLES)
@kept_ledger_option
@click.option("--out", required=True, type=click.Path(dir_okay=False), metavar="FILE.html", help="The page to write.")
@click.option("--title", default=None, help="Title of the page.")
def command(ledger: str, out: str, title: str | None) -> None:
    """Write one self-contained HTML page: it opens offline, needs no script, and can be mailed."""
    from truceline.ledger.ledger import Ledger
    from truceline.show.report import write_report

    with Ledger(ledger, create=False) as open_ledger:
        write_report(open_ledger, Path(out), title=title)
    click.echo(out)
