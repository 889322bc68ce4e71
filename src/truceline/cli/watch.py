"""truceline watch"""

import re
import signal
import time

import click

from truceline.cli.manual import manual
from truceline.cli.options import conflict_option, ledger_option
from truceline.cli.rejects import rejects_to

UNITS = {"s": 1, "m": 60, "h": 3600}


class Span(click.ParamType[float]):
    """A length of time: 90s, 15m, 2h."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, float | int):
            return float(value)
        match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh])", str(value))
        if match is None:
            self.fail(f"'{value}' is no length of time; write it as 90s, 15m or 2h", param, ctx)
        return float(match[1]) * UNITS[match[2]]


EXAMPLES = manual(
    (
        "two feeds, twice an hour",
        "truceline watch https://example.org/rss https://example.com/atom --ledger war.db --every 30m",
    ),
)


@click.command(name="watch", epilog=EXAMPLES)
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@conflict_option
@click.option("--language", metavar="CODE", help="Language of the feeds, ISO 639-1.  [default: as each text reads]")
@click.option(
    "--every", type=Span(), default="15m", show_default=True, help="How often the feeds are asked: 90s, 15m, 2h."
)
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Where refused pages are listed.  [default: rejects.jsonl]",
)
@ledger_option
def command(
    feeds: tuple[str, ...], conflict: str | None, language: str | None, every: float, rejects: str | None, ledger: str
) -> None:
    """Ask feeds again and again and keep a ledger current, until Ctrl-C. What fails is asked again next time."""
    from truceline.ledger.ledger import Ledger
    from truceline.watch import Watch

    refused = rejects_to(rejects)
    with Ledger(ledger) as open_ledger:
        watch = Watch(feeds, open_ledger, every, conflict=conflict, language=language)
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, lambda _signal, _frame: watch.stopped.set())
        watch.run(refused, on_round=lambda reports, new: say(f"{reports} reports read, {new} new claims"))
    say("stopped; the ledger is whole")


def say(words: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')} {words}")
