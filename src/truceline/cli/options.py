"""Options that several commands share."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

import click

from truceline.errors import WrongDate

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[datetime.date]):
    """A calendar day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError as error:
            raise WrongDate(f"{option_of(param)} {value}: this is no day; write it as 2020-10-21") from error


def option_of(param: click.Parameter | None) -> str:
    return param.opts[-1] if param and param.opts else "date"


def reading_options(command: F) -> F:
    """Sources and how to read them."""
    for option in reversed(
        (
            click.argument("sources", metavar="PATH...", nargs=-1, type=click.Path()),
            click.option("--published", type=Day(), metavar="DATE", help="Day of publication, YYYY-MM-DD."),
            click.option("--language", default="en", show_default=True, help="Language of the sources."),
            click.option(
                "--rejects",
                type=click.Path(dir_okay=False),
                metavar="FILE",
                help="Where refused sources are listed (made only when one is refused).",
            ),
        )
    ):
        command = option(command)
    return command


def conflict_option(command: F) -> F:
    return click.option("--conflict", metavar="NAME", help="A conflict file to read with, such as sudan-2023.")(command)


def ledger_option(command: F) -> F:
    return click.option(
        "--ledger", required=True, metavar="FILE", help="The ledger: a file, made where it is not there."
    )(command)
