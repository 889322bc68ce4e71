"""The room's door: claims of any number of reports in, records out."""

from collections.abc import Callable, Iterable, Sequence

from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import judged_claims
from truceline.model.judgement import Judgement
from truceline.model.record import AnyRecord
from truceline.model.report import Report
from truceline.reconcile.joiners.ceasefires import join_ceasefires
from truceline.reconcile.joiners.talks import join_talks
from truceline.reconcile.joiners.tolls import join_tolls
from truceline.reconcile.sources import Sources

Joiner = Callable[[Sequence[AnyClaim], Sources], list[AnyRecord]]
JOINERS: tuple[Joiner, ...] = (join_tolls, join_ceasefires, join_talks)


def join_claims(
    claims: Iterable[AnyClaim], *, reports: Iterable[Report] = (), judgements: Iterable[Judgement] = ()
) -> list[AnyRecord]:
    """Records over all claims given, whatever their order. ``reports`` tell outlets, copies and days of
    publication; without them each report counts as a source of its own. Rejected claims are left aside,
    corrected ones count as corrected.
    """
    kept = sorted(judged_claims(claims, judgements), key=lambda claim: claim.id)
    sources = Sources(reports)
    records = [record for joiner in JOINERS for record in joiner(kept, sources)]
    return sorted(records, key=lambda record: (record.kind, record.id))
