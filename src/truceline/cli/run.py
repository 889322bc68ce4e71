"""truceline run"""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli.manual import READING, manual
from truceline.cli.options import conflict_option, ledger_option, model_finder, model_options, reading_options
from truceline.cli.rejects import rejects_to

if TYPE_CHECKING:
    from truceline.understand.two_finders import Way


EXAMPLES = manual(
    ("a folder of reports into a ledger", "truceline run reports/ --ledger war.db"),
    (
        "the same, read with what is known of a war; refused sources are listed",
        "truceline run reports/ --ledger war.db --conflict sudan-2023 --rejects refused.jsonl",
    ),
    codes=READING,
)


@click.command(name="run", epilog=EXAMPLES)
@reading_options
@conflict_option
@model_options
@ledger_option
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str | None,
    rejects: str | None,
    conflict: str | None,
    finder: "Way",
    model_url: str | None,
    model_name: str | None,
    ledger: str,
) -> None:
    """Take sources all the way into a ledger: read, understand, reconcile. A second run adds no doubles."""
    import sys

    from tqdm import tqdm

    from truceline.ledger.ledger import Ledger
    from truceline.pipeline import run

    model = model_finder(finder, model_url, model_name)
    folder = None if "://" in ledger else Path(ledger).parent
    refused = rejects_to(rejects, folder)
    with Ledger(ledger) as open_ledger, tqdm(unit=" reports", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        result = run(
            sources or ("-",),
            open_ledger,
            published=published,
            columns=columns,
            conflict=conflict,
            language=language,
            way=finder,
            model=model,
            on_reject=refused,
            on_report=lambda _report, _new: bar.update(),
        )
    if model is not None:
        click.echo(model.summary(), err=True)
    click.echo(
        f"{result.reports} reports read, {result.new_claims} new claims, "
        f"{result.changed_records} records new or changed, {result.rejected} sources refused"
        + (f" (see {refused.file})" if result.rejected else "")
    )
