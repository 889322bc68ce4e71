"""The posts of the review: each decision is one form and one appended judgement. They run beside the readers."""

from collections.abc import Callable
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from truceline.errors import JudgedMeanwhile, WrongValue
from truceline.model.claim import CLAIM_KINDS
from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import with_changes
from truceline.model.evidence import Evidence
from truceline.model.judgement import Verdict, in_force
from truceline.model.report import Report
from truceline.show.pages.claims import found
from truceline.show.pages.review import context_of, queue_of
from truceline.show.review.adding import added_claim, chosen_words
from truceline.show.review.agreement import settled_note, settling
from truceline.show.review.editors import editors_of
from truceline.show.review.queue import SHOWN, Queue, around, waiting
from truceline.show.review.second_look import shown
from truceline.show.review.values import changes_of
from truceline.show.review.writing import do_again, judge, judge_all, last_seen, newest_judgement, take_back
from truceline.show.security import LONGEST_NAME, NAME_COOKIE, clean_name
from truceline.show.site import Site, site_of

router = APIRouter(include_in_schema=False)
YEAR = 365 * 24 * 3600
FIELDS = 200  # of one form
LONGEST_NOTE = 500
Answer = Callable[[Request, str, FormData], Response]


async def answered(request: Request, id_: str, answer: Answer) -> Response:
    return await run_in_threadpool(answer, request, id_, await request.form(max_files=0, max_fields=FIELDS))


def coder_of(request: Request, site: Site, form: FormData) -> str:
    """Who judges. Raises 403 where this browser may not write, 422 where nobody gave a name."""
    site.door.check_form(request, form.get("form_key"))
    name = site.door.name_of(request) or clean_name(str(form.get("name", "")))
    if not name:
        raise HTTPException(422, "Nothing was written: say first who judges, with your name at the side of the review.")
    return name


def begun(request: Request, form: FormData) -> tuple[Site, str]:
    """The site as the ledger stands at this moment, and who judges."""
    site = site_of(request)
    name = coder_of(request, site, form)
    site.catalogue.fresh(now=True)
    return site, name


def with_name(response: Response, name: str, site: Site) -> Response:
    if not site.door.user_header and name:
        kept = quote(name[:LONGEST_NAME])
        response.set_cookie(NAME_COOKIE, kept, httponly=True, samesite="strict", path="/", max_age=YEAR)
    return response


@router.post("/review/all", response_class=HTMLResponse)
async def accept_all(request: Request) -> Response:
    return await answered(request, "", accepted)


def accepted(request: Request, _: str, form: FormData) -> Response:
    """What was on the screen, as far as it still waits; one step, taken back together."""
    site, name = begun(request, form)
    shown = [str(id_) for id_ in form.getlist("claim")][:SHOWN]
    rows = [site.catalogue.claim_row(id_) for id_ in shown]
    still = [row["id"] for row in rows if row is not None and row["state"] == "open"]
    judge_all(site, "accept", [(id_,) for id_ in still], name, f"one of {len(still)} accepted together")
    words = queue_of(request, site).address(said="all", n=str(len(still)), late=str(len(shown) - len(still)))
    return with_name(RedirectResponse(f"/review?{words}", 303), name, site)


@router.post("/review/{id_}/judge", response_class=HTMLResponse)
async def judge_claim(request: Request, id_: str) -> Response:
    return await answered(request, id_, judged)


def judged(request: Request, id_: str, form: FormData) -> Response:
    site, name = begun(request, form)
    known, queue = newest_judgement(site), queue_of(request, site)
    judgements = in_force(site.catalogue.judgements_on(id_))
    claim = shown(site, queue, found(site.catalogue, id_)[0], judgements, name)
    if form.get("force") != "1" and str(form.get("seen", "")) != last_seen(site, claim):
        return faster(request, site, claim, form)
    try:
        verdict, changes = decision_of(site, claim, form)
    except WrongValue as error:
        context = {**context_of(request, site, id_), "fault": f"Nothing was written: {error}."}
        return site.render(request, "review", context, 422)
    _, after = around(waiting(site.catalogue, queue), id_)
    try:
        judge(site, verdict, (id_,), name, note=note_of(form), changes=changes, known=known)
    except JudgedMeanwhile:
        site.catalogue.fresh(now=True)
        return faster(request, site, claim, form)
    return with_name(next_page(site, queue, after, verdict), name, site)


