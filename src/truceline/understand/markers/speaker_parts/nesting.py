"""Attributions inside what another attribution reports."""

from collections.abc import Sequence

from truceline.understand.markers.speaker_parts.answers import RULE as ANSWER
from truceline.understand.markers.speaker_parts.attribution import Attribution
from truceline.understand.markers.speaker_parts.speech_words import speech_words

WEAKEST = "comma-aside"
CHAINED = {"clause": "chained", "count": "counts", "aim": "chained_aims"}
UNSOURCED = frozenset({"seeming", "passive"})


def without_nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Without what a reported speaker only retells. The widest content decides; a guess from commas comes last."""
    covered: set[int] = set()
    cues: set[int] = set()
    kept: list[Attribution] = []
    apart = [attribution for attribution in found if not is_swallowed(attribution, found)]
    for attribution in sorted(apart, key=lambda a: (a.rule == WEAKEST, -width(a), a.verb.i)):
        inside = [index for start, end in attribution.content for index in range(start, end)]
        if attribution.verb.i in covered and not is_chained(attribution):
            continue
        if attribution.rule == WEAKEST and not cues.isdisjoint(inside):
            continue
        covered.update(inside)
        cues.add(attribution.verb.i)
        kept.append(attribution)
    return sorted(kept, key=lambda a: a.verb.i)


def is_swallowed(attribution: Attribution, found: Sequence[Attribution]) -> bool:
    """ "He is scheduled to arrive on Wednesday, his spokesman said": what nobody says stands in it."""
    asides = [one for one in found if one.rule == WEAKEST and one is not attribution]
    around = [one for one in asides if any(start <= attribution.verb.i < end for start, end in one.content)]
    return bool(around) and (attribution.rule in UNSOURCED or any(takes_source(attribution, one) for one in around))


def takes_source(attribution: Attribution, aside: Attribution) -> bool:
    """ "They agreed to exchange prisoners, head of delegation X told reporters": the parse ran on into who says so."""
    return any(start < end_ and start_ < end for start, end in attribution.content for start_, end_ in aside.source)


def is_chained(attribution: Attribution) -> bool:
    """ "The agency said the ministry had denied that ...": the inner source vouches for the innermost words."""
    speaker = attribution.speaker
    if attribution.rule == ANSWER:
        return True
    if attribution.rule == "noun":
        is_told = any(child.dep_ in {"acl", "ccomp", "relcl"} for child in attribution.verb.children)
        return is_told and speaker is not None and speaker.pos_ in {"NOUN", "PROPN"}
    if speaker is None or speaker.head != attribution.verb or attribution.rule not in CHAINED:
        return False
    if speaker.pos_ not in {"NOUN", "PROPN"}:
        return False
    return attribution.verb.lemma_.lower() in speech_words().lists[CHAINED[attribution.rule]]


def width(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
