"""The list of formats. A new one is one file and one line here."""

from collections.abc import Callable, Iterator
from pathlib import Path

from truceline.export.jsonl import export_jsonl
from truceline.ledger.ledger import Ledger

Export = Callable[[Ledger, Path], Iterator[Path]]
FORMATS: dict[str, Export] = {
    "jsonl": export_jsonl,
}
