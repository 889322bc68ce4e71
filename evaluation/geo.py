"""Toponyms with coordinates: LGL (train), against which signs were weighed, and GeoWebNews (dev).

Both sets count as toponyms what this project keeps apart from places: adjectives and peoples ("Russian" in "Russian
officials") and names of governments. So each set has two figures, of which neither is the other in disguise:

- places alone: what the marker of places gives, governments included, every adjective of the gold counted as unfound;
- demonyms included: with the marks that ``truceline marks --demonyms`` prints beside them, "Russian" at Russia's point.
  This is what geoparsers are measured by, and what the goal speaks of.

Everything unfound counts as wrong, streets and buildings that no gazetteer knows among it.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.table import Row, bootstrap, data_folder
from truceline.knowledge.gazetteer import Location
from truceline.model.ids import report_id
from truceline.model.mark import PlaceMark
from truceline.model.report import Report
from truceline.settings import Settings
from truceline.understand.mark_report import parse_report
from truceline.understand.markers.demonyms import mark_demonyms
from truceline.understand.markers.place_parts.resolution import distance_km
from truceline.understand.markers.place_parts.signs import is_adjective
from truceline.understand.markers.places import mark_places

RIGHT_KM = 161  # a hundred miles: the field's measure
SETS = (("train", "LGL", "goal .70 (Mordecai 3 82.7)"), ("dev", "GeoWebNews", "goal .80 (Mordecai 3 94.1)"))


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
        pairs = [score(json.loads(line)) for line in lines]
    places, toponyms = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    count = sum(one.gold for one in places)
    low, high = bootstrap(toponyms, accuracy)
    all_named = f"{name} accuracy within {RIGHT_KM} km, demonyms included"
    yield Row(all_named, anchor, accuracy(toponyms), low, high, count)
    yield Row(f"{name} recognition F1, demonyms included", "", recognition(toponyms), None, None, count)
    low, high = bootstrap(places, accuracy)
    yield Row(f"{name} accuracy within {RIGHT_KM} km", "", accuracy(places), low, high, count)
    yield Row(f"{name} the same, without adjectives", "", without_adjectives(places), None, None, count)
    yield Row(f"{name} share of adjectives in the gold", "", share_of_adjectives(places), None, None, count)
    yield Row(f"{name} recognition F1", "", recognition(places), None, None, count)


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


def score(line: dict[str, Any]) -> tuple[Scored, Scored]:
    """With places alone, and with demonyms beside them."""
    parsed = parse_report(Report(id=report_id(line["text"]), text=line["text"]), Settings())
    places = mark_places(parsed)
    return scored_with(line, places), scored_with(line, [*places, *mark_demonyms(parsed, places)])


def scored_with(line: dict[str, Any], marks: Sequence[PlaceMark]) -> Scored:
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
