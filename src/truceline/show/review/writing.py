"""Judgements are written here: appended to the ledger, seen by every view at once."""

import datetime
import threading
from collections.abc import Iterable

from truceline.model.claims import AnyClaim
from truceline.model.ids import content_id
from truceline.model.judgement import Judgement, Verdict, in_force
from truceline.show.site import Site

AT_ONCE = 2000  # claims of a ledger that is joined again before the next page is shown; larger ones in the background
LOOKED_BACK = 1000  # judgements in which the last step of a person is looked for
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
    known: int | None = None,
) -> Judgement:
    """Append one judgement; the catalogue shows it when this returns.

    ``known`` is the newest judgement that the person had seen; raises JudgedMeanwhile where somebody was faster.
    """
    made = judgement_of(verdict, claims, by, now(), note=note, changes=changes)
    write(site, [made], known)
    return made


def judge_all(site: Site, verdict: Verdict, groups: Iterable[tuple[str, ...]], by: str, note: str) -> list[Judgement]:
    """One step of many judgements: they share their time, and are taken back together."""
    at = now()
    made = [judgement_of(verdict, claims, by, at, note=note) for claims in groups]
    write(site, made, None)
    return made


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def judgement_of(
    verdict: Verdict,
    claims: tuple[str, ...],
    by: str,
    at: datetime.datetime,
    *,
    note: str | None = None,
    changes: dict[str, object] | None = None,
    withdraws: str | None = None,
) -> Judgement:
    return Judgement(
        id=content_id("judgement", verdict, *claims, by, at.isoformat(), changes, withdraws),
        verdict=verdict, claims=claims, changes=changes or {}, note=note or None, by=by, at=at, withdraws=withdraws,
    )  # fmt: skip


def write(site: Site, judgements: list[Judgement], known: int | None) -> None:
    site.ledger.add_judgements(judgements, known=known)
    site.catalogue.fresh(now=True)
    join_again(site)


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
    own = [judgement for judgement in in_force(site.catalogue.last_judgements(None, LOOKED_BACK)) if judgement.by == by]
    return withdraw(site, [judgement for judgement in own if judgement.at == own[-1].at], by)


def do_again(site: Site, by: str) -> Judgement | None:
    """Withdraw the last withdrawal, if nothing else was decided since."""
    own = site.catalogue.last_judgements(by, LOOKED_BACK)
    if not own or own[0].verdict != "withdraw":
        return None
    return withdraw(site, [judgement for judgement in own if judgement.at == own[0].at], by)


def withdraw(site: Site, step: list[Judgement], by: str) -> Judgement | None:
    """All judgements of one step; gives the first of the withdrawals."""
    at = now()
    made = [judgement_of("withdraw", judgement.claims, by, at, withdraws=judgement.id) for judgement in step]
    if made:
        write(site, made, None)
    return next(iter(made), None)


def newest_judgement(site: Site) -> int:
    """The number of the last judgement that the catalogue shows."""
    return site.catalogue.number("SELECT max(seq) FROM judgements")


def last_seen(site: Site, claim: AnyClaim) -> str:
    """The newest judgement on a claim, as a form carries it: tells whether somebody was faster."""
    found = site.catalogue.judgements_on(claim.id)
    return found[-1].id if found else ""
