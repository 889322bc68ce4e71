"""Attributions inside what another attribution reports."""

from collections.abc import Sequence

from truceline.understand.markers.speaker_parts.attribution import Attribution

KEPT_INSIDE = frozenset({"claim", "denial", "accusation"})


def without_nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Without what a reported speaker only retells; a claim retold by name stays, for it has its own claimant."""
    owner: dict[int, Attribution] = {}
    for attribution in found:
        for start, end in attribution.content:
            for index in range(start, end):
                owner.setdefault(index, attribution)
    return [attribution for attribution in found if is_kept(attribution, owner.get(attribution.verb.i))]


def is_kept(attribution: Attribution, outer: Attribution | None) -> bool:
    return outer is None or outer is attribution
