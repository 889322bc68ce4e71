"""Attributions inside what another attribution reports."""

from collections.abc import Sequence

from truceline.understand.grammar import is_passive
from truceline.understand.markers.speaker_parts.answers import RULE as ANSWER
from truceline.understand.markers.speaker_parts.attribution import Attribution
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

WEAKEST = "comma-aside"
ASIDE = "spoken-aside"
CHAINED = {"clause": "chained", ASIDE: "chained", "count": "counts", "aim": "chained_aims"}
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
    if attribution.rule == "object" and any(is_of_its_noun(attribution, one) for one in found):
        return True
    asides = [one for one in found if one.rule == WEAKEST and one is not attribution]
    around = [one for one in asides if any(start <= attribution.verb.i < end for start, end in one.content)]
    return bool(around) and (attribution.rule in UNSOURCED or any(takes_source(attribution, one) for one in around))


def is_of_its_noun(attribution: Attribution, noun: Attribution) -> bool:
    """ "Expressed hope that talks would resume": said once, in the clause."""
    whole = noun.rule == "noun" and noun.verb.dep_ == "dobj" and noun.verb.head == attribution.verb
    return whole and noun.speaker == attribution.speaker and has_that_clause(noun.verb)


def has_that_clause(noun: Token) -> bool:
    clauses = (child for child in noun.rights if child.dep_ in {"acl", "ccomp", "relcl"})
    return any(clause.left_edge.lower_ == "that" and clause.left_edge.dep_ == "mark" for clause in clauses)


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
    if attribution.rule == "clause" and is_reported_saying(attribution.verb):
        return True
    verb = attribution.verb
    if speaker is None or attribution.rule not in CHAINED:
        return False
    shared = attribution.rule == "clause" and verb.dep_ == "conj" and speaker.head == verb.head
    if speaker.head != verb and not shared:
        return False
    if speaker.pos_ not in {"NOUN", "PROPN"}:
        return False
    return verb.low_lemma in speech_words().lists[CHAINED[attribution.rule]]


def is_reported_saying(verb: Token) -> bool:
    """ "Is reported to have said that"."""
    return verb.dep_ == "xcomp" and "have" in verb.helpers and is_passive(verb.head)


def width(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
