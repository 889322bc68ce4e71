"""Judgements laid over the claims of this run: found again by their words, taken as given, or listed as unmatched."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.claims.judged import judged_claims
from truceline.model.judgement import Judged, Judgement, in_force
from truceline.reconcile.links import Links, links_of

LEAST_SHARED = 0.5  # of the words covered by both: less is another claim that happens to stand beside it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of all judgements. ``claims``: without the rejected ones, with the edits of persons in them.

    ``unmatched``: judgements whose claim, or a claim like it, is no more. None of them is lost.
    """

    claims: list[AnyClaim]
    links: Links
    unmatched: tuple[Judgement, ...]


def apply_judgements(claims: Sequence[AnyClaim], judgements: Iterable[Judgement]) -> Outcome:
    """Claims as persons left them. Of several verdicts on one claim the last one holds."""
    found, unmatched = match_judgements(claims, judgements)
    return Outcome(list(judged_claims(claims, found)), links_of(in_force(found)), tuple(unmatched))


def match_judgements(
    claims: Sequence[AnyClaim], judgements: Iterable[Judgement]
) -> tuple[list[Judgement], list[Judgement]]:
    """Judgements with the ids of this run's claims, and those for which no claim was found, or none that fits."""
    finder = _ByWords(claims)
    found: list[Judgement] = []
    unmatched: list[Judgement] = []
    for judgement in judgements:
        ids = judgement.claims if judgement.verdict in OF_ITSELF else finder.ids_of(judgement)
        if ids is None or not finder.can_be_changed(judgement, ids):
            unmatched.append(judgement)
        else:
            found.append(judgement.model_copy(update={"claims": ids}))
            finder.add(judgement)
    return found, unmatched


OF_ITSELF = frozenset({"add", "withdraw"})  # these bring their claim, or speak of a judgement


class _ByWords:
    def __init__(self, claims: Sequence[AnyClaim]) -> None:
        self._claims = {claim.id: claim for claim in claims}
        self._ids = set(self._claims)
        self._at: dict[tuple[str, str], list[AnyClaim]] = defaultdict(list)
        self._exact: dict[tuple[str, str], list[AnyClaim]] = defaultdict(list)
        for claim in claims:
            self._at[claim.kind, claim.report].append(claim)
            self._exact[claim.kind, claim.evidence.exact].append(claim)

    def add(self, judgement: Judgement) -> None:
        """A claim that a person added can be judged like any other."""
        if judgement.verdict == "add":
            self._ids.update(judgement.claims)

    def can_be_changed(self, judgement: Judgement, ids: tuple[str, ...]) -> bool:
        """Whether an edit still fits the claim: a field may have got other values since."""
        claim = self._claims.get(ids[0]) if judgement.verdict == "edit" else None
        if claim is None:
            return True
        try:
            claim_adapter.validate_python({**claim.model_dump(), **judgement.changes})
        except ValidationError:
            return False
        return True

    def ids_of(self, judgement: Judgement) -> tuple[str, ...] | None:
        words = {judged.claim: judged for judged in judgement.evidence}
        ids = [self._id_of(claim, words.get(claim)) for claim in judgement.claims]
        return tuple(id_ for id_ in ids if id_) if all(ids) else None

    def _id_of(self, claim: str, words: Judged | None) -> str | None:
        """By id; else by the words it shares in its report; else by the same words in a newer text of the report."""
        if claim in self._ids:
            return claim
        if words is None:
            return None
        near = [(shared(words, other), other.id) for other in self._at[words.kind, words.report]]
        best = max(near, default=(0.0, ""))
        if best[0] >= LEAST_SHARED:
            return best[1]
        same = self._exact[words.kind, words.exact]
        return same[0].id if len(same) == 1 else None


def shared(words: Judged, claim: AnyClaim) -> float:
    """Share of the characters covered by one of the two that both cover."""
    start, end = claim.evidence.start, claim.evidence.end
    both = min(end, words.end) - max(start, words.start)
    either = max(end, words.end) - min(start, words.start)
    return both / either if both > 0 else 0.0
