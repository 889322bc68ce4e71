"""Whose: adjectives and names of peoples ("Syrian", "Russians", "European") with the land they belong to.

They are no places, and finders never see them as such. Who counts toponyms the way geoparsers do may want them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from truceline.knowledge.demonyms import lands
from truceline.knowledge.gazetteer import Location, locations
from truceline.knowledge.names import names
from truceline.model.mark import PlaceMark
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Doc, Token

LONGEST = 3


def mark_demonyms(parsed: ParsedReport, places: Sequence[PlaceMark]) -> list[PlaceMark]:
    """In text order, none inside a place: "Indian" of "Indian Ocean" is left out. All have ``use`` demonym."""
    taken = [(place.start, place.end) for place in places]
    found = [mark_of(parsed, *one) for one in demonyms(parsed.doc)]
    return [mark for mark in found if all(mark.end <= start or end <= mark.start for start, end in taken)]


def demonyms(doc: Doc) -> Iterator[tuple[int, int, Location]]:
    """First and last word of each, the longest at each place, with its land."""
    after = 0
    for token in doc:
        if token.i < after or not token.text[0].isupper():
            continue
        for last in range(min(token.i + LONGEST, len(doc)) - 1, token.i - 1, -1):
            text = doc.words(token.i, last)
            if text in place_words("peoples_of_areas"):
                after = last + 1
                break
            land = land_of(text) or (led_by(token) if last == token.i else None)
            if land is not None:
                yield token.i, last, land
                after = last + 1
                break


def led_by(token: Token) -> Location | None:
    """The country of "U.S.-led", which is one word."""
    leader, hyphen, rest = token.text.partition("-")
    known = names().one(leader, "country") if hyphen and rest.islower() else None
    return country_of(known.name) if known else None


@lru_cache(maxsize=4096)
def land_of(text: str) -> Location | None:
    """The country of "Syrian" or "Russians", the city of "Londoner"; None where it is no such word."""
    if text in lands():
        return lands()[text]
    known = names().one(text, "adjective", "demonym") or names().one(text.removesuffix("s"), "adjective", "demonym")
    if known is None or names().one(text, "country") is not None:
        return None
    return country_of(known.name)


def country_of(name: str) -> Location | None:
    return next((place for place in locations(name) if place.feature_code == "PCLI"), None)


def mark_of(parsed: ParsedReport, first: int, last: int, land: Location) -> PlaceMark:
    start, end = parsed.doc[first].idx, parsed.doc[last].idx + len(parsed.doc[last])
    raw = parsed.report.text[start:end]
    return PlaceMark(
        report=parsed.report.id, start=start, end=end, text=raw, raw=raw, use="demonym", name=land.name,
        geonameid=land.geonameid, feature_code=land.feature_code, lat=land.lat, lon=land.lon,
        precision=land.precision, country=land.country,
    )  # fmt: skip
