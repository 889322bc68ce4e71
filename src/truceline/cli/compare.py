"""truceline compare"""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from truceline.cli.manual import manual

if TYPE_CHECKING:
    from truceline.compare.coded import Coded, Convention

TABLES = {"acled": "acled.csv", "ucdp": "ged.csv", "eth_prio": "ceasefires.csv"}


EXAMPLES = manual(
    ("a ledger beside ACLED's download", "truceline compare war.db acled.csv --format acled --out compared/"),
    (
        "an export beside UCDP GED, with a day more between the two",
        "truceline compare ged/ GEDEvent.csv --format ucdp --days 3",
    ),
)


@click.command(name="compare", epilog=EXAMPLES)
@click.argument("ours", type=click.Path(), metavar="OURS")
@click.argument("theirs", type=click.Path(), metavar="THEIRS")
@click.option("--format", "convention", required=True, type=click.Choice(sorted(TABLES)), help="The table's columns.")
@click.option("--days", default=2, show_default=True, help="Days: how far apart two dates of one event may be.")
@click.option("--km", default=25.0, show_default=True, help="Kilometres: how far apart two points of one event may be.")
@click.option("--out", type=click.Path(file_okay=False), metavar="DIR", help="Write comparison.csv there.")
def command(ours: str, theirs: str, convention: str, days: int, km: float, out: str | None) -> None:
    """Lay a human-coded CSV (THEIRS) beside ours: what is in both, only ours, only theirs, and differing figures.

    OURS is a ledger, a CSV of 'truceline export' or the folder it was written to. Rows are matched one to one by
    day, place and actors; "Military Forces of Sudan (2019-)" and "Sudanese Armed Forces" are one actor, and the rows of
    one ceasefire are one row. Beside what only one side has stands what comes nearest, and what keeps the two apart.
    """
    from truceline.compare.coded import read_coded
    from truceline.compare.matching import compare
    from truceline.compare.table import summary, write_comparison

    named = cast("Convention", convention)
    made = compare(our_rows(Path(ours), named), read_coded(Path(theirs), named), days=days, near_km=km)
    for line in summary(made):
        click.echo(line)
    if out:
        click.echo(write_comparison(made, Path(out)))


def our_rows(ours: Path, convention: "Convention") -> "list[Coded]":
    """From an export, or from a ledger by way of one."""
    import tempfile

    from truceline.compare.coded import read_coded
    from truceline.export.formats import export
    from truceline.ledger.ledger import Ledger

    if ours.is_dir():
        return read_coded(ours / TABLES[convention], convention)
    if ours.suffix == ".csv":
        return read_coded(ours, convention)
    with tempfile.TemporaryDirectory() as folder, Ledger(ours, create=False) as ledger:
        list(export(ledger, convention, Path(folder)))
        return read_coded(Path(folder) / TABLES[convention], convention)
