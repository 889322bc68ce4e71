"""The door: ``truceline COMMAND``. A command's file is imported only when it is called."""

import contextlib
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from truceline.collecting import collect_seldom
from truceline.errors import NothingRead, TrucelineError

COMMANDS = {
    "read": "Sources to reports, one JSON line each.",
    "marks": "What the markers saw: dates, places, actors, numbers, speakers, modality.",
    "understand": "Sources to claims, one JSON line each.",
    "reconcile": "Claims to records.",
    "run": "All the way: sources into a ledger.",
    "batch": "A corpus of any size into Parquet, in several processes.",
    "load": "The outcome of a batch into a ledger.",
    "watch": "Feeds, again and again, into a ledger.",
    "brief": "Where things stand, in a terminal page.",
    "show": "The pages where an analyst looks and judges, in the browser.",
    "report": "One self-contained HTML page to mail.",
    "export": "Take the ledger away in another format.",
    "import": "Make a ledger of exported JSON lines.",
    "compare": "Lay a human-coded table beside ours.",
    "ledger": "Check a ledger, copy it, list lost judgements, compare coders.",
    "schema": "The JSON Schema of what truceline writes.",
    "completion": "A script that lets the shell complete commands and options.",
}

MODULES = {"import": "import_"}  # Python keeps the word itself


class CommandsByFile(click.Group):
    """Finds a command in the file of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"truceline.cli.{MODULES.get(cmd_name, cmd_name)}"), "command")  # noqa: B009 - a name in a module
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=CommandsByFile, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="truceline")
def cli() -> None:
    """Turn news reports about armed conflict into a sourced record of a war and its truces.

    Commands read files, folders or standard input (-) and write JSON lines, so they can be joined:

    \b
        truceline read report.html | truceline understand - | truceline reconcile

    \b
    A file that is read into a ledger, looked at, and taken away:
        truceline run reports/ --ledger war.db
        truceline show --ledger war.db
        truceline export acled --ledger war.db --out acled/

    'truceline COMMAND --help' says more, with examples and exit codes.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run one command. Our own errors become one clear line and exit code 1; nothing readable at all: 2."""
    collect_seldom()
    try:
        cli.main(args=arguments, prog_name="truceline", standalone_mode=False)
        sys.stdout.flush()  # a full disk shows itself here at the latest
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our pipe left; that is no fault
    except NothingRead as error:
        fail(error, 2)
    except TrucelineError as error:
        fail(error, 1)
    except OSError as error:  # a full disk, a folder that may not be written to: what was done stays done
        drop_output()
        fail(f"{error.filename or 'the output'}: {error.strerror or error}", 1)


def drop_output() -> None:
    """What could not be written is not tried again at the end, which would hide our exit code."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(error: Exception | str, code: int) -> NoReturn:
    click.echo(f"truceline: {error}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
