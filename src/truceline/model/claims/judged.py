"""Claims as people left them: corrected, without the rejected ones, with those that were added by hand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.judgement import Judgement, in_force


def judged_claims(claims: Iterable[AnyClaim], judgements: Iterable[Judgement]) -> Iterator[AnyClaim]:
    """Each claim with its corrections; rejected ones are left out, added ones come last."""
    by_claim: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in in_force(judgements):
        for id_ in judgement.claims:
            by_claim[id_].append(judgement)
    found: set[str] = set()
    for claim in claims:
        found.add(claim.id)
        if not is_rejected(by_claim[claim.id]):
            yield corrected(claim, by_claim[claim.id])
    for id_, own in list(by_claim.items()):
        added = None if id_ in found else added_claim(own)
        if added is not None and not is_rejected(own):
            yield corrected(added, own)


def is_rejected(judgements: list[Judgement]) -> bool:
    """The last accept, reject, edit or add decides."""
    deciding = [judgement.verdict for judgement in judgements if judgement.verdict in DECIDING]
    return bool(deciding) and deciding[-1] == "reject"


DECIDING = frozenset({"accept", "reject", "edit", "add"})


def corrected(claim: AnyClaim, judgements: list[Judgement]) -> AnyClaim:
    """The claim with every edit laid over it, oldest first. Raises pydantic's ValidationError for a wrong value."""
    changes = {
        field: value
        for judgement in judgements
        if judgement.verdict == "edit"
        for field, value in judgement.changes.items()
    }
    return with_changes(claim, changes) if changes else claim


def with_changes(claim: AnyClaim, changes: dict[str, object]) -> AnyClaim:
    """Raises pydantic's ValidationError for a wrong value."""
    return claim_adapter.validate_python({**claim.model_dump(), **changes})


def added_claim(judgements: list[Judgement]) -> AnyClaim | None:
    """The claim that a person added, if it is one."""
    added = [judgement.changes for judgement in judgements if judgement.verdict == "add"]
    return claim_adapter.validate_python(added[-1]) if added else None
