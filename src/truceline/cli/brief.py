"""truceline brief"""

import click

from truceline.cli.options import ledger_option


@click.command(name="brief")
@ledger_option
def command(ledger: str) -> None:
    """Print where things stand: truces, talks, tolls by claimant, who is said to hold what, contradictions."""
    from truceline.ledger.ledger import Ledger
    from truceline.show.brief import write_brief

    with Ledger(ledger, create=False) as open_ledger:
        click.echo(write_brief(open_ledger))
