"""Write the reference from the code: commands, nouns, exports, knowledge files. ``conf.py`` calls it at every build."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from truceline.cli.main import COMMANDS, cli
from truceline.export.formats import FORMATS
from truceline.export.package import codebook_lines
from truceline.export.view import View
from truceline.knowledge.conflict_files import conflicts
from truceline.knowledge.files import SHIPPED
from truceline.ledger.ledger import Ledger
from truceline.model.claims import CLAIM_CLASSES
from truceline.model.flat import flat_columns
from truceline.model.judgement import Judgement
from truceline.model.record import RECORD_CLASSES
from truceline.model.report import Report


def write_reference(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    pages = {"commands": commands(), "nouns": nouns(), "exports": exports(folder), "knowledge": knowledge()}
    for name, lines in pages.items():
        (folder / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "python.md").write_text(PYTHON, encoding="utf-8")


def commands() -> Iterator[str]:
    yield "# Commands\n\n`truceline COMMAND --help` prints the same, `make man` writes it as man pages.\n"
    yield "`truceline completion bash`, `zsh` or `fish` prints a script that lets the shell complete commands, options"
    yield "and their values.\n"
    with click.Context(cli, info_name="truceline") as context:
        for name in COMMANDS:
            yield from helped(context, name)


def helped(parent: click.Context, name: str) -> Iterator[str]:
    """The help of one command, then of those below it."""
    assert isinstance(parent.command, click.Group)  # noqa: S101 - only groups have commands
    command = parent.command.get_command(parent, name)
    assert command is not None  # noqa: S101 - it stands in the list
    with click.Context(command, info_name=name, parent=parent) as context:
        yield f"\n## {context.command_path}\n\n```text\n{command.get_help(context)}\n```"
        if isinstance(command, click.Group):
            for below in command.list_commands(context):
                yield from helped(context, below)


def nouns() -> Iterator[str]:
    yield "# Reports, claims, records\n\nAs columns of the flat tables; `truceline schema` prints their JSON Schema.\n"
    yield from columns("report", Report)
    for claim_kind, claim_class in CLAIM_CLASSES.items():
        yield from columns(f"claim: {claim_kind}", claim_class)
    for record_kind, record_class in RECORD_CLASSES.items():
        yield from columns(f"record: {record_kind.replace('_', ' ')}", record_class)
    yield from columns("judgement", Judgement)


def columns(title: str, noun: type) -> Iterator[str]:
    yield f"\n## {title}\n\n{first_paragraph(noun.__doc__)}\n\n| column | type | meaning |\n|---|---|---|"
    for column in flat_columns(noun):
        yield f"| `{column.name}` | {column.type} | {column.description.replace('|', chr(92) + '|')} |"


def first_paragraph(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split()).replace("``", "`")


def exports(folder: Path) -> Iterator[str]:
    """The codebook page of every format, from an empty ledger."""
    yield "# Exports\n\n`truceline export FORMAT --ledger FILE --out DIR`. The codebook page of each format:\n"
    made = folder / "empty.db"
    with Ledger(made) as ledger:
        view = View(ledger)
        for name, package_of in FORMATS.items():
            package = package_of(view)
            if name == "parquet":
                yield "\n## parquet\n\nThe tables of `csv`, with types and descriptions in the files."
            else:
                lines = codebook_lines(package, list(package.tables))
                yield f"\n## {name}\n\n" + "\n".join(indented(lines))
    for file in folder.glob("empty.db*"):
        file.unlink()


def indented(lines: Iterable[str]) -> Iterator[str]:
    """A codebook page as a section of a longer page."""
    for line in "\n".join(lines).splitlines():
        if line.startswith("# "):
            yield f"**{line.removeprefix('# ')}**"
        elif line.startswith("## "):
            yield f"#{line}"
        elif not line.startswith("0 rows"):
            yield line


def knowledge() -> Iterator[str]:
    yield "# Knowledge files\n\nIn `src/truceline/knowledge/`. An analyst's own files stand beside them: see "
    yield "[a new war in an hour](../how-to/add-a-conflict.md).\n\n## Conflicts\n"
    yield "| key | title | start |\n|---|---|---|"
    yield from (f"| `{key}` | {conflict.title} | {conflict.start} |" for key, conflict in conflicts().items())
    for title, pattern in (("Words", "words/*/*.yaml"), ("Codebooks", "codebooks/*.yaml"), ("Tables", "*/*.tsv")):
        yield f"\n## {title}\n\n| file | about |\n|---|---|"
        for file in sorted(SHIPPED.glob(pattern)):
            yield f"| `{file.relative_to(SHIPPED)}` | {about(file)} |"


def about(file: Path) -> str:
    """The comment at the head of a YAML file, or the columns of a table."""
    lines = file.read_text(encoding="utf-8").splitlines()
    if file.suffix == ".tsv":
        return f"{len(lines) - 1:,} rows: " + ", ".join(lines[0].split("\t"))
    head: list[str] = []
    for line in lines:
        if not line.startswith("#"):
            break
        head.append(line.lstrip("# "))
    return " ".join(head).replace("|", "\\|") or "-"


PYTHON = """# Python

```{eval-rst}
.. autofunction:: truceline.read.read_reports.read_reports
.. autofunction:: truceline.understand.find_claims.find_claims
.. autofunction:: truceline.reconcile.join_claims.join_claims
.. autofunction:: truceline.pipeline.run
.. autofunction:: truceline.export.formats.export
.. autofunction:: truceline.export.formats.arrow_tables
.. autoclass:: truceline.ledger.ledger.Ledger
   :members:
```

## Errors

```{literalinclude} ../../src/truceline/errors.py
```
"""
