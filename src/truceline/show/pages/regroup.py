"""``/records/{id}/regroup``: take claims out of a record, or say that it is the same as another one.

Both are judgements on pairs of claims; the record itself is joined anew from them.
"""

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from truceline.ledger.catalogue.catalogue import Row
from truceline.ledger.catalogue.filters import Where
from truceline.model.record import AnyRecord
from truceline.show.pages.judging import answered, begun, with_name
from truceline.show.pages.records import KIND_PAGES
from truceline.show.review.writing import judge_all
from truceline.show.site import OTHER, Site, site_of

router = APIRouter(include_in_schema=False)
MOST_PAIRS = 400  # of one step; a larger split is several
MOST_SHOWN = 200
NEAR_DAYS, MOST_NEAR = 30, 12
SAID = {"split": "Marked as different", "merge": "Marked as the same"}


@router.get("/records/{id_}/regroup", response_class=HTMLResponse)
def regroup_page(request: Request, id_: str) -> HTMLResponse:
    site = site_of(request)
    site.catalogue.fresh()
    return site.render(request, "regroup", context_of(request, site, record_of(site, id_)))


def record_of(site: Site, id_: str) -> AnyRecord:
    record = site.catalogue.record(id_)
    if record is None:
        raise HTTPException(404, f"No record “{id_}” stands in this ledger. It may have been joined otherwise.")
    return record


def context_of(request: Request, site: Site, record: AnyRecord) -> dict[str, Any]:
    row = site.catalogue.one("SELECT * FROM records WHERE id = ?", [record.id])
    rows = [site.catalogue.claim_row(member) for member in record.members[:MOST_SHOWN]]
    return {
        "conflict": (row["conflict"] if row is not None else "") or OTHER,
        "here": KIND_PAGES[record.kind],
        "record": record,
        "rows": [found for found in rows if found is not None],
        "near": near(site, row) if row is not None else [],
        "said": SAID.get(request.query_params.get("said", ""), ""),
    }


def near(site: Site, row: Row) -> list[tuple[Row, int]]:
    """Records of the same kind about the same days, with the number of names in common, most first."""
    where = Where()
    where.equal("conflict", row["conflict"])
    where.equal("kind", row["kind"])
    where.add("id <> ?", row["id"])
    if row["last"]:
        where.add("(first IS NULL OR first <= date(?, ?))", row["last"], f"+{NEAR_DAYS} days")
        where.add("(last IS NULL OR last >= date(?, ?))", row["first"], f"-{NEAR_DAYS} days")
    query = f"""SELECT * FROM records{where}
        ORDER BY abs(julianday(coalesce(last, first)) - julianday(?)), size DESC LIMIT ?"""  # noqa: S608
    found = site.catalogue.rows(query, [*where.values, row["last"], MOST_NEAR])
    own = names_in(site, row["id"])
    return sorted(((other, len(own & names_in(site, other["id"]))) for other in found), key=lambda pair: -pair[1])


def names_in(site: Site, record: str) -> set[str]:
    query = """SELECT DISTINCT a.name FROM members m JOIN claims c ON c.id = m.claim JOIN actors a ON a.claim = c.n
        WHERE m.record = ?"""
    return {row["name"] for row in site.catalogue.rows(query, [record])}


@router.post("/records/{id_}/split", response_class=HTMLResponse)
async def split(request: Request, id_: str) -> Response:
    return await answered(request, id_, parted)


def parted(request: Request, id_: str, form: FormData) -> Response:
    """The ticked claims are about something else than the others; each such pair is judged, in one step."""
    site, name = begun(request, form)
    record = record_of(site, id_)
    ticked = [str(id_) for id_ in form.getlist("claim") if str(id_) in record.members]
    rest = [member for member in record.members if member not in ticked]
    if not ticked or not rest:
        raise HTTPException(422, "Nothing was written: tick some of the claims, not all of them.")
    if len(ticked) * len(rest) > MOST_PAIRS:
        raise HTTPException(422, f"Nothing was written: tick fewer, so that at most {MOST_PAIRS} pairs are parted.")
    judge_all(site, "different", [(out, other) for out in ticked for other in rest], name, f"split of {record.title}")
    return moved(site, name, record, rest[0], "split")


@router.post("/records/{id_}/merge", response_class=HTMLResponse)
async def merge(request: Request, id_: str) -> Response:
    return await answered(request, id_, joined)


def joined(request: Request, id_: str, form: FormData) -> Response:
    """One claim of each is judged to be about the same thing; all others follow them."""
    site, name = begun(request, form)
    record, other = record_of(site, id_), record_of(site, str(form.get("other", "")))
    if other.kind != record.kind or other.id == record.id:
        raise HTTPException(422, "Nothing was written: choose another record of the same kind.")
    pair = (record.members[0], other.members[0])
    judge_all(site, "same", [pair], name, f"merge of {record.title} and {other.title}")
    return moved(site, name, record, record.members[0], "merge")


def moved(site: Site, name: str, record: AnyRecord, claim: str, what: str) -> Response:
    """To the record that now holds the claim; to the claim, where it stands alone."""
    now = [row["id"] for row in site.catalogue.records_of(claim) if row["kind"] == record.kind]
    address = f"/records/{now[0]}/regroup?said={what}" if now else f"/claims/{claim}"
    return with_name(RedirectResponse(address, 303), name, site)
