"""Rows with the columns of UCDP GED. ``low`` and ``high`` span the claimants, ``best`` is empty unless a person
accepted one figure; cumulative tolls are no events and go to ``tolls.csv``.
"""

from collections.abc import Iterator

from truceline.export.claimants import claimant_columns, claimant_figures
from truceline.export.happenings import Happening, happenings, killed
from truceline.export.package import Package
from truceline.export.precision import date_prec, has_point, priogrid
from truceline.export.table import Table
from truceline.export.view import View, joined, left_out, name_of, names_of
from truceline.knowledge.codes import codes_of, region_of
from truceline.knowledge.conflict_files import conflict_named
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Casualties
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
    Column("latitude", "number", "decimal degrees, WGS84; empty for an area"),
    Column("longitude", "number", "decimal degrees, WGS84; empty for an area"),
    Column("geom_wkt", "string", "POINT (longitude latitude)"),
    Column("priogrid_gid", "integer", "PRIO-GRID cell of the point"),
    Column("country", "string", "country of the place"),
    Column("country_id", "integer", "Gleditsch-Ward number of the country"),
    Column("region", "string", "continent of the country"),
    Column("event_clarity", "integer", "1 one event, 2 a summary of several"),
    Column("date_prec", "integer", "1 a day, 2 two to six days, 3 a week, 4 a month, 5 more"),
    Column("date_start", "date", "first day"),
    Column("date_end", "date", "last day"),
    Column("deaths_a", "integer", "dead of side_a, where the claimants agree"),
    Column("deaths_b", "integer", "dead of side_b, where the claimants agree"),
    Column("deaths_civilians", "integer", "dead civilians, where the claimants agree"),
    Column("deaths_unknown", "integer", "dead of unknown status, where the claimants agree"),
    Column("low", "integer", "the lowest figure of any claimant"),
    Column("best", "integer", "empty, unless a person accepted one figure"),
    Column("high", "integer", "the highest figure of any claimant"),
)


def ucdp(view: View, *, summary_events: bool = False) -> Package:
    """The package. ``summary_events`` adds cumulative tolls that have a period and a place, as event_clarity 2."""
    unexported: list[Row] = []
    rows = [row for made in happenings(view) if (row := event_row(view, made, unexported))]
    tolls = [claim for claim in view.of_kind(Casualties) if claim.harm == "killed" and claim.measure != "incident"]
    if summary_events:
        rows += [row for claim in tolls if (row := summary_row(view, claim, unexported))]
    unexported += [
        left_out(claim, f"GED has no row for a {claim.kind}")
        for claim in view.claims.values()
        if claim.kind in {"statement", "talks", "position", "ceasefire", "territory"}
    ]
    unexported += [
        left_out(claim, f"GED counts deaths only, these are {claim.harm}")
        for claim in view.of_kind(Casualties) if claim.harm != "killed"
    ]  # fmt: skip
    events = Table(
        "ged", "Events with the columns of UCDP GED", (*COLUMNS, *claimant_columns("best", rows)), rows, ("id",)
    )
    return Package(
        "ucdp", "UCDP GED-like events", "UCDP GED 24.1 columns; not UCDP data", (events, toll_table(tolls)), (),
        unexported,
        notes=(
            "low and high are the lowest and highest figure that any claimant gives; they are no range of uncertainty.",
            "best is left empty unless a person accepted one figure.",
            "Cumulative tolls stand in tolls.csv.",
        ),
        options=(("summary_events", "tolls with a period and a place are rows with event_clarity 2"),)
        if summary_events else (),
    )  # fmt: skip


def toll_table(tolls: list[Casualties]) -> Table:
    return Table(
        "tolls", "Cumulative tolls and increases, a claim a row", flat_columns(Casualties),
        [flat_row(claim) for claim in tolls], ("id",),
    )  # fmt: skip


def event_row(view: View, made: Happening, unexported: list[Row]) -> Row | None:
    dead = killed(made.losses)
    sides = sides_of(made)
    reason = why_no_row(made, dead, sides)
    if reason or sides is None or made.date is None or made.date.earliest is None:
        unexported.extend(left_out(event, reason or "no date") for event in made.events)
        return None
    kind, side_a, side_b = sides
    other = name_of(side_b) if kind < ONE_SIDED else "Civilians"
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        "id": made.id,
        **told(view, made.claims),
        **placed(made),
        **dated(made),
        "type_of_violence": kind,
        "dyad_name": joined([name_of(side_a), other], " - "),
        "side_a": name_of(side_a),
        "gwnoa": government_number(side_a),
        "side_b": other,
        "gwnob": government_number(side_b) if kind < ONE_SIDED else None,
        "number_of_sources": made.independent_sources,
        "event_clarity": 1,
        **deaths(view, dead, side_a, side_b),
        **claimant_figures("best", view, dead),
    }  # fmt: skip


