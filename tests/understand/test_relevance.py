"""The gate before the parse: nothing of a conflict is dropped; most other news is."""

import gzip
import json
import os
from pathlib import Path

import pytest

from truceline.understand.relevance import is_relevant

DATA = Path(os.environ.get("TRUCELINE_DATA", "../shared/data"))
LONG = " It was a long day and nobody had thought that it would be so long when it began." * 8
OF_CONFLICT = [
    "Shells fell on the port of Hodeidah overnight, residents told reporters by telephone.",
    "The foreign ministers of both countries will meet in Geneva to discuss a truce.",
    "Villagers have begun to return to homes that the fighting of last spring had emptied.",
    "Gunmen stopped two buses on the road to Bamenda and took eleven people away.",
    "The delegation left without a signature; mediators will try again after the holidays.",
    "He accused the neighbouring country of sending weapons over the border.",
]
OF_OTHER_THINGS = [
    "The orchestra will open its season with a new work for strings.",
    "The company expects sales of its new phone to rise by a tenth this year.",
    "Bake the bread for forty minutes and let it cool before it is cut.",
    "The striker scored twice and the keeper was happy with how the team played.",
]


@pytest.mark.parametrize("text", OF_CONFLICT)
def test_reports_on_conflicts_are_relevant_short_and_long(text):
    assert is_relevant(text)
    assert is_relevant(text + LONG)


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_other_news_is_not(text):
    assert not is_relevant(text + LONG)


@pytest.mark.data
@pytest.mark.parametrize(("name", "least", "most"), [("muc4", 0.99, 1), ("satp", 0.99, 1), ("geo", 0, 0.8)])
def test_share_of_public_reports_that_is_parsed(name, least, most):
    file = DATA / name / "dev.jsonl.gz"
    if not file.exists():
        pytest.skip(f"no public benchmark at {file}")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    assert least <= sum(map(is_relevant, texts)) / len(texts) <= most
