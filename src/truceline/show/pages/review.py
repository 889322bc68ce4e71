"""``/review``: the queue, one claim at a time; each decision is one post and one appended judgement."""

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from truceline.errors import WrongValue
from truceline.model.claim import CLAIM_KINDS
from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import with_changes
from truceline.model.judgement import Judgement, Verdict, in_force
from truceline.show.pages.claims import found, statement_of
from truceline.show.review.adding import added_claim
from truceline.show.review.agreement import agreement_of
from truceline.show.review.editors import editors_of
from truceline.show.review.queue import ORDERS, Queue, around, number_waiting, pair_for, progress, waiting
from truceline.show.review.values import changes_of
from truceline.show.review.writing import do_again, judge, last_seen, take_back
from truceline.show.security import LONGEST_NAME, NAME_COOKIE, clean_name
from truceline.show.sentences import neighbourhood
from truceline.show.site import OTHER, Site, site_of
from truceline.show.window import parties_of
from truceline.show.wording import who

router = APIRouter(include_in_schema=False)
REASONS = ("wrong words", "not said", "copy", "plea", "old news", "other")
SAID = {"accept": "Accepted", "reject": "Rejected", "edit": "Corrected", "same": "Marked as the same",
        "different": "Marked as different", "unsure": "Marked as unsure", "add": "Added", "back": "Taken back",
        "again": "Done again", "nothing": "Nothing to take back", "name": "Name kept"}  # fmt: skip
STEPS = 10
YEAR = 365 * 24 * 3600


def queue_of(request: Request, site: Site) -> Queue:
    asked = request.query_params
    conflict = asked.get("conflict") or None
    return Queue(
        conflict=conflict,
        known=site.conflict(conflict) if conflict else None,
        kind=asked.get("kind") if asked.get("kind") in CLAIM_KINDS else None,
        order=asked.get("order", "") if asked.get("order") in ORDERS else "unsure",
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
    shares, apart = agreement_of(site.catalogue, site.conflict(conflict) if conflict else None)
    context = {"conflict": conflict, "here": "review", "shares": shares, "apart": apart}
    return site.render(request, "agreement", context)


@router.get("/review/{id_}", response_class=HTMLResponse)
def review_page(request: Request, id_: str) -> HTMLResponse:
    site = site_of(request)
    site.catalogue.fresh()
    return site.render(request, "review", context_of(request, site, id_))


def context_of(request: Request, site: Site, id_: str) -> dict[str, Any]:
    catalogue = site.catalogue
    claim, report, conflict = found(catalogue, id_)
    queue = queue_of(request, site)
    rows = waiting(catalogue, queue)
    before, after = around(rows, id_)
    pair = pair_for(catalogue, claim)
    judgements = in_force(catalogue.judgements_on(id_))
    name = site.door.name_of(request)
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
        "others": others_of(judgements, name),
        "own": [judgement for judgement in judgements if judgement.by == name],
        "steps": steps(site, request),
        "reasons": REASONS,
        "kinds": CLAIM_KINDS,
        "said": said(request),
        "fault": None,
    }


def others_of(judgements: list[Judgement], name: str) -> list[Judgement]:
    """What other coders decided; the page hides it until this coder has decided too."""
    return [judgement for judgement in judgements if judgement.by != name]


def steps(site: Site, request: Request) -> list[Judgement]:
    name = site.door.name_of(request)
    return site.catalogue.last_judgements(name, STEPS) if name else []


def said(request: Request) -> str:
    return SAID.get(request.query_params.get("said", ""), "")


def coder_of(request: Request, site: Site, form: FormData) -> str:
    """Who judges. Raises 403 where this browser may not write, 422 where nobody gave a name."""
    site.door.check_form(request, form.get("form_key"))
    name = site.door.name_of(request) or clean_name(str(form.get("name", "")))
    if not name:
        raise HTTPException(422, "Nothing was written: say first who judges, with your name at the side of the review.")
    return name


def next_page(site: Site, queue: Queue, after: str | None, what: str) -> RedirectResponse:
    """The next claim that waits, else the queue itself."""
    target = after if after and site.catalogue.claim_row(after) is not None else None
    words = queue.address(said=what)
    return RedirectResponse(f"/review/{target}?{words}" if target else f"/review?{words}", 303)


@router.post("/review/{id_}/judge", response_class=HTMLResponse)
async def judge_claim(request: Request, id_: str) -> Response:
    form = await request.form(max_files=0, max_fields=200)
    site = site_of(request)
    name = coder_of(request, site, form)
    site.catalogue.fresh(now=True)
    queue = queue_of(request, site)
    claim, _, _ = found(site.catalogue, id_)
    if form.get("force") != "1" and str(form.get("seen", "")) != last_seen(site, claim):
        return faster(request, site, claim, form)
    try:
        verdict, changes = decision_of(site, claim, form)
    except WrongValue as error:
        context = {**context_of(request, site, id_), "fault": f"Nothing was written: {error}."}
        return site.render(request, "review", context, 422)
    _, after = around(waiting(site.catalogue, queue), id_)
    judge(site, verdict, (id_,), name, note=note_of(form), changes=changes)
    return with_name(next_page(site, queue, after, verdict), name, site)