def why_no_row(made: Happening, dead: list[Casualties], sides: tuple[int, Actor, Actor] | None) -> str | None:
    if not any((loss.low or loss.value or 0) > 0 for loss in dead):
        return "no report gives a number of dead for this event"
    if date_prec(made.date) is None:
        return "no day is stated or resolved"
    if made.place is None or codes_of(made.place.country) is None:
        return "no place in a known country is stated"
    return None if sides else "no two sides and no one-sided perpetrator are named"


def sides_of(made: Happening) -> tuple[int, Actor, Actor] | None:
    """Type of violence with both sides, the government first; null where they are not named."""
    actors, recipients = made.actors, made.recipients
    armed = [actor for actor in recipients if actor.sector != "CVL" and actor.kind != "civilians"]
    civilians = [actor for actor in recipients if actor not in armed]
    if actors and civilians and not armed:
        return ONE_SIDED, actors[0], civilians[0]
    pair = [*actors[:1], *armed[:1]] if armed else list(actors[:2])
    if len(pair) < 2:
        return None
    pair.sort(key=lambda actor: not is_government(actor))
    return (1 if is_government(pair[0]) else 2), pair[0], pair[1]


def is_government(actor: Actor) -> bool:
    return actor.sector in GOVERNMENT or actor.kind in {"state", "government", "armed_force"}


def government_number(actor: Actor) -> int | None:
    codes = codes_of(actor.country) if is_government(actor) else None
    return codes.gw if codes else None


def told(view: View, claims: tuple[AnyClaim, ...]) -> Row:
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
    codes = codes_of(place.country)
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
    low = [figure for loss in dead if (figure := loss.value if loss.low is None else loss.low) is not None]
    high = [figure for loss in dead if (figure := loss.value if loss.high is None else loss.high) is not None]
    accepted = {loss.value for loss in dead if loss.id in view.accepted and loss.value is not None}
    return {
        "deaths_a": agreed(loss for loss in dead if of_side(loss, side_a)),
        "deaths_b": agreed(loss for loss in dead if of_side(loss, side_b)),
        "deaths_civilians": agreed(loss for loss in dead if loss.person_status == "civilian"),
        "deaths_unknown": agreed(
            loss for loss in dead
            if loss.person_status != "civilian" and not of_side(loss, side_a) and not of_side(loss, side_b)
        ),
        "low": min(low) if low else None,
        "best": accepted.pop() if len(accepted) == 1 else None,
        "high": max(high) if high and len(high) == len(dead) else None,
    }  # fmt: skip


def of_side(loss: Casualties, side: Actor) -> bool:
    if loss.person_status == "civilian" or not isinstance(loss.losses_of, Actor):
        return False
    return name_of(loss.losses_of) == name_of(side) or (
        is_government(side) and is_government(loss.losses_of) and loss.losses_of.country == side.country is not None
    )


def agreed(losses: Iterator[Casualties]) -> int | None:
    figures = {loss.value for loss in losses}
    return figures.pop() if len(figures) == 1 else None


def summary_row(view: View, claim: Casualties, unexported: list[Row]) -> Row | None:
    """A toll over a period as one row of event_clarity 2, without sides' deaths."""
    sides = names_of([actor for actor in (claim.perpetrator, claim.losses_of) if isinstance(actor, Actor)])
    made = Happening(claim.id, (), (claim,), claim.period, claim.place, 1)
    if (
        date_prec(claim.period) is None
        or claim.place is None
        or codes_of(claim.place.country) is None
        or len(sides) < 2
    ):
        unexported.append(left_out(claim, "a summary event needs a period, a place and two sides"))
        return None
    return {
        **dict.fromkeys(column.name for column in COLUMNS), "id": claim.id, **told(view, (claim,)), **placed(made),
        **dated(made), "side_a": sides[0], "side_b": sides[1], "dyad_name": " - ".join(sides[:2]),
        "number_of_sources": 1, "event_clarity": 2, "low": claim.low, "high": claim.high,
        **claimant_figures("best", view, [claim]),
    }  # fmt: skip
