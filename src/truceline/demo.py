"""``make demo``: the main job over the shipped corpus, with a brief on the terminal and a page to open."""

import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click

from truceline.ledger.ledger import Ledger
from truceline.pipeline import run
from truceline.show.brief import write_brief
from truceline.show.report import write_report


def main(folder: Path | None = None) -> Path:
    """Run the demo into a new folder; gives the path of the page."""
    folder = folder or Path(tempfile.mkdtemp(prefix="truceline-demo-"))
    page = folder / "truceline-demo.html"
    with as_file(files("truceline") / "demo_corpus") as corpus, Ledger(folder / "demo.db") as ledger:
        pages = sorted(corpus.rglob("*.html"))
        run(pages, ledger, on_report=lambda report, new: click.echo(f"{new:4} claims  {report.title}", err=True))
        click.echo(write_brief(ledger))
        write_report(ledger, page, title="truceline demo (synthetic reports)")
    click.echo(f"\nThe same as a page: {page}\nThe ledger: {folder / 'demo.db'}")
    return page


if __name__ == "__main__":
    main()
