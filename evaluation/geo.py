"""Toponyms with coordinates: LGL (train), against which signs were weighed, and GeoWebNews (dev).

Both sets count as toponyms what this project keeps apart from places: adjectives ("Russian" in "Russian officials")
and names of governments. Marks of either use are counted here; adjectives are no marks, and their share of the gold is
told by a row of its own, beside the accuracy on all other toponyms.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from truceline.knowledge.gazetteer import Location
from truceline.model.ids import report_id
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.markers.place_parts.resolution import distance_km
from truceline.understand.markers.place_parts.signs import is_adjective
from truceline.understand.markers.places import mark_places
from truceline.understand.parsed_report import parse_report

RIGHT_KM = 161  # a hundred miles: the field's measure
SETS = (("train", "LGL", "Mordecai 3 82.7"), ("dev", "GeoWebNews", "Mordecai 3 94.1"))


@dataclass(frozen=True, slots=True)
class Scored:
    """One text: gold toponyms, those placed right, those found, marks made, adjectives in the gold."""

    gold: int
    right: int
    found: int
    marks: int
    adjectives: int


def rows() -> list[Row]:
    return [row for part, name, anchor in SETS for row in rows_of(part, name, anchor)]


def rows_of(part: str, name: str, anchor: str) -> Iterator[Row]:
    file = data_folder() / "geo" / f"{part}.jsonl.gz"
    if not file.exists():
        print(f"SKIPPED: {file} is not there")
        return
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        scored = [score(json.loads(line)) for line in lines]
    low, high = bootstrap(scored, accuracy)
    yield Row(f"{name} accuracy within {RIGHT_KM} km", anchor, accuracy(scored), low, high, sum(s.gold for s in scored))
    count = sum(one.gold for one in scored)
    yield Row(f"{name} the same, without adjectives", "", without_adjectives(scored), None, None, count)
    yield Row(f"{name} share of adjectives in the gold", "", share_of_adjectives(scored), None, None, count)
    yield Row(f"{name} recognition F1", "", recognition(scored), None, None, sum(s.gold for s in scored))


def accuracy(scored: Sequence[Scored]) -> float:
    """Everything unfound counts as wrong."""
    return sum(s.right for s in scored) / max(1, sum(s.gold for s in scored))


def without_adjectives(scored: Sequence[Scored]) -> float:
    return sum(s.right for s in scored) / max(1, sum(s.gold - s.adjectives for s in scored))


def share_of_adjectives(scored: Sequence[Scored]) -> float:
    return sum(s.adjectives for s in scored) / max(1, sum(s.gold for s in scored))


def recognition(scored: Sequence[Scored]) -> float:
    found = sum(s.found for s in scored)
    return 2 * found / max(1, sum(s.gold for s in scored) + sum(s.marks for s in scored))


def score(line: dict[str, Any]) -> Scored:
    report = Report(id=report_id(line["text"]), text=line["text"])
    marks = mark_places(parse_report(report, Settings()))
    found = right = 0
    gold = [toponym for toponym in line["toponyms"] if toponym.get("lat") is not None]
    for toponym in gold:
        mark = next((m for m in marks if m.start < toponym["end"] and m.end > toponym["start"]), None)
        if mark is None:
            continue
        found += 1
        here = Location("", None, "", mark.lat, mark.lon, None, None, 0, 1)
        there = Location("", None, "", float(toponym["lat"]), float(toponym["lon"]), None, None, 0, 1)
        right += distance_km(here, there) <= RIGHT_KM
    adjectives = sum(is_adjective(line["text"][toponym["start"] : toponym["end"]]) for toponym in gold)
    return Scored(len(gold), right, found, len(marks), adjectives)
