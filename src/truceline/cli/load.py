"""truceline load"""

import sys
from pathlib import Path

import click

from truceline.cli.manual import manual
from truceline.cli.options import ledger_option

EXAMPLES = manual(
    ("what truceline batch left in parts", "truceline load parts --ledger war.db"),
)


@click.command(name="load", epilog=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False))
@ledger_option
def command(folder: str, ledger: str) -> None:
    """Take the outcome of 'truceline batch' into a ledger. A second time adds no doubles."""
    from tqdm import tqdm

    from truceline.batch.load import load_batch
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger) as open_ledger, tqdm(unit=" reports", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        reports, new, changed = load_batch(Path(folder), open_ledger, lambda _new: bar.update())
    click.echo(f"{reports} reports, {new} new claims, {changed} records new or changed")
