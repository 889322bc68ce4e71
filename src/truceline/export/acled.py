"""Rows with ACLED's columns, order and codes. A row that lacks a required column goes to ``unexported.csv``.

ACLED knows no claimant: who says so stands in ``notes`` and in a column per claimant; ``fatalities`` is filled only
where nobody contradicts.
"""

import re
from collections.abc import Iterator

from truceline.export.claimants import agreed_figure, claimant_columns, claimant_figures, low_and_high
from truceline.export.happenings import HAPPENED, Happening, happened, happenings, killed, why_not, why_not_counted
from truceline.export.package import Package
from truceline.export.parties import Sides, is_party, parties
from truceline.export.precision import agreed_date, geo_precision, has_point, time_precision
from truceline.export.table import Table
from truceline.export.view import View, joined, left_out, name_of, names_of, rest
from truceline.knowledge.acled_codebook import AcledType, acled_codebook
from truceline.knowledge.codes import codes_of, outlet_named, region_of
from truceline.knowledge.names import country_named
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
    Column(
        "inter1", "integer", "1 state forces, 2 rebels, 3 political militia, 5 rioters, 7 civilians, 8 external forces"
    ),
    Column("actor2", "string", "an actor on the other side; empty where its name is not told"),
    Column("assoc_actor_2", "string", "further actors of that side, joined by ;"),
    Column("inter2", "integer", "as inter1"),
    Column("interaction", "integer", "both codes, the lower first; one code and 0 where one actor is known"),
    Column("civilian_targeting", "string", "Civilian targeting, or empty"),
    Column("iso", "integer", "ISO 3166-1 numeric of country; Kosovo has none"),
    Column("region", "string", "empty: ACLED's regions are its own"),
    Column("country", "string", "country of the place"),
    Column("admin1", "string", "first-order region, where the gazetteer knows it"),
    Column("admin2", "string", "empty: not in the gazetteer"),
    Column("admin3", "string", "empty: not in the gazetteer"),
    Column("location", "string", "name of the place"),
    Column("latitude", "number", "decimal degrees, WGS84; of an area its centre; empty where no gazetteer has it"),
    Column("longitude", "number", "decimal degrees, WGS84; of an area its centre; empty where no gazetteer has it"),
    Column("geo_precision", "integer", "1 the town, 2 near a town, 3 a larger region"),
    Column("source", "string", "publishers, joined by ;"),
    Column("source_scale", "string", "National or International, where the outlet is known"),
    Column("notes", "string", "the exact sentence, and who claims it"),
    Column("fatalities", "integer", "dead of this event where all claimants give one exact figure; empty otherwise"),
    Column("tags", "string", "who claims it, factuality, independent sources"),
    Column("timestamp", "integer", "empty: rows are versioned by the ledger"),
    Column(
        "fatalities_low",
        "integer",
        "the lowest figure of any claimant for all the dead, else of the largest group (our own column)",
    ),
    Column(
        "fatalities_high",
        "integer",
        "the highest figure for all the dead; empty where one sets no bound (our own column)",
    ),
)


def acled(view: View, *, zero: bool = False) -> Package:
    """The package. ``zero`` writes 0 where no figure is known, as ACLED's own files do, and says so."""
    unexported: list[Row] = []
    told: set[str] = set()
    rows = list(rows_of(view, unexported, told))
    if zero:
        rows = [{**row, "fatalities": row["fatalities"] or 0} for row in rows]
    events = Table(
        "acled", "Events with ACLED's columns", (*COLUMNS, *claimant_columns("fatalities", rows)), rows,
        ("event_id_cnty",),
    )  # fmt: skip
    return Package(
        "acled", "ACLED-like events", f"{acled_codebook().version}; not ACLED data", (events,), (),
        rest(view, told, unexported, why_no_row),
        notes=(
            "Cumulative tolls are never turned into events.",
            "Fatalities stay empty where the figure is unknown, vague, withheld or disputed.",
            "unexported.csv has every claim that no row tells, with the reason.",
            "Not checked against the codebook itself: time_precision 3 for a month, the words of civilian_targeting "
            "and source_scale, interaction as two digits with 0 for a side alone.",
        ),
        options=(("acled_zero", "0 stands for an unknown number of fatalities"),) if zero else (),
    )  # fmt: skip


