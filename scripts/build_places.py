"""Make knowledge/places/places.tsv, the supplement to the gazetteer (sources: knowledge/NOTICE.md).

    python scripts/build_places.py FACTS

An analyst's own places stand in knowledge/places/own.tsv, in the same columns, and are not touched by this script.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize

OUT = Path(__file__).parents[1] / "src" / "truceline" / "knowledge" / "places"
Row = dict[str, str]
FIELDS = (
    "name", "alt_names", "kind", "feature_code", "country", "lat", "lon", "geonameid", "precision", "admin1", "source",
)  # fmt: skip
WATER = {
    "river": "STM",
    "lake": "LK",
    "sea": "SEA",
    "strait": "STRT",
    "gulf": "GULF",
    "bay": "BAY",
    "ocean": "OCN",
    "reservoir": "RSV",
    "alkaline lake": "LK",
    "lagoon": "LGN",
    "sound": "SD",
    "channel": "CHNM",
    "fjord": "FJD",
    "inlet": "INLT",
    "reef": "RF",
}
LAND = {
    "mountain": "MT",
    "range/mtn": "MTS",
    "desert": "DSRT",
    "island": "ISL",
    "island group": "ISLS",
    "peninsula": "PEN",
    "plateau": "UPLD",
    "plain": "PLN",
    "valley": "VAL",
    "geoarea": "RGN",
    "coast": "CST",
    "basin": "BSN",
    "delta": "DLTA",
    "cape": "CAPE",
    "pen/cape": "PEN",
    "waterfall": "FLLS",
    "isthmus": "ISTH",
    "gorge": "GRGE",
    "depression": "DPR",
    "lowland": "PLN",
    "wetlands": "WTLD",
    "tundra": "TUND",
}
OPEN_WATER = frozenset({"SEA", "STRT", "GULF", "BAY", "OCN", "SD", "CHNM"})  # where_prec 7; a river is a line, 5
NO_PLACES = frozenset({"lake centerline", "continent", "pole", "dragons-be-here"})  # lines and labels of maps


# Countries whose first-order regions have changed or are groups of provinces in the maps.
WITHOUT_POINT = frozenset({"COD", "KEN", "MLI", "TCD", "SOM", "NPL"})
CUT_SMALLER = WITHOUT_POINT | {"BEL", "BFA", "BIH", "ESP", "FRA", "GIN", "ITA", "PHL"}
# GeoNames' name: the name that the maps have.
IN_MAPS = {
    "Andalusia": "Andalucía", "Basque Country": "País Vasco", "Castille-La Mancha": "Castilla-La Mancha",
    "Castille and León": "Castilla y León", "Catalonia": "Cataluña", "Valencia": "Valenciana",
    "Canary Islands": "Canary Is.", "Brittany": "Bretagne", "Centre": "Centre-Val de Loire", "Corsica": "Corse",
    "Normandy": "Normandie", "Basilicate": "Basilicata", "Latium": "Lazio", "Lombardy": "Lombardia",
    "The Marches": "Marche", "Piedmont": "Piemonte", "Sardinia": "Sardegna", "Tuscany": "Toscana",
    "Flanders": "Flemish", "Wallonia": "Walloon", "Srpska": "Repuplika Srpska",
    "Federation of B&H": "Federacija Bosna i Hercegovina",
    "Autonomous Region in Muslim Mindanao": "Autonomous Region in Muslim Mindanao (ARMM)",
    "Bicol": "Bicol (Region V)", "Calabarzon": "CALABARZON (Region IV-A)",
    "Cagayan Valley": "Cagayan Valley (Region II)", "Central Luzon": "Central Luzon (Region III)",
    "Central Visayas": "Central Visayas (Region VII)", "Davao": "Davao (Region XI)",
    "Cordillera": "Cordillera Administrative Region (CAR)", "Eastern Visayas": "Eastern Visayas (Region VIII)",
    "Ilocos": "Ilocos (Region I)", "Mimaropa": "MIMAROPA (Region IV-B)", "Metro Manila": "National Capital Region",
    "Northern Mindanao": "Northern Mindanao (Region X)", "Soccsksargen": "SOCCSKSARGEN (Region XII)",
    "Western Visayas": "Western Visayas (Region VI)", "Zamboanga Peninsula": "Zamboanga Peninsula (Region IX)",
}  # fmt: skip
# Names that English reports use beside GeoNames' own.
ALSO = {
    "Srpska": ["Republika Srpska"], "Federation of B&H": ["Federation of Bosnia and Herzegovina"],
    "Castille and León": ["Castile and Leon"], "Castille-La Mancha": ["Castile-La Mancha"],
}  # fmt: skip

# The source calls it Washington, like the state.
RENAMED = {"4138106": "District of Columbia"}


def main(facts: Path) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    regions = [*admin1(facts), *wider_admin1(facts)]
    made = [*countries(facts), *supplement(facts), *regions, *groups(facts), *disputed(facts), *physical(facts)]
    lines = ["\t".join(FIELDS), *("\t".join(row[field] for field in FIELDS) for row in made)]
    (OUT / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def countries(facts: Path) -> Iterator[Row]:
    names: dict[str, list[str]] = {}
    for row in rows(facts / "countries" / "country_names.tsv"):
        if row["kind"] in {"short", "formal"} and row["name"].isascii():
            names.setdefault(row["iso3"], []).append(row["name"])
    points = {row["iso3"]: (row["lat"], row["lon"]) for row in rows(Path(__file__).parent / "country_points.tsv")}
    for row in rows(facts / "countries" / "countries.tsv"):
        label = row["label_lat"] or row["capital_lat"], row["label_lon"] or row["capital_lon"]
        lat, lon = points.get(row["iso3"], label)
        yield place(
            row["name"],
            names.get(row["iso3"], []),
            "country",
            "PCLI",
            row["iso3"],
            lat,
            lon,
            row["geonames_id"],
            "6",
            "geonames; natural_earth",
        )


def supplement(facts: Path) -> Iterator[Row]:
    for row in rows(facts / "places" / "supplement.tsv"):
        point = float(row["radius_km"] or 0) <= 10
        code, precision = ("PPL", "1") if point else ("RGN", "5")
        lat, lon = (row["lat"], row["lon"]) if point else ("", "")
        names = [name for name in row["alt_names"].split("|") if not name.startswith("the ")]
        yield place(
            row["name"].split(" (")[0],
            names,
            row["kind"],
            code,
            row["country_iso3"],
            lat,
            lon,
            "",
            precision,
            "own_compilation",
        )


def admin1(facts: Path) -> Iterator[Row]:
    codes = {row["geonames_id"]: row["geonames_code"] for row in rows(facts / "places" / "geonames_admin1.tsv")}
    for row in rows(facts / "places" / "admin1.tsv"):
        names = [name for name in row["alt_names"].split("|") if is_latin(name)]
        code = row["iso_3166_2"].split("-")[-1] if row["country_iso3"] in {"USA", "AUS"} else ""
        yield place(
            RENAMED.get(row["geonames_id"], row["name"]),
            [row["name"], *names, *([code] if len(code) == 3 else [])],
            "first-order region",
            "ADM1",
            row["country_iso3"],
            row["lat"],
            row["lon"],
            row["geonames_id"],
            "4",
            "natural_earth_10m_admin_1",
            codes.get(row["geonames_id"], "").partition(".")[2] or (code if row["country_iso3"] == "USA" else ""),
        )


def wider_admin1(facts: Path) -> Iterator[Row]:
    """First-order regions that are cut smaller in the maps: at the middle of their provinces, or without a point."""
    points = {(row["country_iso3"], bare(row["name"])): row for row in rows(facts / "places" / "admin1_groups.tsv")}
    for row in rows(facts / "places" / "geonames_admin1.tsv"):
        country, name = row["country_iso3"], row["name"]
        group = points.get((country, bare(IN_MAPS.get(name, name))))
        if row["lat"] or country not in CUT_SMALLER or (group is None and country not in WITHOUT_POINT):
            continue
        yield place(
            name,
            [row["ascii_name"], *ALSO.get(name, []), *([group["name"]] if group else [])],
            "first-order region",
            "ADM1",
            country,
            group["lat"] if group else "",
            group["lon"] if group else "",
            row["geonames_id"],
            "4",
            "geonames; natural_earth_10m_admin_1" if group else "geonames",
            row["geonames_code"].partition(".")[2],
        )


def bare(name: str) -> str:
    """Letters only, without accents: "Provence-Alpes-Côte d'Azur" and "... Côte-d'Azur" are one."""
    return "".join(letter for letter in normalize("NFKD", name).lower() if "a" <= letter <= "z")


def groups(facts: Path) -> Iterator[Row]:
    for row in rows(facts / "places" / "admin1_groups.tsv"):
        yield place(row["name"], [], "region", "RGN", row["country_iso3"], "", "", "", "5", "natural_earth_10m_admin_1")


def disputed(facts: Path) -> Iterator[Row]:
    for row in rows(facts / "places" / "disputed.tsv"):
        yield place(
            row["name"],
            row["alt_names"].split("|"),
            "disputed area",
            "RGN",
            "",
            "",
            "",
            "",
            "5",
            "natural_earth_disputed",
        )


def physical(facts: Path) -> Iterator[Row]:
    for row in rows(facts / "places" / "physical.tsv"):
        kind = row["kind"].lower()
        if len(row["name"]) < 4 or kind in NO_PLACES:
            continue
        code = WATER.get(kind) or LAND.get(kind) or "RGN"
        precision = "7" if code in OPEN_WATER else "5"
        point = (row["lat"], row["lon"]) if kind in {"lake", "mountain", "island", "strait"} else ("", "")
        yield place(
            row["name"],
            row["alt_names"].split("|"),
            kind,
            code,
            "",
            *point,
            "",
            precision,
            "natural_earth_10m_physical",
        )


def place(
    name: str,
    alt_names: Iterable[str],
    kind: str,
    code: str,
    country: str,
    lat: str,
    lon: str,
    geonameid: str,
    precision: str,
    source: str,
    admin1: str = "",
) -> Row:
    others = dict.fromkeys(alt.strip() for alt in alt_names if alt.strip() and alt.strip() != name)
    values = (name, "|".join(others), kind, code, country, lat, lon, geonameid, precision, admin1, source)
    return dict(zip(FIELDS, values, strict=True))


def is_latin(name: str) -> bool:
    return len(name) > 3 and all(ord(letter) < 0x250 for letter in name)


def rows(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
