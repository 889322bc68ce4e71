"""truceline export"""

from pathlib import Path

import click

from truceline.cli.options import ledger_option

NAMES = (
    "acled", "annotations", "csv", "eth_prio", "geojson", "hxl", "jsonl", "parquet", "plover", "prov", "ucdp",
)  # fmt: skip


@click.command(name="export")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(NAMES))
@ledger_option
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
