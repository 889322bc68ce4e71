"""Options that several commands share."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from truceline.errors import WrongDate

FIELDS = ("text", "title", "published", "url", "publisher", "author")  # of a report, that a table may hold
if TYPE_CHECKING:
    from truceline.understand.language_model.model_finder import ModelFinder

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


class Columns(click.ParamType[dict[str, str]]):
    """Our fields and the names that a table gives them: text=body,published=date."""

    name = "field=column,..."

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        if isinstance(value, dict):
            return value
        pairs = [pair.partition("=") for pair in str(value).split(",")]
        for field, _, column in pairs:
            if field.strip() not in FIELDS or not column.strip():
                self.fail(f"'{field}' is none of {', '.join(FIELDS)}, or no column is named", param, ctx)
        return {field.strip(): column.strip() for field, _, column in pairs}


def reading_options(command: F) -> F:
    """Sources and how to read them."""
    for option in reversed(
        (
            click.argument("sources", metavar="SOURCE...", nargs=-1, type=click.Path()),
            click.option("--published", type=Day(), metavar="DATE", help="Day of publication, YYYY-MM-DD."),
            click.option("--columns", type=Columns(), help="Columns of a table: text=body,published=date."),
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


def model_options(command: F) -> F:
    """Which way claims are found."""
    for option in reversed(
        (
            click.option(
                "--finder",
                type=click.Choice(["rules", "model", "both"]),
                default="rules",
                show_default=True,
                help="Rules, a language model, or both.",
            ),
            click.option(
                "--model-url", metavar="URL", help="An OpenAI-compatible address, such as http://localhost:8000/v1."
            ),
            click.option(
                "--model", "model_name", metavar="NAME", help="The model there. A key is read from TRUCELINE_MODEL_KEY."
            ),
        )
    ):
        command = option(command)
    return command


def model_finder(finder: str, url: str | None, name: str | None) -> "ModelFinder | None":
    """The language model that the options name; null for rules alone."""
    if finder == "rules":
        return None
    if not url or not name:
        raise click.UsageError(f"--finder {finder} needs --model-url and --model")
    from truceline.settings import Settings
    from truceline.understand.language_model.client import ModelClient
    from truceline.understand.language_model.model_finder import ModelFinder

    cache = Settings().model_cache
    return ModelFinder(ModelClient(url, name, cache=cache.expanduser() if cache else None))


def conflict_option(command: F) -> F:
    return click.option("--conflict", metavar="NAME", help="A conflict file to read with, such as sudan-2023.")(command)


def ledger_option(command: F) -> F:
    return click.option(
        "--ledger", required=True, metavar="FILE", help="The ledger: a file, made where it is not there."
    )(command)
