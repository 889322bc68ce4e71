"""``/review``: the queue, one claim at a time."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from truceline.model.claim import CLAIM_KINDS
from truceline.model.judgement import Judgement, in_force
from truceline.show.pages.claims import found, statement_of
from truceline.show.review.agreement import agreement_of
from truceline.show.review.editors import editors_of
from truceline.show.review.queue import ORDERS, Queue, around, number_waiting, pair_for, progress, waiting
from truceline.show.review.second_look import is_blind, shown
from truceline.show.review.writing import last_seen
from truceline.show.sentences import neighbourhood
from truceline.show.site import OTHER, Site, site_of
from truceline.show.window import parties_of
from truceline.show.wording import counted, who

router = APIRouter(include_in_schema=False)
REASONS = ("wrong words", "not said", "copy", "plea", "old news", "other")
SAID = {"accept": "Accepted", "reject": "Rejected", "edit": "Corrected", "same": "Marked as the same",
        "different": "Marked as different", "unsure": "Marked as unsure", "add": "Added", "back": "Taken back",
        "again": "Done again", "nothing": "Nothing to take back", "name": "Name kept",
        "all": "Accepted all that were shown"}  # fmt: skip
STEPS = 10


def queue_of(request: Request, site: Site) -> Queue:
    asked = request.query_params
    conflict = asked.get("conflict") or None
    return Queue(
        conflict=conflict,
        known=site.conflict(conflict) if conflict else None,
        kind=asked.get("kind") if asked.get("kind") in CLAIM_KINDS else None,
        order=asked.get("order", "") if asked.get("order") in ORDERS else "need",
        record=asked.get("record") or None,
        coder=site.door.name_of(request) if asked.get("second") else None,
    )


@router.get("/review", response_class=HTMLResponse)
def review_queue(request: Request) -> HTMLResponse:
    """The first claim that waits."""
    site = site_of(request)
    site.catalogue.fresh()
    queue = queue_of(request, site)
    rows = waiting(site.catalogue, queue, 1)
    if rows:
        return review_page(request, rows[0]["id"])
    context = {
        "conflict": queue.conflict,
        "here": "review",
        "queue": queue,
        "progress": progress(site.catalogue, queue),
        "said": said(request),
        "steps": steps(site, request),
    }
    return site.render(request, "reviewed", context)


@router.get("/review/agreement", response_class=HTMLResponse)
def agreement_page(request: Request, conflict: str | None = None) -> HTMLResponse:
    site = site_of(request)
    site.catalogue.fresh()
    agreement = agreement_of(site, site.conflict(conflict) if conflict else None)
    context = {"conflict": conflict, "here": "review", "agreement": agreement}
    return site.render(request, "agreement", context)


@router.get("/review/{id_}", response_class=HTMLResponse)
def review_page(request: Request, id_: str) -> HTMLResponse:
    site = site_of(request)
    site.catalogue.fresh()
    return site.render(request, "review", context_of(request, site, id_))


def context_of(request: Request, site: Site, id_: str) -> dict[str, Any]:
    catalogue = site.catalogue
    judged, report, conflict = found(catalogue, id_)
    queue = queue_of(request, site)
    name = site.door.name_of(request)
    judgements = in_force(catalogue.judgements_on(id_))
    claim = shown(site, queue, judged, judgements, name)
    rows = waiting(catalogue, queue)
    before, after = around(rows, id_)
    pair = pair_for(catalogue, claim)
    return {
        "conflict": conflict or OTHER,
        "here": "review",
        "claim": claim,
        "row": catalogue.claim_row(id_),
        "report": report,
        "says": who(claim.claimed_by, report.publisher),
        "slot": parties_of(site, conflict).slot(claim.claimed_by),
        "around": neighbourhood(report.text, claim, statement_of(catalogue, claim)),
        "editors": editors_of(claim),
        "queue": queue,
        "rows": rows,
        "waiting": number_waiting(catalogue, queue),
        "progress": progress(catalogue, queue),
        "before": before,
        "after": after,
        "pair": pair,
        "pair_report": catalogue.light_reports([pair["report"]])[0] if pair is not None else None,
        "records": catalogue.records_of(id_),
        "seen": last_seen(site, claim),
        "others": [judgement for judgement in judgements if judgement.by != name],
        "blind": is_blind(queue, judgements, name),
        "steps": steps(site, request),
        "reasons": REASONS,
        "kinds": CLAIM_KINDS,
        "orders": ORDERS,
        "said": said(request),
        "fault": None,
    }


def steps(site: Site, request: Request) -> list[Judgement]:
    name = site.door.name_of(request)
    return site.catalogue.last_judgements(name, STEPS) if name else []


def said(request: Request) -> str:
    words = SAID.get(request.query_params.get("said", ""), "")
    number, late = (request.query_params.get(name, "") for name in ("n", "late"))
    if words and number.isdigit():
        words = f"{words}: {counted(int(number), 'claim')}"
    if words and late.isdigit() and int(late):
        words += f"; {int(late):,} more had been decided by somebody meanwhile"
    return words
