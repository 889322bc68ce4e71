"""Claims by rules, by a language model, or by both with a mark of who found what."""

from collections.abc import Iterable
from typing import Literal

from truceline.model.claims import AnyClaim, Statement
from truceline.understand.assembly import assemble
from truceline.understand.find_claims import findings_in
from truceline.understand.finding import Finding
from truceline.understand.language_model.model_finder import RULE, ModelFinder
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.repetition import repeats, without_repetition

Way = Literal["rules", "model", "both"]


def claims_by(marked: MarkedReport, way: Way, model: ModelFinder | None = None) -> list[AnyClaim]:
    """``model`` is needed for every way but rules. ``found_by.finder`` is then ``model``, or ``<kind>+model`` where
    both found it.
    """
    by_rules = list(findings_in(marked)) if way != "model" else []
    by_model = list(model(marked)) if model is not None and way != "rules" else []
    rules, proposed = assemble(marked, by_rules), assemble(marked, by_model)
    twins = {claim.id: twin.id for claim in proposed if (twin := twin_of(claim, rules)) is not None}
    alone = [found for found in by_model if not stands_in(found, proposed, twins)]
    shared = set(twins.values())
    claims = [signed(claim, claim.id in shared) for claim in assemble(marked, [*by_rules, *alone])]
    return without_repetition(marked, claims)


def twin_of(claim: AnyClaim, others: Iterable[AnyClaim]) -> AnyClaim | None:
    """The claim of the rules that says the same at overlapping words."""
    for other in others:
        overlap = claim.evidence.start < other.evidence.end and other.evidence.start < claim.evidence.end
        if overlap and (repeats(claim, other) or (isinstance(claim, Statement) and isinstance(other, Statement))):
            return other
    return None


def stands_in(found: Finding, proposed: list[AnyClaim], twins: dict[str, str]) -> bool:
    """Whether the finding became a claim that the rules have, too."""
    return any(
        claim.id in twins and (claim.evidence.start, claim.evidence.end) == (found.start, found.end)
        and type(found.fields).__name__.removesuffix("Fields") == type(claim).__name__
        for claim in proposed
    )  # fmt: skip


def signed(claim: AnyClaim, shared: bool) -> AnyClaim:
    """With the name of who found it."""
    by = claim.found_by
    finder = "model" if by.rule.startswith(RULE) else f"{by.finder}+model" if shared else by.finder
    return claim.model_copy(update={"found_by": by.model_copy(update={"finder": finder})})