def next_page(site: Site, queue: Queue, after: str | None, what: str) -> RedirectResponse:
    """The next claim that waits, else the queue itself."""
    target = after if after and site.catalogue.claim_row(after) is not None else None
    words = queue.address(said=what)
    return RedirectResponse(f"/review/{target}?{words}" if target else f"/review?{words}", 303)


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
    parts = [str(form.get("reason", "")).strip(), typed_note(form)]
    if form.get("decision") != "reject":
        parts[0] = ""
    return ": ".join(part for part in parts if part) or None


def typed_note(form: FormData) -> str:
    return str(form.get("note", "")).strip()[:LONGEST_NOTE]


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


@router.post("/review/{id_}/words", response_class=HTMLResponse)
async def other_words(request: Request, id_: str) -> Response:
    return await answered(request, id_, worded)


def worded(request: Request, id_: str, form: FormData) -> Response:
    """The claim stands in other words of its report than the finder took."""
    site, name = begun(request, form)
    _, report, _ = found(site.catalogue, id_)
    words = words_in(form, report, site)
    judge(site, "edit", (id_,), name, changes={"evidence": words.model_dump(mode="json")})
    return with_name(RedirectResponse(f"/review/{id_}?said=edit", 303), name, site)


def words_in(form: FormData, report: Report, site: Site) -> Evidence:
    """The selected words. Raises 422 with words for a person."""
    try:
        start, end = int(str(form.get("start", ""))), int(str(form.get("end", "")))
        return chosen_words(report, start, end, site.catalogue)
    except WrongValue as error:
        raise HTTPException(422, f"Nothing was written: {error}.") from error
    except ValueError as error:
        raise HTTPException(422, "Nothing was written: select the words in the report first.") from error


@router.post("/review/{id_}/settle", response_class=HTMLResponse)
async def settle_claim(request: Request, id_: str) -> Response:
    return await answered(request, id_, settled)


def settled(request: Request, id_: str, form: FormData) -> Response:
    """What coders left differently becomes what one of them left, with the reason."""
    site, name = begun(request, form)
    claim, _, _ = found(site.catalogue, id_)
    coder = str(form.get("coder", ""))
    step = settling(site, claim, coder)
    if step is None:
        raise HTTPException(422, "Nothing was written: these coders do not differ on this claim any more.")
    verdict, changes = step
    judge(site, verdict, (id_,), name, note=settled_note(coder, typed_note(form)), changes=changes)
    words = f"?conflict={quote(str(form.get('conflict')))}" if form.get("conflict") else ""
    return with_name(RedirectResponse(f"/review/agreement{words}", 303), name, site)


@router.post("/review/{id_}/pair", response_class=HTMLResponse)
async def judge_pair(request: Request, id_: str) -> Response:
    return await answered(request, id_, paired)


def paired(request: Request, id_: str, form: FormData) -> Response:
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
    return await answered(request, "", taken_back)


def taken_back(request: Request, _: str, form: FormData) -> Response:
    """Takes back the last step, or with ``again`` does it again; then shows the claim it was about."""
    site, name = begun(request, form)
    again = form.get("again") == "1"
    step = do_again(site, name) if again else take_back(site, name)
    words = queue_of(request, site).address(said=("again" if again else "back") if step else "nothing")
    there = step is not None and site.catalogue.claim_row(step.claims[0]) is not None
    where = f"/review/{step.claims[0]}" if step is not None and there else "/review"
    return RedirectResponse(f"{where}?{words}", 303)


@router.post("/review/name", response_class=HTMLResponse)
async def set_name(request: Request) -> Response:
    return await answered(request, "", named)


def named(request: Request, _: str, form: FormData) -> Response:
    site = site_of(request)
    name = coder_of(request, site, form) if site.door.user_header else clean_name(str(form.get("name", "")))
    site.door.check_form(request, form.get("form_key"))
    response = RedirectResponse(f"/review?{queue_of(request, site).address(said='name')}", 303)
    return with_name(response, name, site)


@router.post("/reports/{id_}/claims", response_class=HTMLResponse)
async def add_claim(request: Request, id_: str) -> Response:
    return await answered(request, id_, added)


def added(request: Request, id_: str, form: FormData) -> Response:
    """A claim that the finders missed; its fields are then filled in review."""
    site, name = begun(request, form)
    report = site.catalogue.report(id_)
    if report is None:
        raise HTTPException(404, f"No report “{id_}” was read into this ledger.")
    kind = str(form.get("kind", ""))
    if kind not in CLAIM_KINDS:
        raise HTTPException(422, f"Nothing was written: “{kind}” is no kind of claim.")
    claim = added_claim(report, kind, words_in(form, report, site), site.catalogue)
    judge(site, "add", (claim.id,), name, changes=claim.model_dump(mode="json"))
    return with_name(RedirectResponse(f"/review/{claim.id}?said=add", 303), name, site)
