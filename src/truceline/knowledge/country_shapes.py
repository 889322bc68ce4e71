"""Outlines of countries and of disputed areas (Natural Earth, TopoJSON). No view on any border is meant."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any

from truceline.knowledge.files import SHIPPED

FOLDER = SHIPPED / "outlines"
Point = tuple[float, float]
Box = tuple[float, float, float, float]
WIDE = 100  # degrees: a ring this wide crosses the date line and is not drawn as one


@dataclass(frozen=True, slots=True)
class Outline:
    """``code`` is the ISO 3166 number where the shape is a country. Rings are (lon, lat).

    ``box`` is west, south, east, north, in degrees.
    """

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]
    box: Box


@lru_cache(maxsize=1)
def country_shapes() -> tuple[Outline, ...]:
    return tuple(shapes_in("countries.topojson", "countries"))


@lru_cache(maxsize=1)
def disputed_shapes() -> tuple[Outline, ...]:
    return tuple(shapes_in("disputed.topojson", None))


def shapes_in(file: str, layer: str | None) -> Iterator[Outline]:
    topology = json.loads((FOLDER / file).read_text())
    arcs = [tuple(points_of(arc, topology["transform"])) for arc in topology["arcs"]]
    layers = topology["objects"]
    found = layers[layer] if layer else next(iter(layers.values()))
    for geometry in found["geometries"]:
        rings = tuple(ring for ring in rings_of(geometry, arcs) if not is_too_wide(ring))
        if rings:
            names = geometry.get("properties", {})
            yield Outline(str(geometry.get("id", "")), str(names.get("name", "")), rings, box_of(rings))


def points_of(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """Arcs hold steps; places are their running sums, scaled."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    for x, y in zip(accumulate(step[0] for step in arc), accumulate(step[1] for step in arc), strict=True):
        yield round(x * kx + dx, 3), round(y * ky + dy, 3)


def rings_of(geometry: dict[str, Any], arcs: list[tuple[Point, ...]]) -> Iterator[tuple[Point, ...]]:
    kind = geometry["type"]
    polygons = [geometry["arcs"]] if kind == "Polygon" else geometry["arcs"] if kind == "MultiPolygon" else []
    for polygon in polygons:
        for ring in polygon:
            yield joined(ring, arcs)


def joined(ring: list[int], arcs: list[tuple[Point, ...]]) -> tuple[Point, ...]:
    """A negative index is the arc backwards; the first point of each next arc repeats the last one."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def is_too_wide(ring: tuple[Point, ...]) -> bool:
    longitudes = [lon for lon, _ in ring]
    return max(longitudes) - min(longitudes) > WIDE


def box_of(rings: tuple[tuple[Point, ...], ...]) -> Box:
    longitudes = [lon for ring in rings for lon, _ in ring]
    latitudes = [lat for ring in rings for _, lat in ring]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)
