"""The JSON Schema of our features: every property with its type and meaning, made from the fields of the nouns."""

from collections import defaultdict

from pydantic import BaseModel

from truceline.model.claims import CLAIM_CLASSES
from truceline.model.flat import Column, ColumnType, flat_columns
from truceline.model.record import RECORD_CLASSES

DRAWING = (
    Column("publisher", "string", "outlet of the report; of claims"),
    Column("url", "string", "address of the report; of claims"),
    Column("drawn_as", "string", "point: a pin, area: a label; null: nothing can be drawn"),
    Column("uncertainty", "string", "what the place leaves open, in words"),
    Column("place_from", "string", "own, or its record or claims, whose place it is then"),
    Column("place_gw", "integer", "Gleditsch-Ward number of its country on the day"),
    Column("place_cow", "integer", "Correlates of War number of its country on the day"),
    Column("days", "integer", "how many days the date can be; null where no day is known"),
)
TYPES: dict[ColumnType, dict[str, str]] = {
    "string": {"type": "string"}, "integer": {"type": "integer"}, "number": {"type": "number"},
    "boolean": {"type": "boolean"}, "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
}  # fmt: skip


def schema() -> dict[str, object]:
    """Of a whole file. A property that two kinds share may have either's type."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "truceline: records or claims as GeoJSON features",
        "type": "object",
        "required": ["type", "features"],
        "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": feature()}},
    }


def feature() -> dict[str, object]:
    return {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"oneOf": [{"type": "null"}, point()]},
            "properties": {"type": "object", "additionalProperties": False, "properties": properties()},
        },
    }


def point() -> dict[str, object]:
    degrees = {"type": "array", "prefixItems": [bound(180), bound(90)], "items": False, "minItems": 2}
    return {"type": "object", "required": ["type", "coordinates"],
            "properties": {"type": {"const": "Point"}, "coordinates": degrees}}  # fmt: skip


def bound(most: int) -> dict[str, object]:
    return {"type": "number", "minimum": -most, "maximum": most}


def properties() -> dict[str, object]:
    nouns: list[type[BaseModel]] = [*CLAIM_CLASSES.values(), *RECORD_CLASSES.values()]
    types: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    meaning: dict[str, str] = {}
    for column in (*(column for noun in nouns for column in flat_columns(noun)), *DRAWING):
        types[column.name][column.type] = TYPES[column.type]
        meaning.setdefault(column.name, column.description)
    return {
        name: {"description": meaning[name], "anyOf": [{"type": "null"}, *kinds.values()]}
        for name, kinds in types.items()
    }
