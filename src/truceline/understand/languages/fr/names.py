"""What French names stand for: countries, their adjectives and capitals, bodies and places with a French spelling."""

from collections.abc import Iterator
from functools import lru_cache

from truceline.knowledge.files import SHIPPED
from truceline.knowledge.names import Known, country_name, names, spellings, table
from truceline.understand.languages.fr.lists import FRENCH

FOLDER = SHIPPED / "words" / FRENCH


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """French name of a country to its ISO alpha-3 code."""
    return {name: row["iso3"] for row in table("countries.tsv", FOLDER) for name in spellings(row["names"])}


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    return {name: row["iso3"] for row in table("countries.tsv", FOLDER) for name in spellings(row["capitals"])}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Every form of a country's adjective, in lower case, to its code."""
    rows = table("countries.tsv", FOLDER)
    return {form: row["iso3"] for row in rows for word in spellings(row["adjectives"]) for form in forms_of(word)}


def forms_of(adjective: str) -> Iterator[str]:
    """Masculine and feminine, singular and plural."""
    feminine = adjective if adjective.endswith("e") else f"{adjective}e"
    if adjective.endswith(("en", "on")):
        feminine = f"{adjective}ne"
    elif adjective.endswith("c"):
        feminine = f"{adjective[:-1]}que"
    yield from (adjective, feminine, f"{feminine}s", adjective if adjective.endswith("s") else f"{adjective}s")


@lru_cache(maxsize=2)
def own_spellings(kind: str) -> dict[str, str]:
    """French spelling to the name that the knowledge files know, of ``actor`` or ``place``."""
    rows = table("names.tsv", FOLDER)
    return {name: row["name"] for row in rows if row["kind"] == kind for name in spellings(row["spellings"])}


@lru_cache(maxsize=4096)
def body_named(name: str) -> Known | None:
    """An armed group, an organisation, a medium or a person of that name."""
    known = names().get(own_spellings("actor").get(name.replace("’", "'"), name))
    return next((one for one in known if one.kind in {"group", "organisation", "media", "person"}), None)


def gazetteer_name(name: str) -> str:
    """How the gazetteer calls what French calls so."""
    plain = name.replace("’", "'")
    iso3 = countries().get(plain)
    return country_name(iso3) if iso3 else own_spellings("place").get(plain, plain)
