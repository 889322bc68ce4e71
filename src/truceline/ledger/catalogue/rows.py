"""Nouns to rows of the catalogue."""

from typing import Any

from truceline.ledger.catalogue.days import date_of, days_of, record_dates
from truceline.ledger.catalogue.need import priority_of
from truceline.ledger.catalogue.parts import name_of, place_of
from truceline.model.claims import AnyClaim, Position, Statement
from truceline.model.record import AnyRecord
from truceline.model.report import Report

Row = dict[str, Any]
Bounds = tuple[str | None, str | None]  # days as ISO texts


def report_row(report: Report, conflict: str) -> Row:
    """The body goes without the text: a list of a thousand reports needs none."""
    light = report.model_copy(update={"text": "", "left_out": (), "captions": (), "headline": None})
    return {
        "id": report.id,
        "conflict": conflict,
        "title": report.title or first_words(report.text),
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "copy_of": report.copy_of,
        "body": light.model_dump_json(),
    }


def first_words(text: str, most: int = 80) -> str:
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def claim_row(claim: AnyClaim, report: Row, state: str) -> Row:
    first, last = (day.isoformat() if day else None for day in days_of(date_of(claim)))
    place = place_of(claim)
    return {
        "id": claim.id,
        "report": claim.report,
        "conflict": report["conflict"],
        "kind": claim.kind,
        "value": value_of(claim),
        "aux": claim.aux_mode,
        "claimant": name_of(claim.claimed_by) or report["publisher"] or "the report itself",
        "day": first or report["published"],
        "first": first,
        "last": last,
        "place": (place.name or place.raw) if place else None,
        "precision": place.precision if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "state": state,
        "priority": priority_of(claim),
        "title": first_words(claim.evidence.exact),
        "body": claim.model_dump_json(),
    }


VALUE_FIELDS = {
    "statement": "function", "event": "event", "casualties": "harm", "ceasefire": "stage", "talks": "status",
    "territory": "change", "position": "stance",
}  # fmt: skip


def value_of(claim: AnyClaim) -> str:
    """The field that tells most about a claim of its kind."""
    return str(getattr(claim, VALUE_FIELDS[claim.kind]))


def words_of(claim: AnyClaim) -> str:
    """What a search looks through: the evidence, and what is said where that is more."""
    said = claim.content if isinstance(claim, Statement | Position) else ""
    return claim.evidence.exact if said in claim.evidence.exact else f"{claim.evidence.exact} … {said}"


def record_row(record: AnyRecord, conflict: str, told: Bounds) -> Row:
    """``told``: first and last day on which its claims were published, for a record that has no day of its own."""
    dates = record_dates(record)
    firsts = [date.earliest.isoformat() for date in dates if date.earliest]
    lasts = [date.latest.isoformat() for date in dates if date.latest]
    dated = bool(firsts or lasts)
    return {
        "id": record.id,
        "conflict": conflict,
        "kind": record.kind,
        "title": record.title,
        "dated": dated,
        "first": min(firsts, default=None) if dated else told[0],
        "last": max(lasts, default=None) if dated else told[1],
        "size": len(record.members),
        "sources": record.independent_sources,
        "body": record.model_dump_json(),
    }
