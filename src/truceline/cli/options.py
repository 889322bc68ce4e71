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
            click.option(
                "--published",
                type=Day(),
                metavar="DATE",
                help="Day of publication, YYYY-MM-DD, for sources that state none.",
            ),
            click.option("--columns", type=Columns(), help="Columns of a table: text=body,published=date."),
            click.option(
                "--language", metavar="CODE", help="Language of the sources, ISO 639-1.  [default: as each text reads]"
            ),
            click.option(
                "--rejects",
                type=click.Path(dir_okay=False),
                metavar="FILE",
                help="Where refused sources are listed, if one is refused.  [default: rejects.jsonl]",
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
    return click.option(
        "--conflict", metavar="NAME", shell_complete=conflict_names,
        help="A conflict file to read with, such as sudan-2023; without it the report's words choose one.",
    )(command)  # fmt: skip


def conflict_names(_context: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """For completion in a shell."""
    from truceline.knowledge.conflict_files import conflicts

    return [name for name in conflicts() if name.startswith(begun)]


def ledger_option(command: F) -> F:
    """A ledger that may be new."""
    words = "The ledger: a file, made where it is not there, or postgresql://..."
    return _ledger(command, words)


def kept_ledger_option(command: F) -> F:
    """A ledger that must be there."""
    return _ledger(command, "The ledger: a file that is there, or postgresql://...")


def _ledger(command: F, words: str) -> F:
    return click.option("--ledger", required=True, metavar="FILE", type=click.Path(), help=words)(command)
