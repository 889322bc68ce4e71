"""A list of claims as a file: JSON of the ledger's own nouns, a flat table, or features of a map."""

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from fastapi import Response

from truceline.ledger.catalogue.catalogue import Row
from truceline.model.claims import claim_adapter
from truceline.model.flat import flat_row

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so
TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}


def claim_file(rows: list[Row], suffix: str, name: str) -> Response:
    """One claim a row or feature; never to be summed over claimants. ``rows`` of the catalogue's claims."""
    return download(TEXTS[suffix](rows), suffix, f"{name}.{suffix}")


def json_text(rows: list[Row]) -> str:
    return f"[{', '.join(row['body'] for row in rows)}]"


def csv_text(rows: list[Row]) -> str:
    """Columns of all kinds side by side."""
    return table_text([flat_row(claim_adapter.validate_json(row["body"])) for row in rows])


def geojson_text(rows: list[Row]) -> str:
    """Every claim; geometry null where no point is known. ``where_prec`` 4 and more is an area, no pin."""
    return collection(list(features(rows)))


TEXTS: dict[str, Callable[[list[Row]], str]] = {"json": json_text, "csv": csv_text, "geojson": geojson_text}


def features(rows: list[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        pointed = row["lat"] is not None and row["lon"] is not None
        yield {
            "type": "Feature",
            "id": row["id"],
            "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if pointed else None,
            "properties": {**flat_row(claim_adapter.validate_json(row["body"])), "where_prec": row["precision"]},
        }


def row_file(rows: list[dict[str, Any]], suffix: str, name: str) -> Response:
    """Rows that are not claims alone; their point, if any, is in ``place_lat`` and ``place_lon``."""
    if suffix == "csv":
        text = table_text(rows)
    elif suffix == "geojson":
        text = collection([{"type": "Feature", "geometry": point_of(row), "properties": row} for row in rows])
    else:
        text = json.dumps(rows, ensure_ascii=False, default=plain)
    return download(text, suffix, f"{name}.{suffix}")


def point_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    lat, lon = row.get("place_lat"), row.get("place_lon")
    return {"type": "Point", "coordinates": [lon, lat]} if lat is not None and lon is not None else None


def collection(made: list[dict[str, Any]]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": made}, ensure_ascii=False, default=plain)


def table_text(rows: Sequence[Mapping[str, object]]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows({column: harmless(value) for column, value in row.items()} for row in rows)
    return out.getvalue()


def harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def download(text: str, suffix: str, name: str) -> Response:
    """JSON is shown by the browser, the others are saved."""
    safe = "".join(letter if (letter.isalnum() and letter.isascii()) or letter in "-." else "-" for letter in name)
    saved = {} if suffix == "json" else {"Content-Disposition": f'attachment; filename="{safe}"'}
    return Response(text, media_type=TYPES[suffix], headers=saved)
