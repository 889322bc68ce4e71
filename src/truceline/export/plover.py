"""Events as JSON lines with the field names of the PLOVER manual 2.0. Required: id, date, actor, event."""

import json
from collections.abc import Iterator

from truceline.export.package import Document, Package, versions
from truceline.export.view import View, joined, left_out, rest
from truceline.knowledge.codebook import plover as codebook
from truceline.knowledge.codes import codes_of
from truceline.model.actor import Actor
from truceline.model.claims import Event
from truceline.model.flat import Row
from truceline.model.where import Place

RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 6: 1}  # UCDP's where_prec to PLOVER's: 4 city, 3 district, 2 province, 1 country
SECTOR_IS_COUNTRY = {"IGO", "NGO"}  # PLOVER gives organisations that belong to no state these in place of a country


def plover(view: View) -> Package:
    unexported: list[Row] = []
    kept = [event for event in view.of_kind(Event) if not lacks(event, unexported)]
    unexported = rest(
        view, {event.id for event in kept}, unexported, lambda claim: f"PLOVER has no record for a {claim.kind}"
    )
    lines = Document(
        "events.jsonl", "application/x-ndjson", "One PLOVER record a line.",
        lambda: (json.dumps(record(view, event), ensure_ascii=False) + "\n" for event in kept),
        lambda: (record(view, event) for event in kept),
    )  # fmt: skip
    return Package("plover", "PLOVER events", codebook().version, (), (lines,), unexported)


def lacks(event: Event, unexported: list[Row]) -> bool:
    reason = joined(
        [
            None if event.date and event.date.earliest else "no day is stated or resolved",
            None if event.actor else "no actor is named",
        ]
    )
    if reason:
        unexported.append(left_out(event, reason))
    return reason is not None


def record(view: View, event: Event) -> dict[str, object]:
    """One record; empty fields are left out, as the manual's own files do."""
    report = view.report(event)
    date = event.date
    first, last = (date.earliest, date.latest) if date else (None, None)
    made: dict[str, object | None] = {
        "id": event.id,
        "date": first.isoformat() if first else None,
        "enddate": last.isoformat() if last and last != first else None,
        "actor": [entity(actor) for actor in event.actor],
        "recipient": [entity(actor) for actor in event.recipient] or None,
        "event": event.event,
        "mode": event.mode,
        "context": [*event.context, *([event.aux_mode] if event.aux_mode else [])] or None,
        "quad_code": event.quad,
        "event_loc": location(event.place) if event.place else None,
        "event_text": event.event_text,
        "text": view.sentence(event),
        "text_info": {
            "sequence": event.evidence.sentence, "start": event.evidence.start, "end": event.evidence.end,
            "exact": event.evidence.exact,
        },
        "cite_info": {
            "url": report.url, "title": report.title, "language": report.language, "publication": report.publisher,
            "published": report.published.isoformat() if report.published else None,
            "coder": f"truceline {versions()['truceline']}", "codebook": "PLOVER", "version": codebook().version,
        } if report else None,
        "claimed_by": view.said_by(event),
        "factuality": event.factuality,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


def entity(actor: Actor) -> dict[str, object]:
    """``code`` is the country, or IGO/NGO where the actor belongs to none."""
    code = codebook().country(actor.country) or (actor.sector if actor.sector in SECTOR_IS_COUNTRY else None)
    country = codes_of(actor.country)
    made = {
        "code": code, "sector": actor.sector, "entity_text": actor.entity_text, "entity_name": actor.entity_name,
        "country_name": country.name if country else None, "office": actor.role,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


def location(place: Place) -> dict[str, object]:
    country = codes_of(place.country)
    made = {
        "extracted_place": place.raw, "resolved_place": place.name, "geonameid": place.geonameid, "lat": place.lat,
        "lon": place.lon, "country": country.name if country else None,
        "country_code": codebook().country(place.country),
        "feature_code": place.feature_code,
        "resolution": RESOLUTION.get(place.precision) if place.precision else None,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


def records(view: View) -> Iterator[dict[str, object]]:
    """The records themselves, for use in Python."""
    return (record(view, event) for event in view.of_kind(Event) if not lacks(event, []))
