"""Records and claims as GeoJSON (RFC 7946): a point where a place has one, geometry null where it has not."""

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence

from truceline.export.geojson_schema import schema
from truceline.export.package import Document, Package
from truceline.export.precision import has_point, span_days
from truceline.export.view import View, left_out, rest
from truceline.knowledge.codes import codes_of
from truceline.model.claims import AnyClaim
from truceline.model.flat import Value, flat_row
from truceline.model.record import AnyRecord, Record
from truceline.model.when import Date
from truceline.model.where import Place

AREA = 4  # UCDP's where_prec from which a point stands for an area: draw a label, no pin


# What a place of each where_prec leaves open (UCDP GED).
LEAVES_OPEN = {
    1: "the place itself", 2: "within about 25 km of it", 3: "somewhere in the district",
    4: "somewhere in the province", 5: "somewhere in an area without fixed borders", 6: "somewhere in the country",
    7: "on water or in the air",
}  # fmt: skip


def geojson(view: View) -> Package:
    claims = [claim for claim in view.claims.values() if hasattr(claim, "place")]
    records = [record for record in view.records if hasattr(record, "place") or place_of(view, record)]
    documents = (
        feature_file(view, "records", records),
        feature_file(view, "claims", claims),
        Document(
            "features.schema.json", "application/schema+json", "JSON Schema of both: every property with its meaning.",
            lambda: iter([json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"]), lambda: iter([schema()]),
        ),
    )  # fmt: skip
    told = {noun.id for noun in (*claims, *records)}
    left = [
        left_out(record, "it has no place of its own and its claims have none in common")
        for record in view.records if record.id not in told
    ]  # fmt: skip
    return Package(
        "geojson", "Map", "GeoJSON (RFC 7946), longitude before latitude, WGS84", (), documents,
        rest(view, told, left, lambda claim: "this kind has no place of its own"),
        notes=(f"where_prec {AREA} and more marks an area: draw it as a label, not as a pin.",
               "Property uncertainty says in words how far the place is known, days how many days the date can be.",
               "A record without a place of its own stands where its record, or all its claims, do: see place_from.",
               "A feature without a located place has geometry null: no point is invented."),
    )  # fmt: skip


def feature_file(view: View, name: str, nouns: Sequence[AnyClaim | AnyRecord]) -> Document:
    return Document(
        f"{name}.geojson", "application/geo+json", f"{name.capitalize()} with a place.",
        lambda: collection(view, nouns), lambda: features(view, nouns),
    )  # fmt: skip


def place_of(view: View, noun: AnyClaim | AnyRecord) -> Place | None:
    """Its own place; for a record without one the place of the record it is about, else the one all its claims name."""
    own: Place | None = getattr(noun, "place", None)
    if own is not None or not isinstance(noun, Record):
        return own
    about: Place | None = getattr(view.record(getattr(noun, "about", None)), "place", None)
    if about is not None:
        return about
    named = {place for claim in view.members(noun) if (place := getattr(claim, "place", None))}
    return named.pop() if len({place.geonameid or place.name or place.raw for place in named}) == 1 else None


def collection(view: View, nouns: Iterable[AnyClaim | AnyRecord]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    for number, noun in enumerate(nouns):
        yield ("," if number else "") + "\n" + json.dumps(feature(view, noun), ensure_ascii=False)
    yield "\n]}\n"


def features(view: View, nouns: Iterable[AnyClaim | AnyRecord]) -> Iterator[dict[str, object]]:
    """The same a row, the point as WKT: what ``geopandas.GeoSeries.from_wkt`` reads."""
    for noun in nouns:
        place = place_of(view, noun)
        wkt = f"POINT ({place.lon} {place.lat})" if place is not None and has_point(place) else None
        yield {"geometry": wkt, **properties(view, noun), **placed(noun, place), **dated(noun)}


def feature(view: View, noun: AnyClaim | AnyRecord) -> dict[str, object]:
    place = place_of(view, noun)
    return {
        "type": "Feature",
        "id": noun.id,
        "geometry": point(place),
        "properties": properties(view, noun) | placed(noun, place) | dated(noun),
    }  # fmt: skip


def placed(noun: AnyClaim | AnyRecord, place: Place | None) -> dict[str, object]:
    """How to draw it and how far its place is known; for a place that is not its own, the place's name, too."""
    own = getattr(noun, "place", None) is not None
    made: dict[str, object] = {
        "drawn_as": drawn_as(place),
        "uncertainty": LEAVES_OPEN.get(place.precision or 0) if place else None,
        **numbers(noun, place),
        "place_from": None if place is None else "own" if own else "its record or claims",
    }
    if place is not None and not own:
        made |= {"place": place.name, "place_raw": place.raw, "place_where_prec": place.precision,
                 "place_country": place.country}  # fmt: skip
    return made


def numbers(noun: AnyClaim | AnyRecord, place: Place | None) -> dict[str, object]:
    """Gleditsch-Ward and Correlates of War numbers of its country, on its day where it has one."""
    date = date_of(noun)
    codes = codes_of(place.country, date.earliest if date else None) if place else None
    return {"place_gw": codes.gw if codes else None, "place_cow": codes.cow if codes else None}


def dated(noun: AnyClaim | AnyRecord) -> dict[str, object]:
    """``days``: how many days it can be; null where no day is known, absent where the kind has no date."""
    return {"days": span_days(date_of(noun))} if any(hasattr(noun, name) for name in DATES) else {}


DATES = ("window", "date", "period")


def date_of(noun: AnyClaim | AnyRecord) -> Date | None:
    return next((getattr(noun, name) for name in DATES if hasattr(noun, name)), None)


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
