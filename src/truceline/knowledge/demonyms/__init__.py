"""Whose land: words for the people of continents, first-order regions and well-known cities ("Texan", "Londoner").

Adjectives and peoples of countries stand with the names of actors.
"""

from functools import lru_cache
from pathlib import Path

from truceline.errors import KnowledgeFault
from truceline.knowledge.files import own_files
from truceline.knowledge.gazetteer import Location, locations
from truceline.knowledge.names import table

SHIPPED = Path(__file__).parent / "lands.tsv"


@lru_cache(maxsize=1)
def lands() -> dict[str, Location]:
    """Each word, as written, with its land; the user's own words count before the shipped ones."""
    found: dict[str, Location] = {}
    for file in (*own_files("demonyms/*.tsv"), SHIPPED):
        for row in table(file.name, file.parent):
            found.setdefault(row["word"], land_of(row, file))
    return found


def land_of(row: dict[str, str], file: Path) -> Location:
    """The one that a row names. Raises KnowledgeFault where the gazetteer has none."""
    for place in locations(row["name"]):
        if place.feature_code == row["feature_code"] and place.country == (row["country"] or None):
            return place
    raise KnowledgeFault(str(file), None, f"no {row['feature_code']} '{row['name']}' in the gazetteer")
