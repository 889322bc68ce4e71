"""Everything as JSON lines: reports, claims, records, judgements. Nothing is lost on this way."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from truceline.ledger.ledger import Ledger


def export_jsonl(ledger: Ledger, folder: Path) -> Iterator[Path]:
    """Write four files; gives each path when it is written."""
    folder.mkdir(parents=True, exist_ok=True)
    rooms: dict[str, Iterable[BaseModel]] = {
        "reports": ledger.sightings(),
        "claims": ledger.claims(),
        "records": ledger.records(),
        "judgements": ledger.judgements(),
    }
    for name, nouns in rooms.items():
        yield write_lines(folder / f"{name}.jsonl", nouns)


def write_lines(file: Path, nouns: Iterable[BaseModel]) -> Path:
    with file.open("w", encoding="utf-8") as out:
        for noun in nouns:
            out.write(noun.model_dump_json() + "\n")
    return file
