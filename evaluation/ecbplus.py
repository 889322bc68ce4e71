"""Grouping articles by the event they tell of: ECB+ dev, B-cubed over its subtopics (Cybulska and Vossen 2014)."""

import gzip
import json

from evaluation.bcubed import b_cubed
from evaluation.table import Row, data_folder
from truceline.reconcile.grouping import group_texts


def rows() -> list[Row]:
    made = []
    for part in ("train", "dev"):
        with gzip.open(data_folder() / "ecbplus" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        gold = {article["id"]: article["subtopic"] for article in articles}
        found = dict(zip(gold, group_texts([article["text"] for article in articles]), strict=True))
        scored = b_cubed(gold, found)
        tuned = "tuned on it" if part == "train" else "goal .80"
        made.append(Row(f"articles by event, B-cubed F1, ECB+ {part}", tuned, scored.f1, None, None, scored.items))
    return made