def decision_of(site: Site, claim: AnyClaim, form: FormData) -> tuple[Verdict, dict[str, object]]:
    """Reject, accept, or one judgement that holds all corrections. Raises WrongValue."""
    if form.get("decision") == "reject":
        return "reject", {}
    if form.get("decision") != "accept":
        raise WrongValue("the form did not say whether to accept or to reject")
    typed = {key.removeprefix("field-"): str(value) for key, value in form.items() if key.startswith("field-")}
    changes = changes_of(claim, editors_of(claim), typed, site.catalogue)
    if not changes:
        return "accept", {}
    try:
        with_changes(claim, changes)
    except ValidationError as error:
        first = error.errors()[0]
        field = " ".join(str(part) for part in first["loc"] if part != claim.kind).replace("_", " ")
        raise WrongValue(f"{field}: {first['msg'].lower()}") from error
    return "edit", changes


def note_of(form: FormData) -> str | None:
    parts = [str(form.get("reason", "")).strip(), str(form.get("note", "")).strip()[:500]]
    if form.get("decision") != "reject":
        parts[0] = ""
    return ": ".join(part for part in parts if part) or None


def faster(request: Request, site: Site, claim: AnyClaim, form: FormData) -> HTMLResponse:
    """Somebody judged this claim after the form was loaded; nothing is written until the person says so."""
    theirs = site.catalogue.judgements_on(claim.id)[-1]
    kept = [(key, str(value)) for key, value in form.items() if key not in {"force", "form_key", "seen"}]
    return site.render(
        request, "faster",
        {"conflict": None, "here": "review", "claim": claim, "theirs": theirs, "kept": kept,
         "query": request.url.query},
        409,
    )  # fmt: skip


@router.post("/review/{id_}/pair", response_class=HTMLResponse)
async def judge_pair(request: Request, id_: str) -> Response:
    form = await request.form(max_files=0, max_fields=20)
    site = site_of(request)
    name = coder_of(request, site, form)
    other, verdict = str(form.get("other", "")), str(form.get("verdict", ""))
    verdicts: dict[str, Verdict] = {"same": "same", "different": "different", "unsure": "unsure"}
    if verdict not in verdicts or site.catalogue.claim_row(other) is None or site.catalogue.claim_row(id_) is None:
        raise HTTPException(422, "Nothing was written: this pair is not there any more.")
    judge(site, verdicts[verdict], (id_, other), name)
    words = queue_of(request, site).address(said=verdict)
    return with_name(RedirectResponse(f"/review/{id_}?{words}", 303), name, site)


@router.post("/review/back", response_class=HTMLResponse)
async def back(request: Request) -> Response:
    """Takes back the last step, or with ``again`` does it again; then shows the claim it was about."""
    form = await request.form(max_files=0, max_fields=20)
    site = site_of(request)
    name = coder_of(request, site, form)
    site.catalogue.fresh(now=True)
    again = form.get("again") == "1"
    step = do_again(site, name) if again else take_back(site, name)
    words = queue_of(request, site).address(said=("again" if again else "back") if step else "nothing")
    there = step is not None and site.catalogue.claim_row(step.claims[0]) is not None
    where = f"/review/{step.claims[0]}" if step is not None and there else "/review"
    return RedirectResponse(f"{where}?{words}", 303)


@router.post("/review/name", response_class=HTMLResponse)
async def set_name(request: Request) -> Response:
    form = await request.form(max_files=0, max_fields=20)
    site = site_of(request)
    name = coder_of(request, site, form) if site.door.user_header else clean_name(str(form.get("name", "")))
    site.door.check_form(request, form.get("form_key"))
    response = RedirectResponse(f"/review?{queue_of(request, site).address(said='name')}", 303)
    return with_name(response, name, site)


def with_name(response: Response, name: str, site: Site) -> Response:
    if not site.door.user_header and name:
        kept = quote(name[:LONGEST_NAME])
        response.set_cookie(NAME_COOKIE, kept, httponly=True, samesite="strict", path="/", max_age=YEAR)
    return response


@router.post("/reports/{id_}/claims", response_class=HTMLResponse)
async def add_claim(request: Request, id_: str) -> Response:
    """A claim that the finders missed; its fields are then filled in review."""
    form = await request.form(max_files=0, max_fields=20)
    site = site_of(request)
    name = coder_of(request, site, form)
    site.catalogue.fresh(now=True)
    report = site.catalogue.report(id_)
    if report is None:
        raise HTTPException(404, f"No report “{id_}” was read into this ledger.")
    try:
        start, end = int(str(form.get("start", ""))), int(str(form.get("end", "")))
        claim = added_claim(report, str(form.get("kind", "")), start, end, site.catalogue)
    except (ValueError, WrongValue) as error:
        words = str(error) if isinstance(error, WrongValue) else "select the words in the report first"
        raise HTTPException(422, f"Nothing was added: {words}.") from error
    judge(site, "add", (claim.id,), name, changes=claim.model_dump(mode="json"))
    return with_name(RedirectResponse(f"/review/{claim.id}?said=add", 303), name, site)
