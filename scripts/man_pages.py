"""Write a man page for each command, made from its --help: ``make man`` puts them into build/man/man1."""

import inspect
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
from click_man.man import ManPage

from truceline.cli.main import cli


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with click.Context(cli, info_name="truceline") as context:
        for made in contexts(context):
            file = folder / f"{made.command_path.replace(' ', '-')}.1"
            file.write_text(page(made), encoding="utf-8")
            print(file)


def contexts(context: click.Context) -> Iterator[click.Context]:
    """The command and every one below it."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None:
                with click.Context(command, info_name=name, parent=context) as below:
                    yield from contexts(below)


def page(context: click.Context) -> str:
    command = context.command
    text = inspect.cleandoc(command.help or "")
    made = ManPage(context.command_path)
    made.version = version("truceline")
    made.short_help = command.get_short_help_str(limit=90)
    made.synopsis = " ".join(command.collect_usage_pieces(context))
    made.description = roff(text)
    options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
    made.options = [record for option in options if (record := option.get_help_record(context))]
    if isinstance(command, click.Group):
        made.commands = [
            (name, below.get_short_help_str(limit=90)) for name in command.list_commands(context)
            if (below := command.get_command(context, name))
        ]  # fmt: skip
    return str(made) + sections(command.epilog or "")


def sections(epilog: str) -> str:
    """Examples and exit codes as sections of their own."""
    for title in ("Examples", "Exit codes"):
        epilog = epilog.replace(f"{title}:", f".SH {title.upper()}")
    return roff(epilog) + "\n" if epilog else ""


def roff(text: str) -> str:
    """Paragraphs; those that click leaves as they are (\\b) stay so here; a dot that begins a line is no request."""
    return "\n".join(paragraph(part) for part in text.split("\n\n"))


def paragraph(part: str) -> str:
    if part.startswith(".SH "):
        return part
    if part.startswith("\b\n"):
        return f".PP\n.nf\n{escaped(part.removeprefix(chr(8)).lstrip(chr(10)))}\n.fi"
    return f".PP\n{escaped(part)}"


def escaped(part: str) -> str:
    lines = part.replace("\\", "\\\\").replace("-", "\\-").splitlines()
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
