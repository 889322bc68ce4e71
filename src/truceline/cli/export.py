"""truceline export"""

from pathlib import Path

import click

from truceline.cli.manual import manual
from truceline.cli.options import kept_ledger_option

NAMES = (
    "acled", "annotations", "csv", "eth_prio", "geojson", "hxl", "jsonl", "parquet", "plover", "prov", "ucdp",
)  # fmt: skip


EXAMPLES = manual(
    ("rows with ACLED's columns", "truceline export acled --ledger war.db --out acled/"),
    (
        "UCDP GED rows, with tolls that have a period and a place",
        "truceline export ucdp --ledger war.db --out ged/ --summary-events",
    ),
    ("everything, to take back with truceline import", "truceline export jsonl --ledger war.db --out everything/"),
)


@click.command(name="export", epilog=EXAMPLES)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(NAMES))
@kept_ledger_option
@click.option("--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder to write to.")
@click.option("--acled-zero", is_flag=True, help="acled: write 0 where the number of dead is not known.")
@click.option("--summary-events", is_flag=True, help="ucdp: add tolls with a period and a place as event_clarity 2.")
def command(format_name: str, ledger: str, out: str, acled_zero: bool, summary_events: bool) -> None:
    """Take the ledger away in the field's formats.

    FORMAT is acled, ucdp, eth_prio, plover, hxl, geojson, csv, parquet, jsonl, annotations or prov. Each export comes
    with datapackage.json, codebook.md and unexported.csv: what the format cannot hold, with the reason.
    """
    from truceline.export.formats import export
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger, create=False) as open_ledger:
        for file in export(open_ledger, format_name, Path(out), acled_zero=acled_zero, summary_events=summary_events):
            click.echo(file)
