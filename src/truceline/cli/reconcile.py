"""truceline reconcile"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import ValidationError

from truceline.cli.lines import write_line
from truceline.cli.manual import manual
from truceline.errors import NotText
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.report import Report

EXAMPLES = manual(
    ("claims of a file", "truceline reconcile claims.jsonl --reports reports.jsonl > records.jsonl"),
    (
        "the claims of a ledger, all anew, after its rules or conflict files changed",
        "truceline reconcile --ledger war.db --whole",
    ),
)


@click.command(name="reconcile", epilog=EXAMPLES)
@click.argument("claims", default="-", type=click.Path(allow_dash=True))
@click.option("--reports", type=click.Path(), help="Reports as JSON lines: tells copies and outlets apart.")
@click.option("--ledger", metavar="FILE", help="Join the claims of this ledger instead, and keep the records there.")
@click.option("--whole", is_flag=True, help="With --ledger: join everything anew, not only what new reports touch.")
def command(claims: str, reports: str | None, ledger: str | None, whole: bool) -> None:
    """Join claims (JSON lines of 'truceline understand') to records, one JSON line each."""
    from truceline.reconcile.join_claims import join_claims

    if ledger is not None:
        _reconcile_ledger(ledger, whole)
        return
    known = [Report.model_validate_json(line) for _, line in _lines(reports)] if reports else []
    for record in join_claims(_claims(claims), reports=known):
        write_line(record)


def _reconcile_ledger(address: str, whole: bool) -> None:
    from truceline.ledger.ledger import Ledger
    from truceline.pipeline import reconcile

    with Ledger(address, create=False) as ledger:
        changed = reconcile(ledger, whole=whole)
        with ledger.shelf() as shelf:
            mark = shelf.last_mark()
        touched = f"; joined anew: {mark.touched:,} of {mark.claims:,} claims" if mark else ""
        click.echo(f"{changed} records are new or changed{touched}", err=True)
        for record in ledger.records():
            write_line(record)


def _claims(source: str) -> Iterator[AnyClaim]:
    for number, line in _lines(source):
        try:
            yield claim_adapter.validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            raise NotText(source, f"line {number} is no claim: {first['loc']}: {first['msg']}") from error


def _lines(source: str) -> Iterator[tuple[int, str]]:
    text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