def rows_of(view: View, unexported: list[Row], told: set[str]) -> Iterator[Row]:
    """Every row; ``told`` gets the ids of the claims that stand in one."""
    for made in happenings(view):
        if row := event_row(view, made, unexported):
            told |= made.counted
            yield row
    for gain in view.of_kind(Territory):
        if row := territory_row(view, gain, unexported):
            told.add(gain.id)
            yield row
    for process in view.of_kind(CeasefireProcess):
        if row := agreement_row(view, process, unexported):
            told |= {claim.id for claim in agreed_in(view, process)}
            yield row


def why_no_row(claim: AnyClaim) -> str:
    """Why ACLED has no row for a claim of this kind, whatever it says."""
    if isinstance(claim, Event) and not happened(claim):
        return why_not(claim)
    if isinstance(claim, Casualties):
        if claim.harm != "killed":
            return f"ACLED counts deaths only, these are {claim.harm}"
        return why_not_counted(claim)
    if isinstance(claim, Ceasefire):
        return f"ACLED has a row for a truce that is agreed; this one is {claim.stage.replace('_', ' ')}"
    return f"ACLED has no type for a {claim.kind}"


def event_row(view: View, made: Happening, unexported: list[Row]) -> Row | None:
    lead, sides = made.events[0], made.sides(view.places)
    kind = type_of(made, sides)
    who = None if kind is None else actors_of(made, sides, kind)
    reason = why_not_acled(made, kind, who)
    if reason or kind is None or who is None or made.date is None or made.place is None:
        unexported.extend(left_out(event, reason or "no date") for event in made.events)
        return None
    dead = killed(made.losses)
    only_civilians = sides.civilians and not sides.fought
    return {
        **base_row(view, lead, made.id, kind, made.date, made.place),
        **actor_cells(*who, made.place),
        "civilian_targeting": "Civilian targeting" if only_civilians else None,
        "source": joined(view.publishers(made.claims)),
        "notes": notes(view, made.claims),
        "fatalities": agreed_figure(dead),
        **{f"fatalities_{end}": figure for end, figure in low_and_high(dead).items()},
        "tags": tags(view, lead, made.independent_sources),
        **claimant_figures("fatalities", view, dead),
    }


def why_not_acled(made: Happening, kind: AcledType | None, who: object) -> str | None:
    lead = made.events[0]
    if kind is None:
        alone = " that names one side only" if lead.event == "ASSAULT" else ""
        return f"ACLED has no type for {lead.event}{'/' + lead.mode if lead.mode else ''}{alone}"
    if who is None:
        return (
            "civilians attack: whether ACLED calls it a riot the words do not say" if made.civilians_acted else NOBODY
        )
    return lacks(made.date, made.place)


NOBODY = "no actor is named"


def actors_of(
    made: Happening, sides: Sides, kind: AcledType
) -> tuple[tuple[Actor, ...], tuple[Actor, ...], bool] | None:
    """Both sides, and whether somebody without a name is among the second; null where nobody is named."""
    country = codes_of(made.place.country) if made.place else None
    where = country.name if country else "unknown"
    if kind.type == "Riots" and not sides.first and made.civilians_acted:
        return (Actor(entity_name=f"Rioters ({where})", kind="civilians", sector="UNK"),), sides.second, False
    if not sides.first:
        return None
    if sides.civilians and not sides.fought:
        return sides.first, (Actor(entity_name=f"Civilians ({where})", kind="civilians", sector="CVL"),), False
    return sides.first, sides.second, sides.armed and not sides.second


def type_of(made: Happening, sides: Sides) -> AcledType | None:
    """The first rule of the codebook that the happening meets."""
    lead = made.events[0]
    words = f"{lead.event_text} {lead.evidence.exact}".lower()
    for rule in acled_codebook().rules:
        if (
            rule.event == lead.event
            and rule.mode in {None, lead.mode}
            and (rule.word is None or rule.word in words)
            and (rule.recipient is None or (sides.civilians and not sides.fought))
            and (not rule.two_sided or sides.fought or (made.civilians_acted and bool(sides.second)))
        ):
            return rule
    return None


