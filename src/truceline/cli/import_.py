"""truceline import"""

from pathlib import Path

import click

from truceline.cli.manual import manual
from truceline.cli.options import ledger_option

EXAMPLES = manual(
    ("a ledger of what was exported", "truceline import everything/ --ledger war.db"),
)


@click.command(name="import", epilog=EXAMPLES)
@click.argument("folder", type=click.Path(file_okay=False), metavar="DIR")
@ledger_option
def command(folder: str, ledger: str) -> None:
    """Make a ledger of what 'truceline export jsonl' wrote to DIR.

    Into an empty ledger nothing is lost; into one that is in use, what is there already is not written again.
    """
    from truceline.ledger.import_lines import import_lines
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger) as open_ledger:
        for name, count in import_lines(open_ledger, Path(folder)).items():
            click.echo(f"{count} {name}")
