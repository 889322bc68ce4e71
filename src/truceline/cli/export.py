"""truceline export"""

from pathlib import Path

import click

from truceline.cli.options import ledger_option
from truceline.export.formats import FORMATS


@click.command(name="export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@ledger_option
@click.option("--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder to write to.")
def command(format_name: str, ledger: str, out: str) -> None:
    """Write the ledger in another format."""
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger, create=False) as open_ledger:
        for file in FORMATS[format_name](open_ledger, Path(out)):
            click.echo(file)
