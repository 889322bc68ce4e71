"""truceline show"""

import click

from truceline.cli.manual import manual
from truceline.cli.options import kept_ledger_option

EXAMPLES = manual(
    ("in the browser", "truceline show --ledger war.db"),
    (
        "for others on the network, without a browser here",
        "truceline show --ledger war.db --host 0.0.0.0 --port 8484 --no-browser",
    ),
)


@click.command(name="show", epilog=EXAMPLES)
@kept_ledger_option
@click.option("--port", default=8484, show_default=True, help="Port on this machine; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; others can then reach it.")
@click.option("--no-browser", is_flag=True, help="Print the address only.")
@click.option("--workers", default=0, help="Processes that answer; 0: one for each core, at most 4.")
def command(ledger: str, port: int, host: str, no_browser: bool, workers: int) -> None:
    """Open the pages where an analyst looks and judges: a local web application, offline, on loopback."""
    try:
        from truceline.show.serving import serve
    except ModuleNotFoundError as error:
        raise click.ClickException(f"the pages need {error.name}: pip install 'truceline[pages]'") from error
    from truceline.ledger.ledger import Ledger
    from truceline.pipeline import reconcile

    with Ledger(ledger, create=False) as open_ledger:
        serve(open_ledger, host=host, port=port, browser=not no_browser, rejoin=reconcile, workers=workers)
