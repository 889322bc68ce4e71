"""Tolls with HXL hashtags. EDTF and words such as "hundreds" stand under ``#meta``: the schema wants plain values."""

import datetime

from truceline.export.package import Package
from truceline.export.table import Table
from truceline.export.view import View, name_of, rest
from truceline.knowledge.codes import codes_of, region_of
from truceline.model.claims import AnyClaim, Casualties
from truceline.model.flat import Column, Row

AFFECTED = {"killed": "killed", "injured": "injured", "casualties": "casualties"}
UNREAL = {"future", "hypothetical", "negation"}
# Column, type, meaning, hashtag.
FIELDS = (
    ("date_start", "date", "first day of the period that is counted", "#date+start"),
    ("date_end", "date", "last day of it", "#date+end"),
    ("date_reported", "date", "day of publication", "#date+reported"),
    ("claimed_by", "string", "who says so", "#group+name+claimant"),
    ("losses_of", "string", "whose people", "#group+name+losses"),
    ("killed", "integer", "an exact figure of dead", "#affected+killed"),
    ("injured", "integer", "an exact figure of injured", "#affected+injured"),
    ("casualties", "integer", "an exact figure of dead and injured together", "#affected+casualties"),
    ("harm", "string", "what befell them", "#indicator+harm"),
    ("low", "integer", "the lowest figure that the words allow", "#indicator+value+low"),
    ("high", "integer", "the highest figure that the words allow", "#indicator+value+high"),
    ("person_status", "string", "civilian, military, mixed or unknown", "#status+person"),
    (
        "factuality",
        "string",
        "whether the claimant says that it is so (FactBank): CT+ certain to Uu",
        "#status+factuality",
    ),
    ("told_as", "string", "historical, where it is told as background; empty otherwise", "#status+told"),
    ("measure", "string", "incident, cumulative or delta", "#indicator+measure"),
    ("country_code", "string", "ISO 3166-1 alpha-3", "#country+code"),
    ("country_gw", "integer", "Gleditsch-Ward number on the day", "#country+code+v_gw"),
    ("country_cow", "integer", "Correlates of War number on the day", "#country+code+v_cow"),
    ("adm1_name", "string", "first-order region", "#adm1+name"),
    ("loc_name", "string", "place", "#loc+name"),
    ("lat", "number", "decimal degrees, WGS84", "#geo+lat"),
    ("lon", "number", "decimal degrees, WGS84", "#geo+lon"),
    ("source", "string", "publisher", "#meta+source"),
    ("url", "string", "address of the report", "#meta+url"),
    ("quote", "string", "the exact words", "#description+quote"),
    ("edtf", "string", "the period or day as EDTF", "#meta+edtf"),
    ("missing", "string", "why a figure is absent", "#meta+missing"),
    ("claim", "string", "id of the claim", "#meta+id"),
)


def hxl(view: View) -> Package:
    claims = [claim for claim in view.of_kind(Casualties) if claim.aux_mode not in UNREAL]
    columns = tuple(Column(name, kind, meaning) for name, kind, meaning, _ in FIELDS)  # type: ignore[arg-type]
    table = Table(
        "tolls", "Casualties by claimant, with HXL hashtags", columns, [row(view, claim) for claim in claims],
        ("claim",), {name: tag for name, _, _, tag in FIELDS},
    )  # fmt: skip
    return Package(
        "hxl", "Tolls in HXL", "HXL 1.1", (table,), (), rest(view, {claim.id for claim in claims}, [], why_no_row),
        notes=("Never sum over claimants.", "Figures that are only feared, denied or foreseen are left out."),
    )  # fmt: skip


def why_no_row(claim: AnyClaim) -> str:
    if isinstance(claim, Casualties):
        return f"told as {claim.aux_mode}, not as something that happened"
    return f"this HXL table has no row for a {claim.kind}"


def row(view: View, claim: Casualties) -> Row:
    date = claim.period or claim.as_of
    place = claim.place
    report = view.report(claim)
    country = codes_of(place.country, date.earliest if date else None) if place else None
    return {
        "date_start": date.earliest if date else None,
        "date_end": last_day(claim),
        "date_reported": view.published(claim),
        "claimed_by": view.said_by(claim),
        "losses_of": name_of(claim.losses_of),
        **affected(claim),
        "harm": claim.harm,
        "low": claim.low,
        "high": claim.high,
        "person_status": claim.person_status,
        "factuality": claim.factuality,
        "told_as": claim.aux_mode,
        "measure": claim.measure,
        "country_code": place.country if place else None,
        "country_gw": country.gw if country else None,
        "country_cow": country.cow if country else None,
        "adm1_name": region_of(place.name, place.geonameid, place.country) if place else None,
        "loc_name": place.name or place.raw if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "source": view.publisher(claim),
        "url": report.url if report else None,
        "quote": claim.evidence.exact,
        "edtf": date.edtf if date else None,
        "missing": claim.missing.get("value") or claim.missing.get("low"),
        "claim": claim.id,
    }


def last_day(claim: Casualties) -> datetime.date | None:
    """Of a toll "since 15 April" the one day is the first: the last is the day it was counted, where that is told."""
    period = claim.period
    if period and claim.measure == "cumulative" and period.earliest == period.latest:
        return claim.as_of.latest if claim.as_of else None
    date = period or claim.as_of
    return date.latest if date else None


def affected(claim: Casualties) -> Row:
    """The exact figure under the hashtag of its harm; none where the words give no exact figure."""
    return {AFFECTED[claim.harm]: claim.value} if claim.harm in AFFECTED else {}
