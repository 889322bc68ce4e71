"""A second coder judges what the finders read, not what another coder made of it."""

from truceline.model.claims import AnyClaim
from truceline.model.claims.judged import added_claim, corrected
from truceline.model.judgement import Judgement
from truceline.show.review.queue import Queue
from truceline.show.site import Site


def shown(site: Site, queue: Queue, claim: AnyClaim, judgements: list[Judgement], name: str) -> AnyClaim:
    """The claim as this coder sees it; ``claim`` as it stands after everybody's ``judgements`` in force."""
    return as_found(site, claim, judgements) if is_blind(queue, judgements, name) else claim


def is_blind(queue: Queue, judgements: list[Judgement], name: str) -> bool:
    """Whether others decided and this second coder has not."""
    return queue.coder is not None and bool(judgements) and all(made.by != name for made in judgements)


def as_found(site: Site, claim: AnyClaim, judgements: list[Judgement]) -> AnyClaim:
    """Without any correction."""
    return site.ledger.claim_now(claim.id) or added_claim(judgements) or claim


def corrected_by(site: Site, claim: AnyClaim, judgements: list[Judgement], coder: str) -> AnyClaim:
    """As one coder left it."""
    return corrected(as_found(site, claim, judgements), [made for made in judgements if made.by == coder])
