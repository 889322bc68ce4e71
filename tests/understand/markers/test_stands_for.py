"""The table tests/examples/stands_for.yaml: whom "the group", "it", "the rebels" and "both sides" stand for."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from truceline.model.ids import report_id
from truceline.model.mark import ActorMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import mark_report
from truceline.understand.marked_sentence import covering

TABLE = Path(__file__).parents[2] / "examples" / "stands_for.yaml"
Meant = str | list[str] | None
ROWS: list[tuple[str, str, Meant]] = [
    (row["text"], words, meant)
    for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    for words, meant in row["stands_for"].items()
]


@lru_cache(maxsize=64)
def actors_of(text: str) -> tuple[ActorMark, ...]:
    return mark_report(Report(id=report_id(text), text=text), Settings()).actors


@pytest.mark.parametrize(("text", "words", "meant"), ROWS, ids=[f"{words}: {text[:50]}" for text, words, _ in ROWS])
def test_stands_for(text: str, words: str, meant: Meant) -> None:
    found = re.search(rf"(?<!\w){re.escape(re.sub('[()]', '', words))}", text)
    assert found is not None, "the words are not in the text"
    last = found.start() + len(re.sub(r" \(.+\)$", "", words)) - 1
    mark = covering(actors_of(text), last)
    if isinstance(meant, list):
        assert mark is not None
        assert [member.entity_name for member in mark.members] == meant
    else:
        assert (mark.entity_name if mark is not None else None) == meant
