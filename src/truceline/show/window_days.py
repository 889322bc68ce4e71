"""How much was told and read on the days of a window, as the catalogue counts it."""

import datetime
from dataclasses import dataclass

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.ledger.catalogue.filters import ClaimFilter
from truceline.ledger.catalogue.spans import FIGHTING, REPORTS, Span, gaps_in, spans_in
from truceline.model.claim import CLAIM_KINDS
from truceline.show.figures.days import BLIND
from truceline.show.standing import DayCount

Day = datetime.date


@dataclass(frozen=True, slots=True)
class CatalogueDays:
    """See ``Days``."""

    catalogue: Catalogue
    conflict: str

    def fighting(self, first: Day, last: Day) -> dict[Day, DayCount]:
        return self._spans(FIGHTING, first, last)

    def reports(self, first: Day, last: Day) -> dict[Day, DayCount]:
        return self._spans(REPORTS, first, last)

    def gaps(self, first: Day, last: Day) -> list[tuple[Day, Day]]:
        return gaps_in(self.catalogue, self.conflict, first, last, BLIND)

    def _spans(self, thing: str, first: Day, last: Day) -> dict[Day, DayCount]:
        found = spans_in(self.catalogue, self.conflict, [thing], first, last)
        return {span.first: (span.n, "") for span in found}


def told_by_day(catalogue: Catalogue, chosen: ClaimFilter, first: Day, last: Day) -> list[Span]:
    """Claims of each kind in the spans that a figure of these days shows, or by day where a filter asks for few."""
    kinds = [kind for kind in CLAIM_KINDS if not chosen.kinds or kind in chosen.kinds]
    if chosen.is_tallied and chosen.value is None and chosen.conflict is not None:
        return spans_in(catalogue, chosen.conflict, kinds, first, last)
    return [Span(row["kind"], Day.fromisoformat(row["day"]), row["n"]) for row in catalogue.by_day(chosen)]
