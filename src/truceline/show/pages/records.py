"""``/records/{id}``: one truce, round, toll, place or contradiction: its figure, its claims by source, and why."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from truceline.model.claims import AnyClaim, Statement
from truceline.model.record import (
    Agreement,
    AnyRecord,
    CeasefireProcess,
    Contradiction,
    Incident,
    PositionHistory,
    RecordKind,
    TalksRound,
    TerritoryHistory,
    TollSeries,
)
from truceline.model.report import Report
from truceline.show.figures.network import Network, networks
from truceline.show.figures.tolls import TollPanel, figures_on_days, panels_of
from truceline.show.figures.truces import CARD, TruceRows, told_truces
from truceline.show.known import Value
from truceline.show.page import truces_in_sizes
from truceline.show.parties import Parties
from truceline.show.sentences import Neighbourhood, neighbourhood
from truceline.show.site import OTHER, Site, site_of
from truceline.show.standing import Standing
from truceline.show.window import parties_of
from truceline.show.wording import counted, held, names, plain, when, where, who

router = APIRouter(include_in_schema=False)
MOST_QUOTES = 60
KIND_PAGES: dict[RecordKind, str] = {
    "toll_series": "tolls",
    "ceasefire_process": "truces",
    "talks_round": "talks",
    "contradiction": "contradictions",
    "agreement": "contradictions",
    "territory_history": "map",
    "incident": "timeline",
    "position_history": "timeline",
    "repeated_statement": "timeline",
}


@router.get("/records/{id_}", response_class=HTMLResponse)
def record_page(request: Request, id_: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    record = site.catalogue.record(id_)
    if record is None:
        raise HTTPException(
            404, f"No record “{id_}” stands in this ledger. A newer reconciliation may have joined otherwise."
        )
    return site.keep(request, "record", lambda: context_of(site, record))


def context_of(site: Site, record: AnyRecord) -> dict[str, Any]:
    row = site.catalogue.one("SELECT conflict FROM records WHERE id = ?", [record.id])
    conflict = row["conflict"] if row is not None else ""
    claims = site.catalogue.claims(record.members)
    reports = {claim.report: site.catalogue.report(claim.report) for claim in claims[:MOST_QUOTES]}
    known = [report for report in reports.values() if report is not None]
    far = {claim.report for claim in claims} - set(reports)
    standing = Standing(known + site.catalogue.light_reports(far), claims, [record])
    parties = parties_of(site, conflict)
    kept = next(iter(standing.records), record)
    return {
        "conflict": conflict or OTHER,
        "here": KIND_PAGES[record.kind],
        "record": record,
        "looked_at": sum(site_state(site, claim.id) != "open" for claim in claims),
        "claims": len(claims),
        "sides": sides_of(site, standing, parties, known),
        "values": values_of(kept, standing),
        "single": single_outlet(standing, record),
        **figures_of(kept, standing, parties),
    }


def site_state(site: Site, claim: str) -> str:
    row = site.catalogue.claim_row(claim)
    return str(row["state"]) if row is not None else "open"


def figures_of(record: AnyRecord, standing: Standing, parties: Parties) -> dict[str, Any]:
    """The figure of its kind, for a small and for a large screen; empty where there is nothing to draw."""
    panels: list[TollPanel] = []
    rounds: list[Network] = []
    truces: list[TruceRows] = []
    if isinstance(record, TollSeries) and figures_on_days(record, standing):
        panels = panels_of([record], standing, parties)
    if isinstance(record, TalksRound):
        rounds = networks(standing, parties)
    if isinstance(record, CeasefireProcess):
        truces = truces_in_sizes(standing, told_truces(standing, parties), large=CARD)
    return {"panels": panels, "networks": rounds, "truces": truces}


def values_of(record: AnyRecord, standing: Standing) -> list[Value]:
    made: list[Value] = []
    for field, name, words in fields_of(record):
        made.append(Value(field, name, words, silent="not stated" in words))
    made.append(Value("reasons", "joined because", "; ".join(record.reasons) or "it stands alone"))
    outlets = f": {', '.join(record.outlets)}" if record.outlets else ""
    made.append(Value("sources", "sources", counted(record.independent_sources, "independent source") + outlets))
    return made


def fields_of(record: AnyRecord) -> list[tuple[str, str, str]]:
    """Field, name and words."""
    match record:
        case CeasefireProcess():
            return [
                ("parties", "parties", names(record.parties)),
                ("stages", "stages", ", ".join(dict.fromkeys(plain(step.stage) for step in record.steps))),
                ("place", "place", where(record.place)),
                ("held", "how long", held(record.held_days)),
            ]
        case TalksRound():
            return round_fields(record)
        case TollSeries():
            return [
                ("claimed_by", "counted by", who(record.claimed_by)),
                ("losses_of", "losses of", who(record.losses_of)),
                ("person_status", "people", record.person_status),
                ("harm", "harm", record.harm),
                ("scope", "which fighting", record.scope or "not stated"),
            ]
        case Contradiction() | Agreement():
            return [("why", "why", record.why)]
        case Incident():
            return [
                ("window", "when", when(record.window)),
                ("place", "place", where(record.place)),
                ("actors", "who", names(record.actors, 12)),
            ]
        case TerritoryHistory():
            last = record.steps[-1]
            said = f"{who(last.controller)} {plain(last.change)}, {who(last.claimed_by)} says"
            return [("place", "place", where(record.place)), ("last", "last said", said)]
        case PositionHistory():
            return [
                ("holder", "of", who(record.holder)),
                ("issue", "on", record.issue or "not stated"),
                ("stances", "stances", ", ".join(dict.fromkeys(plain(step.stance) for step in record.steps))),
            ]
        case _:
            return []


def round_fields(record: TalksRound) -> list[tuple[str, str, str]]:
    statuses = ", ".join(dict.fromkeys(plain(step.status) for step in record.steps))
    return [
        ("date", "when", when(record.date)),
        ("participants", "who", names(record.participants, 12)),
        ("mediators", "go-betweens", names(record.mediators) if record.mediators else "not stated"),
        ("hosts", "hosts", names(record.hosts) if record.hosts else "not stated"),
        ("place", "place", where(record.place)),
        ("status", "status", statuses),
    ]


def single_outlet(standing: Standing, record: AnyRecord) -> str | None:
    """The one outlet that all of it comes through, where several voices speak."""
    outlets = {report.publisher or "one report" for report in standing.reports.values()}
    voices = {who(claim.claimed_by, standing.publisher(claim)) for claim in standing.claims.values()}
    if len(outlets) == 1 and len(voices) > 1 and record.independent_sources == 1:
        return f"{len(voices)} voices speak, all through {next(iter(outlets))}."
    return None


def sides_of(site: Site, standing: Standing, parties: Parties, reports: list[Report]) -> list[dict[str, Any]]:
    """One column a claimant: what each says, in the order of its reports."""
    texts = {report.id: report for report in reports}
    sides: dict[str, dict[str, Any]] = {}
    for claim in sorted(
        standing.claims.values(), key=lambda claim: (str(standing.published(claim)), claim.evidence.start)
    ):
        report = texts.get(claim.report)
        if report is None:
            continue
        name = who(claim.claimed_by, standing.publisher(claim))
        side = sides.setdefault(name, {"name": name, "slot": parties.slot(claim.claimed_by), "quotes": []})
        side["quotes"].append(quote_of(site, claim, report))
    return list(sides.values())


def quote_of(site: Site, claim: AnyClaim, report: Report) -> dict[str, Any]:
    told = site.catalogue.claim(claim.statement) if claim.statement else None
    statement = told if isinstance(told, Statement) else None
    around: Neighbourhood = neighbourhood(report.text, claim, statement)
    return {"claim": claim, "runs": around.runs, "report": report, "mode": statement.quote_mode if statement else None}
