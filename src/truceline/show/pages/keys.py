"""``/keys``: every key that does something, on one page."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from truceline.show.site import site_of

router = APIRouter(include_in_schema=False)
# A key does one thing on one page; a test holds that none clashes.
EVERYWHERE = {
    "/": "find words, actors, places",
    "?": "this page",
    "g o": "go to the overview",
    "g t": "go to the timeline",
    "g l": "go to the tolls",
    "g u": "go to the truces",
    "g k": "go to the talks",
    "g m": "go to the map",
    "g c": "go to the contradictions",
    "g r": "go to the review",
}
REVIEW = {
    "a": "accept; with changed fields: write them and accept",
    "x": "reject",
    "w": "why it is rejected; a digit picks the reason",
    "Space": "later",
    "j": "next claim, without deciding",
    "k": "claim before, without deciding",
    "e": "open the first unsure field",
    "1": "open field 1; 2 to 9 the others, 0 the rest",
    "Esc": "leave a field",
    "s": "the pair shown is the same thing",
    "d": "the pair shown is two different things",
    "u": "unsure whether the pair is one thing",
    "z": "take back your last step",
    "Shift+z": "do it again",
    "c": "write a note",
}
DAYS = {
    "+": "closer: half as many days",
    "-": "wider: twice as many days",
    ",": "earlier",
    ".": "later",
    "0": "all days that were reported on",
}
ELSEWHERE = {
    "r": "review this claim, or the claims of this record",
    "n": "add a missed claim: the selected words, else arrows choose them, Shift widens, Enter takes",
    "p": "split the record, or merge it with another one",
}


@router.get("/keys", response_class=HTMLResponse)
def keys_page(request: Request) -> Response:
    groups = [
        ("Everywhere", EVERYWHERE),
        ("On figures of days", DAYS),
        ("In review", REVIEW),
        ("On a claim, a record, a report", ELSEWHERE),
    ]
    return site_of(request).keep(request, "keys", lambda: {"groups": groups})
