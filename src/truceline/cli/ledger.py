"""truceline ledger check, backup, judgements, coders"""

import sys
from pathlib import Path

import click

from truceline.cli.manual import CALLED_WRONGLY, DONE, manual
from truceline.cli.options import kept_ledger_option


@click.group(name="ledger")
def command() -> None:
    """Look after a ledger: check it, copy it, see what became of judgements and how far coders agree."""


EXAMPLES = manual(
    ("before a copy goes out", "truceline ledger check --ledger war.db"),
    codes=(DONE, "1    something in the ledger is wrong; each fault is one line", CALLED_WRONGLY),
)


@command.command(name="check", epilog=EXAMPLES)
@kept_ledger_option
def check_command(ledger: str) -> None:
    """Verify evidence, references and digests."""
    from truceline.ledger.check import check
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger, create=False) as open_ledger:
        faults = 0
        for fault in check(open_ledger):
            faults += 1
            click.echo(fault)
        click.echo(f"{faults} faults" if faults else "all is well", err=True)
    sys.exit(1 if faults else 0)


BACKUP_EXAMPLES = manual(
    ("while others write to it", "truceline ledger backup copy.db --ledger war.db"),
)


@command.command(name="backup", epilog=BACKUP_EXAMPLES)
@kept_ledger_option
@click.argument("to", type=click.Path(dir_okay=False))
def backup_command(ledger: str, to: str) -> None:
    """Copy a ledger file, whole even while somebody writes to it."""
    from truceline.ledger.backup import back_up
    from truceline.ledger.ledger import Ledger

    with Ledger(ledger, create=False) as open_ledger:
        back_up(open_ledger, Path(to))
    click.echo(f"copied to {to}", err=True)


JUDGEMENTS_EXAMPLES = manual(
    ("to look at them again", "truceline ledger judgements --ledger war.db > lost.jsonl"),
)


@command.command(name="judgements", epilog=JUDGEMENTS_EXAMPLES)
@kept_ledger_option
def judgements_command(ledger: str) -> None:
    """List the judgements whose claim is no more: a better finder gives other words, or another kind."""
    from truceline.cli.lines import write_line
    from truceline.ledger.ledger import Ledger
    from truceline.reconcile.verdicts import match_judgements

    with Ledger(ledger, create=False) as open_ledger:
        found, unmatched = match_judgements(list(open_ledger.claims()), open_ledger.judgements())
    for judgement in unmatched:
        write_line(judgement)
    click.echo(f"{len(found)} judgements hold, {len(unmatched)} have lost their claim", err=True)


CODERS_EXAMPLES = manual(
    ("how far those who judged agree", "truceline ledger coders --ledger war.db"),
)


@command.command(name="coders", epilog=CODERS_EXAMPLES)
@kept_ledger_option
def coders_command(ledger: str) -> None:
    """How far coders agree (Krippendorff's alpha, nominal), by kind and field, on claims that two of them judged."""
    from truceline.ledger.ledger import Ledger
    from truceline.reconcile.coders import coder_agreement

    with Ledger(ledger, create=False) as open_ledger:
        rows = coder_agreement(open_ledger.claims(), open_ledger.judgements())
    click.echo(f"{'kind':12} {'field':20} {'alpha':>6} {'claims':>7} {'coders':>7}")
    for row in rows:
        alpha = "-" if row.alpha is None else f"{row.alpha:.2f}"
        click.echo(f"{row.kind:12} {row.field:20} {alpha:>6} {row.claims:7} {row.coders:7}")
