"""Small nouns for tests: name what matters, the rest is filled in."""

import datetime
from typing import Any

from truceline.model.actor import AUTHOR, Actor
from truceline.model.claim import FoundBy
from truceline.model.claims import CLAIM_CLASSES, AnyClaim
from truceline.model.evidence import evidence_of
from truceline.model.ids import claim_id, report_id
from truceline.model.report import Report
from truceline.model.when import Date
from truceline.model.where import Place

FOUND_BY = FoundBy(tool="truceline", version="0", finder="test", rule="by-hand", codebook="records 1")


def report(text: str = "Twelve died.", **fields: Any) -> Report:
    return Report(id=report_id(text), text=text, **fields)


def day(iso: str) -> Date:
    on = datetime.date.fromisoformat(iso)
    return Date(raw=iso, timex=iso, edtf=iso, earliest=on, latest=on, precision="day", resolution="explicit")


def days(first: str, last: str) -> Date:
    return Date(
        raw=f"{first} to {last}",
        edtf=f"[{first}..{last}]",
        earliest=datetime.date.fromisoformat(first),
        latest=datetime.date.fromisoformat(last),
        precision="range",
        resolution="resolved",
        rule="by-hand",
    )


def side(name: str, country: str | None = None, **fields: Any) -> Actor:
    return Actor(entity_text=name, entity_name=name, country=country, resolution="named", **fields)


def place(name: str) -> Place:
    return Place(raw=name, name=name)


def claim(kind: str, of: Report, words: str, **fields: Any) -> AnyClaim:
    """A claim read from ``words`` in the report's text."""
    start = of.text.index(words)
    end = start + len(words)
    common: dict[str, Any] = {
        "id": claim_id(of.id, kind, start, end, fields.pop("nth", 0)),
        "report": of.id,
        "evidence": evidence_of(of.text, fields.pop("sentence", 0), start, end),
        "claimed_by": AUTHOR,
        "found_by": FOUND_BY,
    }
    return CLAIM_CLASSES[kind](**{**common, **fields})  # type: ignore[index]
