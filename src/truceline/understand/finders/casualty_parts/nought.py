"""The finding that none was harmed."""

from truceline.model.claims import CasualtiesFields
from truceline.understand.finders.casualty_parts.denied import Denied
from truceline.understand.finders.casualty_parts.people import status_of, status_of_losses, subgroups_of
from truceline.understand.finders.casualty_parts.sides import losses_of, losses_told_by
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport


def nought(denied: Denied, marked: MarkedReport) -> Finding:
    """None was harmed: the report gives the figure, and is sure of it."""
    status = status_of(denied.whom) if denied.whom is not None else "unknown"
    owner, basis = losses_of(denied.whom, status, marked)
    if owner is None and (suffering := losses_told_by(denied.teller, marked)) is not None:
        owner, basis = suffering, "stated"
        status = status if denied.whom is not None else status_of_losses(denied.teller)
    fields = CasualtiesFields(
        losses_of=owner, losses_basis=basis, person_status=status, harm=denied.harm, value=0, low=0, high=0,
        subgroup=subgroups_of(denied.whom) if denied.whom is not None else (), measure="incident",
    )  # fmt: skip
    start = min(denied.start.idx, denied.teller.idx)
    end = max(denied.start.idx + len(denied.start), denied.teller.idx + len(denied.teller))
    return Finding(fields, start, end, denied.teller.idx, "none-harmed", factuality="CT+")
