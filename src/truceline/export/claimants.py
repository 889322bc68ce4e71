"""One column per claimant, where a format forces one number: who says so stays visible, nothing is averaged."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from truceline.export.happenings import of_everyone, people_of
from truceline.export.view import View
from truceline.model.claims import Casualties
from truceline.model.flat import Column, Row


def claimant_figures(prefix: str, view: View, losses: Iterable[Casualties]) -> Row:
    """``<prefix>_claimed_by_<claimant>``: that claimant's exact figure of all the dead.

    Empty where it gave none or several, or a part of the dead while another claimant counts them all.
    """
    losses = list(losses)
    of_all = {loss.id for loss in of_everyone(losses)} or {loss.id for loss in losses}
    by_claimant: dict[str, list[Casualties]] = defaultdict(list)
    for loss in losses:
        by_claimant[f"{prefix}_claimed_by_{slug(view.said_by(loss))}"].append(loss)
    return {
        name: agreed_figure([loss for loss in told if loss.id in of_all]) for name, told in by_claimant.items()
    }  # fmt: skip


def agreed_figure(dead: Sequence[Casualties]) -> int | None:
    """The one exact figure of all the dead; null where figures differ, are vague or are of different people."""
    figures = {loss.value for loss in of_everyone(dead)}
    return figures.pop() if len(figures) == 1 else None


def low_and_high(dead: list[Casualties]) -> Row:
    """Over the claimants. Where none counts all the dead, at least the largest group of them died."""
    everyone = of_everyone(dead)
    high = [figure for loss in everyone if (figure := loss.value if loss.high is None else loss.high) is not None]
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for loss in everyone or dead:
        low = loss.value if loss.low is None else loss.low
        if low is not None:
            groups[("", "") if everyone else people_of(loss)].append(low)
    return {
        "low": max((min(lows) for lows in groups.values()), default=None),
        "high": max(high) if high and len(high) == len(everyone) else None,
    }


def claimant_columns(prefix: str, rows: Iterable[Row]) -> Iterator[Column]:
    start = f"{prefix}_claimed_by_"
    names = sorted({name for row in rows for name in row if name.startswith(start)})
    for name in names:
        who = name.removeprefix(start).replace("_", " ")
        yield Column(name, "integer", f"{prefix} as {who} gives them; empty where it gives no one figure")


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "unknown"
