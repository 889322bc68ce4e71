"""A noun as one flat row: what tables, frames and spreadsheets need. Columns come from the field types alone.

An actor becomes its name and codes, a date its days, EDTF and precision, a place its name and point. A list of actors
is joined by `` | ``. Nothing is computed: a null stays null.
"""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from truceline.model.actor import Actor
from truceline.model.claim import FoundBy
from truceline.model.evidence import Evidence, Span
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.model.where import Place

ColumnType = Literal["string", "integer", "number", "boolean", "date", "datetime"]
Value = str | int | float | bool | datetime.date | datetime.datetime | None
Row = dict[str, Value]
SEPARATOR = " | "

# Suffix, type and meaning of the columns that one value of a model becomes; "" is the field's own name.
PARTS: dict[type[BaseModel], tuple[tuple[str, str, ColumnType, str], ...]] = {
    Actor: (
        ("", "entity_name", "string", "canonical name"),
        ("_text", "entity_text", "string", "as written"),
        ("_kind", "kind", "string", "kind of actor"),
        ("_country", "country", "string", "ISO 3166-1 alpha-3"),
        ("_sector", "sector", "string", "PLOVER sector"),
        ("_resolution", "resolution", "string", "how the name was resolved"),
    ),
    Date: (
        ("_earliest", "earliest", "date", "first day it can be"),
        ("_latest", "latest", "date", "last day it can be"),
        ("_edtf", "edtf", "string", "EDTF (ISO 8601-2)"),
        ("_precision", "precision", "string", "precision"),
        ("_resolution", "resolution", "string", "how it was resolved"),
        ("_raw", "raw", "string", "as written"),
    ),
    Place: (
        ("", "name", "string", "name"),
        ("_raw", "raw", "string", "as written"),
        ("_geonameid", "geonameid", "integer", "GeoNames id"),
        ("_lat", "lat", "number", "latitude, decimal degrees, WGS84"),
        ("_lon", "lon", "number", "longitude, decimal degrees, WGS84"),
        ("_where_prec", "precision", "integer", "UCDP where_prec, 1 to 7"),
        ("_country", "country", "string", "ISO 3166-1 alpha-3"),
    ),
    Evidence: (
        ("_sentence", "sentence", "integer", "number of the sentence, from 0"),
        ("_start", "start", "integer", "first code point in the report's clean text"),
        ("_end", "end", "integer", "code point after the last one"),
        ("_exact", "exact", "string", "the words themselves"),
    ),
    FoundBy: (
        ("_rule", "rule", "string", "the rule that fired"),
        ("_finder", "finder", "string", "the finder"),
        ("_tool", "tool", "string", "the tool"),
        ("_version", "version", "string", "version of the tool"),
        ("_codebook", "codebook", "string", "codebook in force"),
    ),
    Span: (
        ("_start", "start", "integer", "first code point in the report's clean text"),
        ("_end", "end", "integer", "code point after the last one"),
        ("", "exact", "string", "the words themselves"),
    ),
}
PLAIN: dict[object, ColumnType] = {
    bool: "boolean", int: "integer", float: "number", str: "string", datetime.date: "date",
    datetime.datetime: "datetime",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """``description`` says what stands in it, ``unit`` included."""

    name: str
    type: ColumnType
    description: str = ""


# What a table of claims tells about the report of each.
FROM_REPORT = (
    Column("report_title", "string", "headline of the report"),
    Column("report_publisher", "string", "its outlet"),
    Column("report_published", "date", "its day of publication"),
    Column("report_url", "string", "its address"),
)


def report_cells(report: Report | None) -> Row:
    """The cells of ``FROM_REPORT``; null where the report is not known."""
    return {
        "report_title": report.title if report else None,
        "report_publisher": report.publisher if report else None,
        "report_published": report.published if report else None,
        "report_url": report.url if report else None,
    }


def flat_columns(noun: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of one class of nouns, in the order of its fields."""
    return tuple(
        column for name, field in noun.model_fields.items() for column in _columns_of(name, _alone(field.annotation))
    )


def flat_row(noun: BaseModel) -> Row:
    """One noun as a row that has just the columns of ``flat_columns``."""
    row: Row = {}
    for name, field in type(noun).model_fields.items():
        row.update(_cells(name, _alone(field.annotation), getattr(noun, name)))
    return row


def _alone(annotation: Any) -> Any:  # noqa: ANN401 - a type of any form
    """The type without ``| None``, ``Annotated`` and ``| Literal[...]``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alone(get_args(annotation)[0])
    if origin in (Union, UnionType):
        kept = [kind for kind in get_args(annotation) if kind is not type(None)]
        models = [kind for kind in kept if isinstance(kind, type) and issubclass(kind, BaseModel)]
        return _alone(models[0] if models else kept[0])
    if origin is Literal:
        return type(get_args(annotation)[0])
    return annotation


def _columns_of(name: str, kind: object) -> Iterator[Column]:
    words = name.replace("_", " ")
    if isinstance(kind, type) and kind in PARTS:
        for suffix, _, type_, meaning in PARTS[kind]:
            yield Column(f"{name}{suffix}", type_, f"{words}: {meaning}")
    elif _listed(kind) is Actor:
        yield Column(name, "string", f"{words}: names, joined by |")
        yield Column(f"{name}_countries", "string", f"{words}: ISO 3166-1 alpha-3 codes in the same order, joined by |")
    elif _listed(kind) is str:
        yield Column(name, "string", f"{words}: joined by |")
    elif kind in PLAIN:
        yield Column(name, PLAIN[kind], words)
    else:
        yield Column(name, "string", f"{words}: JSON")


def _listed(kind: object) -> object:
    """The type of a list's items, if it is a list of actors or of words."""
    return _alone(get_args(kind)[0]) if get_origin(kind) is tuple else None


def _cells(name: str, kind: object, value: Any) -> Iterator[tuple[str, Value]]:  # noqa: ANN401 - a field's value
    if isinstance(kind, type) and kind in PARTS:
        if isinstance(value, str):  # "all sides", where an actor could stand
            value = Actor(entity_text=value, entity_name=value)
        for suffix, part, _, _ in PARTS[kind]:
            yield f"{name}{suffix}", getattr(value, part) if value is not None else None
    elif _listed(kind) is Actor:
        yield name, SEPARATOR.join(actor.entity_name or actor.entity_text or "" for actor in value) or None
        yield f"{name}_countries", SEPARATOR.join(actor.country or "" for actor in value) if value else None
    elif _listed(kind) is str:
        yield name, SEPARATOR.join(value) or None
    elif kind in PLAIN or value is None:
        yield name, value
    else:
        yield name, _json(value)


def _json(value: object) -> str | None:
    """Compact JSON; an empty list or map is null."""
    if not value:
        return None
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
