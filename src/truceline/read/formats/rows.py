"""Rows of a table: which column is the text, which the title, which the day."""

from collections.abc import Mapping

from truceline.errors import CannotRead, NotText
from truceline.model.report import Report
from truceline.read.containers import TEXT_COLUMNS, column_name
from truceline.read.formats.story import Story, story_report
from truceline.read.read_options import ReadOptions

# What tables call our fields, where the caller names no column; as ``column_name`` writes them.
USUAL: dict[str, tuple[str, ...]] = {
    "text": TEXT_COLUMNS,
    "title": ("title", "headline", "head", "webtitle"),
    "published": (
        "published", "date", "publicationdate", "publishedat", "datepublished", "datepublish", "publishdate", "pubdate",
        "publishedon", "webpublicationdate", "datetime",
    ),
    "url": ("url", "link", "sourceurl", "weburl"),
    "publisher": ("publisher", "outlet", "source", "newspaper", "publication", "sitename", "domain", "sourcedomain"),
    "author": ("author", "byline", "authors"),
}  # fmt: skip
BETWEEN = {"text": "\n\n"}  # a text that is a list is one of paragraphs; others are of names
Row = Mapping[str, object]


def row_report(name: str, row: Row, options: ReadOptions) -> Report | CannotRead:
    columns = columns_of(row, options.columns)
    found = {field: value_of(row, column, BETWEEN.get(field, ", ")) for field, column in columns.items()}
    text = found.pop("text", None)
    if text is None:
        return NotText(name, no_text(row, options.columns))
    return story_report(name, Story(text, found, found.pop("published", None), "column"), options)


def columns_of(row: Row, chosen: Mapping[str, str]) -> dict[str, str]:
    """Our field to this table's column, for all fields that it has."""
    names = [column for column in row if isinstance(column, str)]
    known = {column_name(column): column for column in reversed(names)}
    as_written = {column.strip().lower(): column for column in reversed(names)}
    found: dict[str, str] = {}
    for field, usual in USUAL.items():
        if field in chosen:
            column = as_written.get(chosen[field].strip().lower())
        else:
            column = next((known[name] for name in usual if name in known), None)
        if column is not None:
            found[field] = column
    return found


def value_of(row: Row, column: str, between: str = ", ") -> str | None:
    """A cell as text; a date as its ISO form; an object by its name; a list with ``between`` its items."""
    value = row[column]
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, list):
        value = between.join(str(item) for item in value)
    return str(value).strip() or None if value is not None else None


def no_text(row: Row, chosen: Mapping[str, str]) -> str:
    column = columns_of(row, chosen).get("text")
    if column is not None:
        return f"the column '{column}' is empty"
    there = ", ".join(str(name) for name in list(row)[:12])
    return f"no column holds the text; there are: {there}. Name one with --columns text=NAME"
