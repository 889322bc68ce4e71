"""Rows with ACLED's columns, order and codes. A row that lacks a required column goes to ``unexported.csv``.

ACLED knows no claimant: who says so stands in ``notes`` and in a column per claimant; ``fatalities`` is filled only
where nobody contradicts.
"""

import re
from collections.abc import Iterator

from truceline.export.claimants import claimant_columns, claimant_figures
from truceline.export.happenings import HAPPENED, Happening, happened, happenings, killed, why_not
from truceline.export.package import Package
from truceline.export.precision import geo_precision, has_point, time_precision
from truceline.export.table import Table
from truceline.export.view import View, joined, left_out, name_of, names_of
from truceline.knowledge.acled_codebook import AcledType, acled_codebook
from truceline.knowledge.codes import codes_of, outlet_named, region_of
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Event, Territory
from truceline.model.flat import Column, Row
from truceline.model.record import CeasefireProcess
from truceline.model.when import Date
from truceline.model.where import Place

COLUMNS = (
    Column("event_id_cnty", "string", "TL- and the id of the record or claim in the ledger"),
    Column("event_date", "date", "first day it can have happened; see time_precision"),
    Column("year", "integer", "year of event_date"),
    Column("time_precision", "integer", "1 the day, 2 the week, 3 the month"),
    Column("disorder_type", "string", "by event_type"),
    Column("event_type", "string", "ACLED event type"),
    Column("sub_event_type", "string", "ACLED sub-event type"),
    Column("actor1", "string", "an actor; the order says nothing about who began"),
    Column("assoc_actor_1", "string", "further actors of the same side, joined by ;"),
    Column("inter1", "integer", "1 state forces, 2 rebels, 3 political militia, 7 civilians, 8 external forces"),
    Column("actor2", "string", "another actor"),
    Column("assoc_actor_2", "string", "further actors of that side, joined by ;"),
    Column("inter2", "integer", "as inter1"),
    Column("interaction", "integer", "both codes, the lower first; one code and 0 where one actor is known"),
    Column("civilian_targeting", "string", "Civilian targeting, or empty"),
    Column("iso", "integer", "ISO 3166-1 numeric of country"),
    Column("region", "string", "empty: ACLED's regions are its own"),
    Column("country", "string", "country of the place"),
    Column("admin1", "string", "first-order region, where the gazetteer knows it"),
    Column("admin2", "string", "empty: not in the gazetteer"),
    Column("admin3", "string", "empty: not in the gazetteer"),
    Column("location", "string", "name of the place"),
    Column("latitude", "number", "decimal degrees, WGS84; empty for an area"),
    Column("longitude", "number", "decimal degrees, WGS84; empty for an area"),
    Column("geo_precision", "integer", "1 the town, 2 near a town, 3 a larger region"),
    Column("source", "string", "publishers, joined by ;"),
    Column("source_scale", "string", "National or International, where the outlet is known"),
    Column("notes", "string", "the exact sentence, and who claims it"),
    Column("fatalities", "integer", "dead of this event where all claimants give one exact figure; empty otherwise"),
    Column("tags", "string", "who claims it, factuality, independent sources"),
    Column("timestamp", "integer", "empty: rows are versioned by the ledger"),
)


def acled(view: View, *, zero: bool = False) -> Package:
    """The package. ``zero`` writes 0 where no figure is known, as ACLED's own files do, and says so."""
    unexported: list[Row] = []
    rows = [row for row in rows_of(view, unexported) if complete(row)]
    if zero:
        rows = [{**row, "fatalities": row["fatalities"] or 0} for row in rows]
    events = Table(
        "acled", "Events with ACLED's columns", (*COLUMNS, *claimant_columns("fatalities", rows)), rows,
        ("event_id_cnty",),
    )  # fmt: skip
    return Package(
        "acled", "ACLED-like events", f"{acled_codebook().version}; not ACLED data", (events,), (), unexported,
        notes=(
            "Cumulative tolls are never turned into events.",
            "Fatalities stay empty where the figure is unknown, vague, withheld or disputed.",
        ),
        options=(("acled_zero", "0 stands for an unknown number of fatalities"),) if zero else (),
    )  # fmt: skip


