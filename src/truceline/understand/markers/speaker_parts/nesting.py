"""Attributions inside what another attribution reports."""

from collections.abc import Sequence

from truceline.understand.markers.speaker_parts.attribution import Attribution

WEAKEST = "comma-aside"


def without_nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Without what a reported speaker only retells. The widest content decides; a guess from commas comes last."""
    covered: set[int] = set()
    cues: set[int] = set()
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.rule == WEAKEST, -width(a), a.verb.i)):
        inside = [index for start, end in attribution.content for index in range(start, end)]
        if attribution.verb.i in covered or (attribution.rule == WEAKEST and not cues.isdisjoint(inside)):
            continue
        covered.update(inside)
        cues.add(attribution.verb.i)
        kept.append(attribution)
    return sorted(kept, key=lambda a: a.verb.i)


def width(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
