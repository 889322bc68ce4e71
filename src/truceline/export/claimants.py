"""One column per claimant, where a format forces one number: who says so stays visible, nothing is averaged."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from truceline.export.view import View
from truceline.model.claims import Casualties
from truceline.model.flat import Column, Row


def claimant_figures(prefix: str, view: View, losses: Iterable[Casualties]) -> Row:
    """``<prefix>_claimed_by_<claimant>``: that claimant's exact figure; empty where it gave none or several."""
    figures: dict[str, set[int | None]] = {}
    for loss in losses:
        figures.setdefault(f"{prefix}_claimed_by_{slug(view.said_by(loss))}", set()).add(loss.value)
    return {name: next(iter(values)) if len(values) == 1 else None for name, values in figures.items()}


def claimant_columns(prefix: str, rows: Iterable[Row]) -> Iterator[Column]:
    start = f"{prefix}_claimed_by_"
    names = sorted({name for row in rows for name in row if name.startswith(start)})
    for name in names:
        who = name.removeprefix(start).replace("_", " ")
        yield Column(name, "integer", f"{prefix} as {who} gives them; empty where it gives no one figure")


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "unknown"
