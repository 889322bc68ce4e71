"""Where: a place as written and as the gazetteer knows it."""

from typing import Annotated

from pydantic import Field

from truceline.model.noun import Noun


class Place(Noun):
    """A place. Coordinates in decimal degrees, WGS84; none for what is only an area.

    ``precision`` is UCDP's where_prec: 1 exact, 2 near a known point, 3 district, 4 first-order region,
    5 a part of a country, 6 country, 7 water or airspace. ``country`` is ISO 3166 alpha-3.
    """

    raw: str
    name: str | None = None
    geonameid: int | None = None
    feature_code: str | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    precision: Annotated[int, Field(ge=1, le=7)] | None = None
    country: str | None = None
