"""Judgements are written here: appended to the ledger, seen by every view at once."""

import datetime
import threading

from truceline.model.claims import AnyClaim
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement, Verdict, in_force
from truceline.show.site import Site

AT_ONCE = 2000  # claims of a ledger that is joined again before the next page is shown; larger ones in the background
PAUSE = 2.0  # seconds without a judgement before a large ledger is joined again
_waiting = threading.Lock()


def judge(
    site: Site,
    verdict: Verdict,
    claims: tuple[str, ...],
    by: str,
    *,
    note: str | None = None,
    changes: dict[str, object] | None = None,
    withdraws: str | None = None,
) -> Judgement:
    """Append one judgement; the catalogue shows it when this returns."""
    at = datetime.datetime.now(datetime.UTC)
    made = Judgement(
        id=content_id("judgement", verdict, *claims, by, at.isoformat(), changes, withdraws),
        verdict=verdict, claims=claims, changes=changes or {}, note=note or None, by=by, at=at, withdraws=withdraws,
    )  # fmt: skip
    site.ledger.add_judgement(made)
    site.catalogue.fresh(now=True)
    join_again(site)
    return made


def join_again(site: Site) -> None:
    """Small ledgers at once, so that every figure shows the judgement; large ones when the reviewer pauses."""
    if site.rejoin is None:
        return
    if site.catalogue.number("SELECT count(*) FROM claims") <= AT_ONCE:
        site.rejoin()
        site.catalogue.fresh(now=True)
        return
    if site.timer is not None:
        site.timer.cancel()
    site.timer = threading.Timer(PAUSE, rejoin_quietly, [site])
    site.timer.daemon = True
    site.timer.start()


def rejoin_quietly(site: Site) -> None:
    with _waiting:
        if site.rejoin is not None:
            site.rejoin()


def take_back(site: Site, by: str) -> Judgement | None:
    """Withdraw the last step of this person that is still in force; null where there is none."""
    own = [judgement for judgement in in_force(site.catalogue.last_judgements(None, 400)) if judgement.by == by]
    if not own:
        return None
    return judge(site, "withdraw", own[-1].claims, by, withdraws=own[-1].id)


def do_again(site: Site, by: str) -> Judgement | None:
    """Withdraw the last withdrawal, if nothing else was decided since."""
    own = site.catalogue.last_judgements(by, 1)
    if not own or own[0].verdict != "withdraw":
        return None
    return judge(site, "withdraw", own[0].claims, by, withdraws=own[0].id)


def last_seen(site: Site, claim: AnyClaim) -> str:
    """The newest judgement on a claim, as a form carries it: tells whether somebody was faster."""
    found = site.catalogue.judgements_on(claim.id)
    return found[-1].id if found else ""
