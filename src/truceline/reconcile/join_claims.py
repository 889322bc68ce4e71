"""The room's door: claims of any number of reports in, records out."""

from collections.abc import Iterable, Mapping
from typing import Any

from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord
from truceline.model.report import Report
from truceline.reconcile.chains import chain
from truceline.reconcile.copies import find_copies
from truceline.reconcile.joiners.ceasefires import ceasefires
from truceline.reconcile.joiners.counts import counts
from truceline.reconcile.joiners.incidents import incidents
from truceline.reconcile.joiners.positions import positions
from truceline.reconcile.joiners.statements import statements
from truceline.reconcile.joiners.talks import talks
from truceline.reconcile.joiners.territory import territory
from truceline.reconcile.joiners.tolls import tolls
from truceline.reconcile.joining import Joiner, join
from truceline.reconcile.links import Links
from truceline.reconcile.sources import Sources
from truceline.reconcile.verdicts import apply_judgements

JOINERS: tuple[Joiner[Any], ...] = (incidents, tolls, counts, ceasefires, talks, territory, positions, statements)


def join_claims(
    claims: Iterable[AnyClaim],
    *,
    reports: Iterable[Report] = (),
    judgements: Iterable[Judgement] = (),
    conflicts: Mapping[str, str | None] | None = None,
) -> list[AnyRecord]:
    """Records over all claims given, whatever their order. ``reports`` tell outlets, copies and days of
    publication; without them each report counts as a source of its own. ``conflicts``: the one that each report
    was read under. What persons judged is taken as given: rejected claims are left aside, corrected ones count as
    corrected.
    """
    outcome = apply_judgements(sorted(claims, key=lambda claim: claim.id), judgements)
    known = list(reports)
    sources = Sources(known, claims=outcome.claims, conflicts=conflicts, copies=find_copies(known))
    return in_order(chain(join_all(outcome.claims, sources, outcome.links)))


def join_all(claims: Iterable[AnyClaim], sources: Sources, links: Links) -> list[AnyRecord]:
    """Records of every kind, each kind without the others."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    return [record for joiner in JOINERS for record in join(joiner, ordered, sources, links)]


def in_order(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    return sorted(records, key=lambda record: (record.kind, record.id))
