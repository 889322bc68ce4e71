"""Records and claims as GeoJSON (RFC 7946): a point where a place has one, geometry null where it has not."""

import datetime
import json
from collections.abc import Iterable, Iterator

from truceline.export.package import Document, Package
from truceline.export.precision import has_point
from truceline.export.view import View, left_out
from truceline.model.claims import AnyClaim
from truceline.model.flat import Row, Value, flat_row
from truceline.model.record import AnyRecord
from truceline.model.where import Place

AREA = 4  # UCDP's where_prec from which a point stands for an area: draw a label, no pin


def geojson(view: View) -> Package:
    claims = [claim for claim in view.claims.values() if hasattr(claim, "place")]
    records = [record for record in view.records if hasattr(record, "place")]
    documents = (
        Document("records.geojson", "application/geo+json", "Records with a place.", lambda: collection(view, records)),
        Document("claims.geojson", "application/geo+json", "Claims with a place.", lambda: collection(view, claims)),
    )
    left: list[Row] = [
        left_out(noun, "this kind has no place of its own")
        for noun in (*view.claims.values(), *view.records) if not hasattr(noun, "place")
    ]  # fmt: skip
    return Package(
        "geojson", "Map", "GeoJSON (RFC 7946), longitude before latitude, WGS84", (), documents, left,
        notes=(f"where_prec {AREA} and more marks an area: draw it as a label, not as a pin.",
               "A feature without a located place has geometry null: no point is invented."),
    )  # fmt: skip


def collection(view: View, nouns: Iterable[AnyClaim | AnyRecord]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    for number, noun in enumerate(nouns):
        yield ("," if number else "") + "\n" + json.dumps(feature(view, noun), ensure_ascii=False)
    yield "\n]}\n"


def feature(view: View, noun: AnyClaim | AnyRecord) -> dict[str, object]:
    place: Place | None = getattr(noun, "place", None)
    return {
        "type": "Feature",
        "id": noun.id,
        "geometry": point(place),
        "properties": properties(view, noun) | {"drawn_as": drawn_as(place)},
    }  # fmt: skip


def point(place: Place | None) -> dict[str, object] | None:
    if place is None or not has_point(place):
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def drawn_as(place: Place | None) -> str | None:
    """``area``: a label; ``point``: a pin; null: nothing can be drawn."""
    if place is not None and (place.precision or 0) >= AREA:
        return "area"
    return "point" if has_point(place) else None


def properties(view: View, noun: AnyClaim | AnyRecord) -> dict[str, object]:
    row: dict[str, object] = {name: plain(value) for name, value in flat_row(noun).items()}
    if not hasattr(noun, "members"):
        report = view.reports.get(getattr(noun, "report", ""))
        row |= {"publisher": report.publisher if report else None, "url": report.url if report else None}
    return row


def plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, datetime.date) else value
