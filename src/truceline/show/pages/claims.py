"""``/claims/{id}``: the sentence, what was read from it, why, and what people decided."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.claims import AnyClaim, Statement
from truceline.model.report import Report
from truceline.show.known import values_of
from truceline.show.page import SURE
from truceline.show.sentences import neighbourhood
from truceline.show.site import OTHER, Site, site_of
from truceline.show.window import parties_of
from truceline.show.wording import who

router = APIRouter(include_in_schema=False)


@router.get("/claims/{id_}", response_class=HTMLResponse)
def claim_page(request: Request, id_: str) -> Response:
    site = site_of(request)
    site.catalogue.fresh()
    claim, report, conflict = found(site.catalogue, id_)
    return site.keep(request, "claim", lambda: context_of(site, claim, report, conflict))


def found(catalogue: Catalogue, id_: str) -> tuple[AnyClaim, Report, str]:
    """Raises 404 with words."""
    row, claim = catalogue.claim_row(id_), catalogue.claim(id_)
    report = catalogue.report(claim.report) if claim is not None else None
    if row is None or claim is None or report is None:
        raise HTTPException(404, f"No claim “{id_}” stands in this ledger. A newer reading may have found other ones.")
    return claim, report, row["conflict"]


def context_of(site: Site, claim: AnyClaim, report: Report, conflict: str) -> dict[str, Any]:
    catalogue = site.catalogue
    row = catalogue.claim_row(claim.id)
    return {
        "conflict": conflict or OTHER,
        "claim": claim,
        "row": row,
        "report": report,
        "says": who(claim.claimed_by, report.publisher),
        "slot": parties_of(site, conflict).slot(claim.claimed_by),
        "around": neighbourhood(report.text, claim, statement_of(catalogue, claim)),
        "values": values_of(claim),
        "sure": SURE[claim.factuality] + (f", {claim.aux_mode}" if claim.aux_mode else ""),
        "records": catalogue.records_of(claim.id),
        "judgements": catalogue.judgements_on(claim.id),
        "matches": report.text[claim.evidence.start : claim.evidence.end] == claim.evidence.exact,
    }


def statement_of(catalogue: Catalogue, claim: AnyClaim) -> Statement | None:
    told = catalogue.claim(claim.statement) if claim.statement else None
    return told if isinstance(told, Statement) else None
