"""What changed: what the newest reports say of truces, talks, tolls and ground."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.claims import AnyClaim, Casualties, Ceasefire, Position, Talks, Territory
from truceline.show.standing import Standing
from truceline.show.wording import figure, holding, is_silent, names, plain, when, who

KINDS = ("ceasefire", "talks", "casualties", "territory", "position")
MOST = 40


@dataclass(frozen=True, slots=True)
class Change:
    kind: str
    says: str
    words: str
    claim: str
    reports: int = 1


def changes_since(catalogue: Catalogue, conflict: str, day: datetime.date, most: int = MOST) -> list[Change]:
    """From reports published on ``day`` or later; what is historical is no news."""
    rows = catalogue.rows(
        f"""SELECT c.id FROM claims c JOIN reports r ON r.id = c.report
        WHERE r.conflict = ? AND r.published >= ? AND r.copy_of IS NULL AND c.state <> 'rejected'
          AND c.kind IN ({", ".join("?" for _ in KINDS)}) AND coalesce(c.aux, '') <> 'historical'
        ORDER BY c.priority DESC, c.n LIMIT ?""",  # noqa: S608
        [conflict, day.isoformat(), *KINDS, most],
    )
    claims = catalogue.claims([row["id"] for row in rows])
    standing = Standing(catalogue.light_reports(claim.report for claim in claims), claims, [])
    ordered = sorted(standing.claims.values(), key=lambda claim: KINDS.index(claim.kind))
    return merged(Change(claim.kind, standing.says(claim), words_of(claim), claim.id) for claim in ordered)


def merged(changes: Iterable[Change]) -> list[Change]:
    """What several reports tell in the same words is one change."""
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        before = found.get(key := (change.says, change.words))
        found[key] = replace(before, reports=before.reports + 1) if before else change
    return list(found.values())


def words_of(claim: AnyClaim) -> str:
    match claim:
        case Casualties():
            people = "" if claim.person_status == "unknown" else claim.person_status
            whose = who(claim.losses_of) if claim.losses_of else ""
            whose = "its own" if whose and whose == who(claim.claimed_by) else whose
            about = ", ".join(part for part in (people, whose) if part)
            told = f"{claim.harm} {figure(claim)}" if is_silent(claim) else f"{figure(claim)} {claim.harm}"
            return told + (f" ({about})" if about else "")
        case Ceasefire():
            return f"truce {plain(claim.stage)}, {names(claim.parties)}"
        case Talks():
            return f"talks {plain(claim.status)}, {when(claim.date)}: {names((*claim.participants, *claim.mediators))}"
        case Territory():
            return holding(claim)
        case Position():
            return f"{claim.stance} of {who(claim.holder)}: {claim.content[:120]}"
        case _:
            return claim.evidence.exact[:120]


def since_rows(catalogue: Catalogue, conflict: str) -> tuple[datetime.date | None, list[Change]]:
    """The day before the newest report, and what came since; the same whatever the window."""
    return catalogue.once(("since", conflict), lambda: newest_changes(catalogue, conflict))


def newest_changes(catalogue: Catalogue, conflict: str) -> tuple[datetime.date | None, list[Change]]:
    newest = catalogue.one("SELECT max(published) AS day FROM reports WHERE conflict = ?", [conflict])
    if newest is None or newest["day"] is None:
        return None, []
    day = datetime.date.fromisoformat(newest["day"]) - datetime.timedelta(days=1)
    return day, changes_since(catalogue, conflict, day, 7)
