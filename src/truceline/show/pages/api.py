"""``/api``: the same views as JSON, described by OpenAPI. Read only; bodies are the ledger's own nouns."""

import datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.ledger.catalogue.search import END, START, find_claims, find_reports, phrase_of
from truceline.model.claim import ClaimKind
from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord, RecordKind
from truceline.model.report import Report
from truceline.show.pages.claims import found
from truceline.show.site import OTHER, site_of

router = APIRouter()
MOST = 1000
Most = Annotated[int, Query(ge=1, le=MOST, description="At most so many, newest first.")]
Skip = Annotated[int, Query(ge=0, description="Leave out so many at the beginning.")]
Conflict = Annotated[str | None, Query(description="Name of a conflict; 'other' for reports of no known one.")]


class ConflictRow(BaseModel):
    conflict: str
    reports: int
    claims: int
    first: datetime.date | None
    newest: datetime.date | None
    to_review: int


class Claims(BaseModel):
    total: int
    claims: list[AnyClaim]


class Records(BaseModel):
    total: int
    records: list[AnyRecord]


class Hit(BaseModel):
    id: str
    title: str
    words: str


class Hits(BaseModel):
    reports: list[Hit]
    claims: list[Hit]


def known_conflict(name: str | None) -> str | None:
    return None if name is None else "" if name == OTHER else name


def raw(text: str) -> Response:
    return Response(text, media_type="application/json")


@router.get("/api", response_class=HTMLResponse, include_in_schema=False)
def api_page(request: Request) -> Response:
    described = request.app.openapi()["paths"]
    routes = [(path, ways["get"]["summary"]) for path, ways in described.items()]
    return site_of(request).keep(request, "api", lambda: {"routes": routes})


@router.get("/api/conflicts", summary="Conflicts with counts")
def conflicts(request: Request) -> list[ConflictRow]:
    site = site_of(request)
    site.catalogue.fresh()
    return [
        ConflictRow(conflict=row["conflict"] or OTHER, reports=row["reports"], claims=row["claims"] or 0,
                    first=row["first"], newest=row["newest"], to_review=row["open"])
        for row in site.conflicts()
    ]  # fmt: skip


@router.get("/api/claims", summary="Claims, newest first", response_model=None, responses={200: {"model": Claims}})
def claims(
    request: Request,
    conflict: Conflict = None,
    kind: ClaimKind | None = None,
    claimant: str | None = None,
    actor: str | None = None,
    place: str | None = None,
    report: str | None = None,
    state: str | None = None,
    first: Annotated[datetime.date | None, Query(alias="from")] = None,
    last: Annotated[datetime.date | None, Query(alias="to")] = None,
    most: Most = 100,
    skip: Skip = 0,
) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    chosen = ClaimFilter(
        conflict=known_conflict(conflict), kinds=(kind,) if kind else (), claimant=claimant, actor=actor,
        place=place, report=report, state=state, first=first, last=last,
    )  # fmt: skip
    bodies = [row["body"] for row in site.catalogue.claim_rows(chosen, most, skip)]
    return raw(f'{{"total": {site.catalogue.count(chosen)}, "claims": [{", ".join(bodies)}]}}')


@router.get("/api/claims/{id_}", summary="One claim", response_model=None, responses={200: {"model": AnyClaim}})
def claim(request: Request, id_: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    return raw(found(site.catalogue, id_)[0].model_dump_json())


@router.get("/api/claims/{id_}/judgements", summary="What people decided on a claim")
def judgements(request: Request, id_: str) -> list[Judgement]:
    site = site_of(request)
    site.catalogue.fresh()
    return site.catalogue.judgements_on(id_)


@router.get("/api/records", summary="Records of one kind", response_model=None, responses={200: {"model": Records}})
def records(
    request: Request,
    kind: RecordKind,
    conflict: str,
    first: Annotated[datetime.date | None, Query(alias="from")] = None,
    last: Annotated[datetime.date | None, Query(alias="to")] = None,
    most: Most = 100,
) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    known = known_conflict(conflict) or ""
    bodies = [record.model_dump_json() for record in site.catalogue.records(known, kind, most, first, last)]
    return raw(
        f'{{"total": {site.catalogue.record_count(kind, known, first, last)}, "records": [{", ".join(bodies)}]}}'
    )


@router.get("/api/records/{id_}", summary="One record", response_model=None, responses={200: {"model": AnyRecord}})
def record(request: Request, id_: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    made = site.catalogue.record(id_)
    if made is None:
        raise HTTPException(404, f"No record “{id_}” stands in this ledger.")
    return raw(made.model_dump_json())


@router.get(
    "/api/reports/{id_}", summary="One report, with text", response_model=None, responses={200: {"model": Report}}
)
def report(request: Request, id_: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    made = site.catalogue.report(id_)
    if made is None:
        raise HTTPException(404, f"No report “{id_}” was read into this ledger.")
    return raw(made.model_dump_json())


@router.get("/api/search", summary="Words in reports and claims")
def search(
    request: Request, q: Annotated[str, Query(max_length=200)], conflict: Conflict = None, most: Most = 20
) -> Hits:
    site = site_of(request)
    site.catalogue.fresh()
    if not phrase_of(q):
        return Hits(reports=[], claims=[])
    known = known_conflict(conflict)
    return Hits(
        reports=[hit(row) for row in find_reports(site.catalogue, q, known, most, 0)],
        claims=[hit(row) for row in find_claims(site.catalogue, q, known, None, most, 0)],
    )


def hit(row: Any) -> Hit:  # noqa: ANN401 - a row of the catalogue
    return Hit(id=row["id"], title=row["title"], words=row["snippet"].replace(START, "").replace(END, ""))
