"""truceline batch"""

import datetime
import os
import re
import signal
import sys
from pathlib import Path
from typing import NoReturn

import click

from truceline.cli.manual import READING, manual
from truceline.cli.options import conflict_option, reading_options


class Shard(click.ParamType[tuple[int, int]]):
    """The share of one machine among several: 2/5."""

    name = "k/n"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        match = re.fullmatch(r"(\d+)/(\d+)", str(value))
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            self.fail(f"'{value}' is no share; write it as 2/5", param, ctx)
        return int(match[1]), int(match[2])


EXAMPLES = manual(
    ("a corpus in four processes, then into a ledger", "truceline batch corpus/ --out parts --workers 4"),
    ("on the second of five machines that share a folder", "truceline batch corpus/ --out parts --shard 2/5"),
    ("on a Ray cluster", "truceline batch /shared/corpus --out /shared/parts --runner ray --address auto"),
    codes=READING,
)


@click.command(name="batch", epilog=EXAMPLES)
@reading_options
@conflict_option
@click.option("--out", required=True, type=click.Path(file_okay=False), metavar="DIR", help="The folder to write to.")
@click.option("--workers", type=click.IntRange(1), default=None, help="Processes; as many as cores if not given.")
@click.option("--every-report", is_flag=True, help="Parse reports too that have no word of conflict.")
@click.option("--part-size", type=click.IntRange(1), default=200, show_default=True, help="Reports in one part.")
@click.option(
    "--shard", type=Shard(), default="1/1", show_default=True, metavar="K/N", help="Only the K-th of every N parts."
)
@click.option(
    "--runner",
    type=click.Choice(("processes", "daft", "ray")),
    default="processes",
    show_default=True,
    help="Who runs the workers: this command, Daft on this machine, or a Ray cluster (extras 'daft', 'ray').",
)
@click.option("--address", metavar="ADDRESS", help="The Ray cluster's; without one Ray is started on this machine.")
def command(
    sources: tuple[str, ...],
    published: datetime.date | None,
    columns: dict[str, str] | None,
    language: str | None,
    rejects: str | None,
    conflict: str | None,
    out: str,
    workers: int | None,
    every_report: bool,
    part_size: int,
    shard: tuple[int, int],
    runner: str,
    address: str | None,
) -> None:
    """Understand a corpus of any size in several processes, into Parquet files.

    Broken off, it goes on where it was when it is called again. 'truceline load DIR --ledger FILE' takes the outcome
    into a ledger. Refused sources are in DIR/rejects.jsonl. Machines that share a folder share the work with --shard.
    """
    from tqdm import tqdm

    from truceline.batch.options import BatchOptions
    from truceline.batch.run_batch import run_batch
    from truceline.batch.runners import runner_named
    from truceline.errors import NothingRead

    if address is not None and runner != "ray":
        raise click.UsageError("--address is for --runner ray")
    hands = workers or os.cpu_count() or 1
    signal.signal(signal.SIGTERM, stop)
    options = BatchOptions(language, columns or {}, published, conflict, every_report, part_size, shard)
    with tqdm(unit=" reports", total=files_named(sources), file=sys.stderr, disable=not sys.stderr.isatty()) as bar:
        result = run_batch(
            sources or ("-",), Path(out), options, workers=hands, runner=runner_named(runner, hands, address),
            on_part=lambda done: bar.update(done.reports + done.refused),
        )  # fmt: skip
    if rejects is not None:
        Path(rejects).write_bytes((Path(out) / "rejects.jsonl").read_bytes())
    click.echo(
        f"{result.reports} reports read, {result.claims} claims, {result.refused} sources refused; "
        f"{result.parts} parts, of which {result.skipped} were done before"
        + (f" (see {Path(out) / 'rejects.jsonl'})" if result.refused else "")
    )
    if result.nothing_read:
        raise NothingRead(f"nothing could be read (see {Path(out) / 'rejects.jsonl'})")


def stop(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def files_named(sources: tuple[str, ...]) -> int | None:
    """How many files there are, so that the time left can be told; null where an archive or a table may hold more."""
    from truceline.errors import CannotRead
    from truceline.read.sources import files_of
    from truceline.read.stores import is_store
    from truceline.read.web.web import is_address

    if not sources or any(named == "-" or is_address(named) or is_store(named) for named in sources):
        return None
    try:
        files = [file for named in sources for file in files_of(named)]
    except CannotRead:
        return None
    return len(files) if all(Path(file).suffix.lower() in {".html", ".htm", ".txt", ".md"} for file in files) else None