def territory_row(view: View, claim: Territory, unexported: list[Row]) -> Row | None:
    if claim.change not in {"gained", "handed_over"}:
        unexported.append(left_out(claim, f"ACLED has no type for territory that is {claim.change.replace('_', ' ')}"))
        return None
    if not happened(claim) or claim.controller is None or not is_party(claim.controller):
        unexported.append(left_out(claim, NOBODY if happened(claim) else why_not(claim)))
        return None
    book = acled_codebook().territory
    code = inter(claim.controller, claim.place)
    if code is None and claim.change == "gained":
        unexported.append(left_out(claim, "whether these are the state's forces is not told"))
        return None
    own = code == acled_codebook().inter["state"].code
    kind = book["handed_over"] if claim.change == "handed_over" else book["government" if own else "non_state"]
    reason = lacks(claim.date, claim.place)
    if reason or claim.date is None or claim.place is None:
        unexported.append(left_out(claim, reason or "no date"))
        return None
    others = tuple(parties([claim.previous_controller] if claim.previous_controller else ()).values())
    return {
        **base_row(view, claim, claim.id, kind, claim.date, claim.place),
        **actor_cells((claim.controller,), others, False, claim.place), "source": view.publisher(claim),
        "notes": notes(view, (claim,)), "tags": tags(view, claim, 1),
    }  # fmt: skip


def agreed_in(view: View, made: CeasefireProcess) -> list[Ceasefire]:
    """The claims that say that this truce was agreed."""
    return [
        claim for claim in view.members(made)
        if isinstance(claim, Ceasefire) and claim.stage == "agreed" and claim.aux_mode is None
        and claim.factuality in HAPPENED
    ]  # fmt: skip


def agreement_row(view: View, made: CeasefireProcess, unexported: list[Row]) -> Row | None:
    agreed = agreed_in(view, made)
    named = tuple(parties(made.parties).values())
    date = agreed_date(claim.declared for claim in agreed)
    lead = next((claim for claim in agreed if lacks(date, claim.place) is None), next(iter(agreed), None))
    reason = (
        "no report says that this truce was agreed" if lead is None
        else lacks(date, lead.place) or (None if named else NOBODY)
    )  # fmt: skip
    if reason or lead is None or date is None or lead.place is None:
        unexported.append(left_out(made, reason or "no date"))
        unexported.extend(left_out(claim, reason or "no date") for claim in agreed)
        return None
    return {
        **base_row(view, lead, made.id, acled_codebook().ceasefire_agreed, date, lead.place),
        **actor_cells(named[:1], named[1:], False, lead.place),
        "source": joined(view.publishers(agreed)), "notes": notes(view, tuple(agreed)),
        "tags": tags(view, lead, made.independent_sources),
    }  # fmt: skip


def base_row(view: View, lead: AnyClaim, id_: str, kind: AcledType, date: Date, place: Place) -> Row:
    """When, where and what; ``lacks`` must have found nothing."""
    country = codes_of(place.country)
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        "event_id_cnty": f"TL-{id_}",
        "event_date": date.earliest,
        "year": date.earliest.year if date.earliest else None,
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


def actor_cells(first: tuple[Actor, ...], second: tuple[Actor, ...], unnamed: bool, place: Place | None) -> Row:
    """``unnamed``: somebody without a name is on the second side, so that nobody can say how the two interact."""
    one, two = inter(first[0], place), inter(second[0], place) if second else None
    codes = sorted(code for code in (one, two) if code is not None)
    known = one is not None and (two is not None or not second) and not unnamed
    return {
        "actor1": name_of(first[0]),
        "assoc_actor_1": joined(names_of(first[1:])),
        "inter1": one,
        "actor2": name_of(second[0]) if second else None,
        "assoc_actor_2": joined(names_of(second[1:])),
        "inter2": two,
        "interaction": int("".join(map(str, codes if second else (*codes, 0)))) if known else None,
    }


def inter(actor: Actor, place: Place | None) -> int | None:
    """ACLED's actor code; a foreign army is 8; null where the sector is not known."""
    book = acled_codebook().inter
    if (name_of(actor) or "").startswith("Rioters ("):
        return book["rioters"].code
    if actor.sector in book["state"].sectors and not is_of_a_state(actor):
        return None
    for name, entry in book.items():
        if actor.sector in entry.sectors:
            foreign = place is not None and place.country and actor.country and actor.country != place.country
            return book["external"].code if name == "state" and foreign else entry.code
    return None


OWNED = re.compile(r"(.+?)['’]s ")


def is_of_a_state(actor: Actor) -> bool:
    """Known as such, or, where only words are there, in words that mean the state's forces."""
    said = name_of(actor) or ""
    owner = OWNED.match(said)
    if actor.kind == "armed_force" and owner and country_named(owner[1]) is None:
        return False  # "Machar's forces"
    if actor.resolution != "unresolved" or actor.country:
        return True
    book = acled_codebook()
    used = {word.removesuffix("s") for word in said.lower().split()}
    return bool(used & set(book.of_the_state)) and not used & set(book.not_of_the_state)


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