def complete(row: Row) -> bool:
    return all(row[name] is not None for name in ("event_date", "event_type", "sub_event_type", "actor1", "country"))


def rows_of(view: View, unexported: list[Row]) -> Iterator[Row]:
    yield from (row for made in happenings(view) if (row := event_row(view, made, unexported)))
    for event in view.of_kind(Event):
        if not happened(event):
            unexported.append(left_out(event, why_not(event)))
    yield from (row for claim in view.of_kind(Territory) if (row := territory_row(view, claim, unexported)))
    yield from (row for made in view.of_kind(CeasefireProcess) if (row := agreement_row(view, made, unexported)))
    for claim in view.claims.values():
        if claim.kind in {"statement", "talks", "position"}:
            unexported.append(left_out(claim, f"ACLED has no type for a {claim.kind}"))


def event_row(view: View, made: Happening, unexported: list[Row]) -> Row | None:
    lead = made.events[0]
    kind = type_of(made)
    if kind is None:
        words = f"{lead.event}{'/' + lead.mode if lead.mode else ''}"
        unexported.extend(left_out(event, f"ACLED has no type for {words}") for event in made.events)
        return None
    actors, recipients = made.actors, made.recipients
    first, second = (actors[:1], recipients) if recipients else (actors[:1], actors[1:])
    base = base_row(view, lead, made.id, kind, made.date, made.place, unexported)
    if base is None or not first:
        if not first:
            unexported.append(left_out(lead, "no actor is named"))
        return None
    dead = killed(made.losses)
    civilians = any(is_civilian(actor) for actor in recipients)
    return {
        **base,
        **sides(first, second, actors[1:] if recipients else (), made.place),
        "civilian_targeting": "Civilian targeting" if civilians else None,
        "source": joined(view.publishers(made.claims)),
        "notes": notes(view, made.claims),
        "fatalities": agreed_figure(dead),
        "tags": tags(view, lead, made.independent_sources),
        **claimant_figures("fatalities", view, dead),
    }


def type_of(made: Happening) -> AcledType | None:
    """The first rule of the codebook that the happening meets."""
    lead = made.events[0]
    words = f"{lead.event_text} {lead.evidence.exact}".lower()
    for rule in acled_codebook().rules:
        if (
            rule.event == lead.event
            and rule.mode in {None, lead.mode}
            and (rule.word is None or rule.word in words)
            and (rule.recipient is None or any(is_civilian(actor) for actor in made.recipients))
            and (not rule.two_sided or len([*made.actors, *made.recipients]) > 1)
        ):
            return rule
    return None


def territory_row(view: View, claim: Territory, unexported: list[Row]) -> Row | None:
    if claim.change not in {"gained", "handed_over"}:
        unexported.append(left_out(claim, f"ACLED has no type for territory that is {claim.change.replace('_', ' ')}"))
        return None
    if not happened(claim) or claim.controller is None:
        unexported.append(left_out(claim, why_not(claim) if claim.controller else "no actor is named"))
        return None
    book = acled_codebook().territory
    own = inter(claim.controller, claim.place) == 1
    kind = book["handed_over"] if claim.change == "handed_over" else book["government" if own else "non_state"]
    base = base_row(view, claim, claim.id, kind, claim.date, claim.place, unexported)
    others = (claim.previous_controller,) if claim.previous_controller else ()
    return base and {
        **base, **sides((claim.controller,), others, (), claim.place), "source": view.publisher(claim),
        "notes": notes(view, (claim,)), "tags": tags(view, claim, 1),
    }  # fmt: skip


def agreement_row(view: View, made: CeasefireProcess, unexported: list[Row]) -> Row | None:
    agreed = [
        claim for claim in view.members(made)
        if isinstance(claim, Ceasefire) and claim.stage == "agreed" and claim.aux_mode is None
        and claim.factuality in HAPPENED
    ]  # fmt: skip
    if not agreed:
        unexported.append(left_out(made, "no report says that this truce was agreed"))
        return None
    lead = agreed[0]
    base = base_row(view, lead, made.id, acled_codebook().ceasefire_agreed, lead.declared, lead.place, unexported)
    if base is None or not made.parties:
        if not made.parties:
            unexported.append(left_out(made, "no actor is named"))
        return None
    return {
        **base, **sides(made.parties[:1], made.parties[1:], (), lead.place),
        "source": joined(view.publishers(agreed)), "notes": notes(view, tuple(agreed)),
        "tags": tags(view, lead, made.independent_sources),
    }  # fmt: skip


