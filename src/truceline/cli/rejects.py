"""Refused sources: a line on standard error and a line in a rejects file; the run goes on."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import click

from truceline.errors import CannotRead, NothingRead


@dataclass
class Rejects:
    """Collects what could not be read. The file is made when the first source is refused."""

    file: Path
    refused: list[CannotRead] = field(default_factory=list)

    def __call__(self, error: CannotRead) -> None:
        self.refused.append(error)
        click.echo(f"truceline: {error}", err=True)
        line = {"source": error.source, "error": type(error).__name__, "reason": error.reason}
        with self.file.open("a" if len(self.refused) > 1 else "w", encoding="utf-8") as out:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")

    def check(self, count: int) -> None:
        """Raises NothingRead where every source was refused."""
        if count == 0:
            raise NothingRead("nothing could be read")


def rejects_to(file: str | None, folder: Path | None = None) -> Rejects:
    return Rejects(Path(file) if file else (folder or Path()) / "rejects.jsonl")
