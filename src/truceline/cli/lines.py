"""JSON lines on standard output, and a progress bar on standard error."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click
from pydantic import BaseModel

T = TypeVar("T")


def write_line(noun: BaseModel) -> None:
    click.echo(noun.model_dump_json())


def with_progress(items: Iterable[T], unit: str, total: int | None = None) -> Iterator[T]:
    """Show how far a long work is; nothing where standard error is no terminal."""
    from tqdm import tqdm

    return iter(
        tqdm(items, unit=f" {unit}", total=total, file=sys.stderr, disable=not sys.stderr.isatty(), leave=False)
    )
