"""The table of actors, mention by mention, and whether the marker knows each one's country and sector."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from truceline.model.ids import report_id
from truceline.model.mark import ActorMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import mark_report
from truceline.understand.marked_sentence import covering

GOAL = 0.95
TABLE = Path(__file__).with_name("actors.yaml")
Who = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """``want``: country and sector; a sector that is null is not asked for."""

    text: str
    words: str
    want: Who
    published: datetime.date | None
    held: bool


def mentions() -> list[Mention]:
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [
        Mention(row["text"], words, tuple(want), row.get("published"), number % 5 == 4)
        for number, row in enumerate(rows)
        for words, want in row["actors"].items()
    ]


@lru_cache(maxsize=256)
def actors_of(text: str, published: datetime.date | None) -> tuple[ActorMark, ...]:
    return mark_report(Report(id=report_id(text), text=text, published=published), Settings()).actors


def mark_of(mention: Mention) -> ActorMark | None:
    """The smallest mark over the last word; "Burhan (said)": what follows only tells which mention is meant."""
    words = re.sub(r" \(.+\)$", "", mention.words)
    whole = re.sub(r"[()]", "", mention.words)
    found = re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", mention.text)
    if found is None:
        raise ValueError(f"{mention.words!r} is nowhere in {mention.text!r}")
    marks = actors_of(mention.text, mention.published)
    last = re.search(r"\w+$", words.removesuffix("'s"))
    for end in (found.start() + (last.start() if last else 0), found.start() + len(words) - 1):
        mark = covering(marks, end)
        if mark is not None:
            return mark
    return covering(marks, found.start())


def said(mention: Mention) -> Who:
    mark = mark_of(mention)
    return (mark.country, mark.sector) if mark is not None else (None, None)


def is_right(mention: Mention) -> bool:
    mark = mark_of(mention)
    return mark is not None and mark.country == mention.want[0] and mention.want[1] in {None, mark.sector}
