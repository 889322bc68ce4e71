"""What persons said about pairs of claims: the same thing, or different ones. The last word on a pair holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from truceline.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Links:
    """``same``: pairs with who judged them. ``different``: pairs in the order of their ids."""

    same: tuple[tuple[str, str, str], ...] = ()
    different: frozenset[tuple[str, str]] = frozenset()

    def are_different(self, first: str, second: str) -> bool:
        return bool(self.different) and (min(first, second), max(first, second)) in self.different


NO_LINKS = Links()


def links_of(judgements: Iterable[Judgement]) -> Links:
    """Of judgements in force, oldest first. ``unsure`` takes an earlier word on the pair back."""
    last: dict[tuple[str, str], Judgement] = {}
    for judgement in judgements:
        if judgement.verdict in {"same", "different", "unsure"} and len(judgement.claims) == 2:
            last[(min(judgement.claims), max(judgement.claims))] = judgement
    return Links(
        same=tuple((*pair, made.by) for pair, made in sorted(last.items()) if made.verdict == "same"),
        different=frozenset(pair for pair, made in last.items() if made.verdict == "different"),
    )
