"""Any list of a conflict by its address and a suffix: ``.json``, ``.csv``, ``.geojson``."""

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from truceline.ledger.catalogue.catalogue import Row
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.model.claims import claim_adapter
from truceline.model.flat import flat_row
from truceline.show.pages.lists import KINDS, RECORDS
from truceline.show.site import Site, site_of
from truceline.show.window import Window, window_of

router = APIRouter()
MOST = 100_000  # rows of one file; more is what 'truceline export' is for
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so


@router.get("/c/{conflict}/{page}.{suffix}", include_in_schema=False)
def list_file(request: Request, conflict: str, page: str, suffix: str) -> Response:
    if page not in RECORDS or suffix not in {"json", "csv", "geojson"}:
        raise HTTPException(404, f"There is no list “{page}.{suffix}”.")
    site = site_of(request)
    site.catalogue.fresh()
    window = window_of(request, site, conflict)
    if page == "contradictions":
        return record_file(site, window, suffix, f"{conflict}-{page}.{suffix}")
    kinds = window.filter.kinds or KINDS[page]
    chosen = window.inside.only(*kinds) if kinds else window.inside
    return WRITERS[suffix](site, chosen, f"{conflict}-{page}.{suffix}")


def record_file(site: Site, window: Window, suffix: str, name: str) -> Response:
    """The records as JSON; as a table or as features, one for each claim, with the record and why they exclude."""
    found = site.catalogue.records(window.conflict, "contradiction", MOST, window.first, window.last)
    if suffix == "json":
        return Response(f"[{', '.join(made.model_dump_json() for made in found)}]", media_type="application/json")
    claims = {claim.id: claim for claim in site.catalogue.claims([member for made in found for member in made.members])}
    rows = [
        {"record": made.id, "why": getattr(made, "why", ""), **flat_row(claims[member])}
        for made in found
        for member in made.members
        if member in claims
    ]
    return table(rows, name) if suffix == "csv" else features_of(rows, name)


def features_of(rows: list[dict[str, Any]], name: str) -> Response:
    made = [{"type": "Feature", "geometry": point_of(row), "properties": row} for row in rows]
    text = json.dumps({"type": "FeatureCollection", "features": made}, ensure_ascii=False, default=str)
    return download(text, "application/geo+json", name)


def point_of(row: dict[str, Any]) -> dict[str, Any] | None:
    lat, lon = row.get("place_lat"), row.get("place_lon")
    return {"type": "Point", "coordinates": [lon, lat]} if lat is not None and lon is not None else None


def rows_of(site: Site, chosen: ClaimFilter) -> list[Row]:
    return site.catalogue.claim_rows(chosen, MOST)


def as_json(site: Site, chosen: ClaimFilter, name: str) -> Response:
    bodies = ", ".join(row["body"] for row in rows_of(site, chosen))
    return Response(f"[{bodies}]", media_type="application/json")


def as_csv(site: Site, chosen: ClaimFilter, name: str) -> Response:
    """One claim a row, columns of all kinds side by side; never to be summed over claimants."""
    return table([flat_row(claim_adapter.validate_json(row["body"])) for row in rows_of(site, chosen)], name)


def table(rows: Sequence[Mapping[str, object]], name: str) -> Response:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows({column: harmless(value) for column, value in row.items()} for row in rows)
    return download(out.getvalue(), "text/csv; charset=utf-8", name)


def harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def as_geojson(site: Site, chosen: ClaimFilter, name: str) -> Response:
    """Every claim; geometry null where no point is known. ``where_prec`` 4 and more is an area, no pin."""
    made = {"type": "FeatureCollection", "features": list(features(rows_of(site, chosen)))}
    return download(json.dumps(made, ensure_ascii=False), "application/geo+json", name)


def features(rows: list[Row]) -> Iterator[dict[str, object]]:
    for row in rows:
        pointed = row["lat"] is not None and row["lon"] is not None
        claim = claim_adapter.validate_json(row["body"])
        properties = {name: plain(value) for name, value in flat_row(claim).items()}
        yield {
            "type": "Feature",
            "id": row["id"],
            "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]} if pointed else None,
            "properties": {**properties, "where_prec": row["precision"]},
        }


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value


def download(text: str, kind: str, name: str) -> Response:
    safe = "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in name)
    return Response(text, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{safe}"'})


WRITERS = {"json": as_json, "csv": as_csv, "geojson": as_geojson}