def base_row(
    view: View, lead: AnyClaim, id_: str, kind: AcledType, date: Date | None, place: Place | None, unexported: list[Row]
) -> Row | None:
    """When, where and what; null, with the reason kept, where ACLED could not hold it."""
    reason = lacks(date, place)
    if reason or date is None or date.earliest is None or place is None:
        unexported.append(left_out(lead, reason or "no date"))
        return None
    country = codes_of(place.country)
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        "event_id_cnty": f"TL-{id_}",
        "event_date": date.earliest,
        "year": date.earliest.year,
        "time_precision": time_precision(date),
        "disorder_type": acled_codebook().disorder_types[kind.type],
        "event_type": kind.type,
        "sub_event_type": kind.sub_type,
        "iso": country.iso_num if country else None,
        "country": country.name if country else None,
        "admin1": region_of(place.name, place.geonameid, place.country),
        "location": place.name or place.raw,
        "latitude": place.lat if has_point(place) else None,
        "longitude": place.lon if has_point(place) else None,
        "geo_precision": geo_precision(place),
        "source_scale": scale(view.publisher(lead), place),
    }


def lacks(date: Date | None, place: Place | None) -> str | None:
    """Why a required column would stay empty."""
    if date is None or date.earliest is None:
        return "no day is stated or resolved"
    if time_precision(date) is None:
        return "the date is wider than a month"
    if place is None:
        return "no place is stated"
    if codes_of(place.country) is None:
        return "the country of the place is not known"
    if geo_precision(place) is None:
        return "the place is a whole country, water or not resolved"
    return None


def sides(
    first: tuple[Actor, ...], second: tuple[Actor, ...], with_first: tuple[Actor, ...], place: Place | None
) -> Row:
    one, two = inter(first[0], place), inter(second[0], place) if second else None
    codes = sorted(code for code in (one, two) if code is not None)
    known = one is not None and (two is not None or not second)
    return {
        "actor1": name_of(first[0]),
        "assoc_actor_1": joined(names_of((*first[1:], *with_first))),
        "inter1": one,
        "actor2": name_of(second[0]) if second else None,
        "assoc_actor_2": joined(names_of(second[1:])),
        "inter2": two,
        "interaction": int("".join(map(str, codes if second else (*codes, 0)))) if known else None,
    }


def inter(actor: Actor, place: Place | None) -> int | None:
    """ACLED's actor code; a foreign army is 8; null where the sector is not known."""
    book = acled_codebook().inter
    for name, entry in book.items():
        if actor.sector in entry.sectors:
            foreign = place is not None and place.country and actor.country and actor.country != place.country
            return book["external"].code if name == "state" and foreign else entry.code
    return None


def is_civilian(actor: Actor) -> bool:
    return actor.sector == "CVL" or actor.kind == "civilians"


def agreed_figure(dead: list[Casualties]) -> int | None:
    """The exact figure, if every claimant gives the same one for the same people; else null."""
    figures = {loss.value for loss in dead}
    people = {(name_of(loss.losses_of), loss.person_status) for loss in dead}
    return figures.pop() if len(figures) == 1 and len(people) == 1 else None


def notes(view: View, claims: tuple[AnyClaim, ...]) -> str:
    return " ".join(
        dict.fromkeys(f"“{view.sentence(claim)}” [claimed by {view.said_by(claim)}]" for claim in claims)
    )  # fmt: skip


def tags(view: View, claim: AnyClaim, sources: int) -> str:
    by = re.sub(r"[;=]", " ", view.said_by(claim))
    return f"truceline; claim_by={by}; factuality={claim.factuality}; independent_sources={sources}"


def scale(publisher: str | None, place: Place) -> str | None:
    outlet = outlet_named(publisher)
    if outlet is None or outlet.iso3 is None:
        return None
    return "National" if outlet.iso3 == place.country else "International"
