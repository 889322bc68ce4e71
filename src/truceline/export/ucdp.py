"""Rows with the columns of UCDP GED. ``low`` and ``high`` span the claimants, ``best`` is empty unless a person
accepted one figure; cumulative tolls are no events and go to ``tolls.csv``.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator

from truceline.export.claimants import claimant_columns, claimant_figures, low_and_high
from truceline.export.happenings import (
    HAPPENED,
    Happening,
    happenings,
    killed,
    of_everyone,
    why_not,
    why_not_counted,
)
from truceline.export.package import Package
from truceline.export.parties import Sides, is_party
from truceline.export.precision import date_prec, has_point, priogrid
from truceline.export.table import Table
from truceline.export.view import View, joined, left_out, name_of, names_of, rest
from truceline.knowledge.codes import codes_of, region_of
from truceline.knowledge.conflict_files import conflict_named
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties, Event
from truceline.model.flat import Column, Row, flat_columns, flat_row

ONE_SIDED = 3
GOVERNMENT = {"GOV", "MIL", "COP", "SPY"}
COLUMNS = (
    Column("id", "string", "id of the record or claim in the ledger"),
    Column("relid", "string", "id of the report that tells it first"),
    Column("year", "integer", "year of date_start"),
    Column("active_year", "integer", "empty: needs a year's total"),
    Column("type_of_violence", "integer", "1 state-based, 2 non-state, 3 one-sided"),
    Column("conflict_new_id", "integer", "empty: UCDP's own number"),
    Column("conflict_name", "string", "name of the conflict file"),
    Column("dyad_new_id", "integer", "empty: UCDP's own number"),
    Column("dyad_name", "string", "both sides"),
    Column("side_a_new_id", "integer", "empty: UCDP's own number"),
    Column("gwnoa", "integer", "Gleditsch-Ward number of side_a, if it is a government"),
    Column("side_a", "string", "the government, if one takes part"),
    Column("side_b_new_id", "integer", "empty: UCDP's own number"),
    Column("gwnob", "integer", "Gleditsch-Ward number of side_b, if it is a government"),
    Column("side_b", "string", "the other side, or Civilians"),
    Column("number_of_sources", "integer", "independent sources: copies of one text count once"),
    Column("source_article", "string", "publishers and days, joined by ;"),
    Column("source_office", "string", "publishers, joined by ;"),
    Column("source_date", "date", "day of publication of the first report"),
    Column("source_headline", "string", "its headline"),
    Column("source_original", "string", "who says so, joined by ;"),
    Column("where_prec", "integer", "1 exact to 7 water or airspace"),
    Column("where_coordinates", "string", "name of the place"),
    Column("where_description", "string", "the place as written"),
    Column("adm_1", "string", "first-order region, where the gazetteer knows it"),
    Column("adm_2", "string", "empty: not in the gazetteer"),
    Column("latitude", "number", "decimal degrees, WGS84; of an area its centre; empty where no gazetteer has it"),
    Column("longitude", "number", "decimal degrees, WGS84; of an area its centre; empty where no gazetteer has it"),
    Column("geom_wkt", "string", "POINT (longitude latitude)"),
    Column("priogrid_gid", "integer", "PRIO-GRID cell of the point"),
    Column("country", "string", "country of the place"),
    Column("country_id", "integer", "Gleditsch-Ward number that the country's ground had on date_start"),
    Column("region", "string", "continent of the country"),
    Column("event_clarity", "integer", "1 one event, 2 a summary of several"),
    Column("date_prec", "integer", "1 a day, 2 two to six days, 3 a week, 4 a month, 5 more"),
    Column("date_start", "date", "first day"),
    Column("date_end", "date", "last day"),
    Column("deaths_a", "integer", "dead of side_a, where the claimants agree"),
    Column("deaths_b", "integer", "dead of side_b, where the claimants agree"),
    Column("deaths_civilians", "integer", "dead civilians, where the claimants agree"),
    Column(
        "deaths_unknown",
        "integer",
        "dead of whom no side is told, where the claimants agree; not those of all sides together",
    ),
    Column("low", "integer", "the lowest figure of any claimant for all the dead, else of the largest group"),
    Column("best", "integer", "empty, unless a person accepted one figure"),
    Column("high", "integer", "the highest figure of any claimant for all the dead; empty where one sets no bound"),
)


def ucdp(view: View, *, summary_events: bool = False) -> Package:
    """The package. ``summary_events`` adds cumulative tolls that have a period and a place, as event_clarity 2."""
    unexported: list[Row] = []
    tolls = [claim for claim in view.of_kind(Casualties) if claim.harm == "killed" and claim.measure != "incident"]
    told = {claim.id for claim in tolls}
    rows = list(event_rows(view, unexported, told))
    if summary_events:
        rows += [row for claim in tolls if (row := summary_row(view, claim, unexported))]
    events = Table(
        "ged", "Events with the columns of UCDP GED", (*COLUMNS, *claimant_columns("best", rows)), rows, ("id",)
    )
    return Package(
        "ucdp", "UCDP GED-like events", "UCDP GED 24.1 columns; not UCDP data", (events, toll_table(tolls)), (),
        rest(view, told, unexported, why_not_ged),
        notes=(
            "low and high are the lowest and highest figure that any claimant gives; they are no range of uncertainty.",
            "Figures of different people are never added: where nobody counts all the dead, low is the largest group's "
            "and high is empty.",
            "best is left empty unless a person accepted one figure.",
            "Cumulative tolls stand in tolls.csv.",
            "Not checked against the codebook itself: date_prec 4 as up to 31 days, where_prec 2 as up to 25 km, "
            "Gleditsch-Ward numbers (own compilation).",
            "Palestine, Western Sahara and others that the list does not count as states have no country_id.",
        ),
        options=(("summary_events", "tolls with a period and a place are rows with event_clarity 2"),)
        if summary_events else (),
    )  # fmt: skip


def toll_table(tolls: list[Casualties]) -> Table:
    return Table(
        "tolls", "Cumulative tolls and increases, a claim a row", flat_columns(Casualties),
        [flat_row(claim) for claim in tolls], ("id",),
    )  # fmt: skip


def event_rows(view: View, unexported: list[Row], told: set[str]) -> Iterator[Row]:
    """Every event; ``told`` gets the ids of the claims that stand in one."""
    for made in happenings(view):
        if row := event_row(view, made, unexported):
            told |= made.counted
            yield row


def why_not_ged(claim: AnyClaim) -> str:
    """Why GED has no row for a claim of this kind, whatever it says."""
    if isinstance(claim, Event):
        return why_not(claim)
    if isinstance(claim, Casualties):
        if claim.harm != "killed":
            return f"GED counts deaths only, these are {claim.harm}"
        return why_not_counted(claim)
    return f"GED has no row for a {claim.kind}"


def event_row(view: View, made: Happening, unexported: list[Row]) -> Row | None:
    dead = killed(made.losses)
    named = made.sides(view.places)
    sides = dyad(named)
    reason = why_no_row(made, dead, named)
    if reason or sides is None or made.date is None or made.date.earliest is None:
        unexported.extend(left_out(event, reason or "no date") for event in made.events)
        return None
    kind, side_a, side_b = sides
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        "id": made.id,
        **told_by(view, made.claims),
        **placed(made),
        **dated(made),
        "type_of_violence": kind,
        "dyad_name": joined([name_of(side_a), name_of(side_b)], " - "),
        "side_a": name_of(side_a),
        "gwnoa": government_number(side_a, made.date.earliest),
        "side_b": name_of(side_b),
        "gwnob": government_number(side_b, made.date.earliest),
        "number_of_sources": made.independent_sources,
        "event_clarity": 1,
        **deaths(view, dead, side_a, side_b),
        **claimant_figures("best", view, dead),
    }  # fmt: skip


def why_no_row(made: Happening, dead: list[Casualties], named: Sides) -> str | None:
    if not any((loss.low or loss.value or 0) > 0 for loss in dead):
        return "no report gives a number of dead for this event"
    if date_prec(made.date) is None:
        return "no day is stated or resolved"
    if made.place is None or codes_of(made.place.country) is None:
        return "no place in a known country is stated"
    if dyad(named):
        return None
    if named.first and named.armed:
        return "the other side is told of as soldiers or fighters, not by its name"
    return "no two sides and no one-sided perpetrator are named"


CIVILIANS = Actor(entity_name="Civilians", kind="civilians", sector="CVL")


def dyad(named: Sides) -> tuple[int, Actor, Actor] | None:
    """Type of violence with both sides, the government first; null where they are not named."""
    if not named.first:
        return None
    if named.second:
        pair = sorted((named.first[0], named.second[0]), key=lambda actor: not is_government(actor))
        return (1 if is_government(pair[0]) else 2), pair[0], pair[1]
    if named.civilians and not named.armed:
        return ONE_SIDED, named.first[0], CIVILIANS
    return None


def is_government(actor: Actor) -> bool:
    return actor.sector in GOVERNMENT or actor.kind in {"state", "government", "armed_force"}


def government_number(actor: Actor, on: datetime.date) -> int | None:
    codes = codes_of(actor.country, on) if is_government(actor) else None
    return codes.gw if codes else None


def told_by(view: View, claims: tuple[AnyClaim, ...]) -> Row:
    """Where the row comes from."""
    first = min(claims, key=lambda claim: (str(view.published(claim) or "9999"), claim.id))
    report = view.report(first)
    conflict = view.conflicts.get(first.report)
    return {
        "relid": first.report,
        "conflict_name": conflict_named(conflict).title if conflict else None,
        "source_article": joined(f"{view.publisher(claim) or 'unknown outlet'}, {view.published(claim) or 'no date'}"
                                 for claim in claims),
        "source_office": joined(view.publishers(claims)),
        "source_date": view.published(first),
        "source_headline": report.title if report else None,
        "source_original": joined(view.said_by(claim) for claim in claims),
    }  # fmt: skip


def placed(made: Happening) -> Row:
    place = made.place
    if place is None:
        return {}
    codes = codes_of(place.country, made.date.earliest if made.date else None)
    row: Row = {
        "where_prec": place.precision, "where_coordinates": place.name, "where_description": place.raw,
        "adm_1": region_of(place.name, place.geonameid, place.country),
        "country": codes.name if codes else None, "country_id": codes.gw if codes else None,
        "region": codes.continent if codes else None,
    }  # fmt: skip
    if has_point(place) and place.lat is not None and place.lon is not None:
        row |= {"latitude": place.lat, "longitude": place.lon, "geom_wkt": f"POINT ({place.lon} {place.lat})",
                "priogrid_gid": priogrid(place.lat, place.lon)}  # fmt: skip
    return row


def dated(made: Happening) -> Row:
    date = made.date
    if date is None or date.earliest is None:
        return {}
    return {"year": date.earliest.year, "date_prec": date_prec(date), "date_start": date.earliest,
            "date_end": date.latest}  # fmt: skip


def deaths(view: View, dead: list[Casualties], side_a: Actor, side_b: Actor) -> Row:
    by_column: dict[str, list[Casualties]] = defaultdict(list)
    for loss in dead:
        by_column[column_of(loss, side_a, side_b)].append(loss)
    if len(by_column) > 1:  # those who count the dead of every side together: the other columns hold a part of them
        everyone = {loss.id for loss in of_everyone(dead)}
        by_column["deaths_unknown"] = [loss for loss in by_column["deaths_unknown"] if loss.id not in everyone]
    counted = {name: agreed(losses) for name, losses in by_column.items()}
    accepted = {loss.value for loss in of_everyone(dead) if loss.id in view.accepted and loss.value is not None}
    return {**counted, **low_and_high(dead), "best": accepted.pop() if len(accepted) == 1 else None}


def column_of(loss: Casualties, side_a: Actor, side_b: Actor) -> str:
    if loss.person_status == "civilian":
        return "deaths_civilians"
    return "deaths_a" if of_side(loss, side_a) else "deaths_b" if of_side(loss, side_b) else "deaths_unknown"


def of_side(loss: Casualties, side: Actor) -> bool:
    if loss.person_status == "civilian" or not isinstance(loss.losses_of, Actor):
        return False
    return name_of(loss.losses_of) == name_of(side) or (
        is_government(side) and is_government(loss.losses_of) and loss.losses_of.country == side.country is not None
    )


def agreed(losses: Iterable[Casualties]) -> int | None:
    figures = {loss.value for loss in losses}
    return figures.pop() if len(figures) == 1 else None


def summary_row(view: View, claim: Casualties, unexported: list[Row]) -> Row | None:
    """A toll over a period as one row of event_clarity 2, without sides' deaths."""
    sides = names_of(
        actor for actor in (claim.perpetrator, claim.losses_of) if isinstance(actor, Actor) and is_party(actor)
    )
    made = Happening(claim.id, (), (claim,), claim.period, claim.place, 1)
    if claim.aux_mode is not None or claim.factuality not in HAPPENED:
        unexported.append(left_out(claim, "told as something that may not have happened, or long ago"))
        return None
    if (
        date_prec(claim.period) is None
        or claim.place is None
        or codes_of(claim.place.country) is None
        or len(sides) < 2
    ):
        unexported.append(left_out(claim, "a summary event needs a period, a place and two sides"))
        return None
    return {
        **dict.fromkeys(column.name for column in COLUMNS), "id": claim.id, **told_by(view, (claim,)), **placed(made),
        **dated(made), "side_a": sides[0], "side_b": sides[1], "dyad_name": " - ".join(sides[:2]),
        "number_of_sources": 1, "event_clarity": 2, "low": claim.low, "high": claim.high,
        **claimant_figures("best", view, [claim]),
    }  # fmt: skip
