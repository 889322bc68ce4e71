"""French: how many of whose people are said to be killed, injured, missing, captured, displaced."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from truceline.model.claims import CasualtiesFields
from truceline.model.mark import NumberMark
from truceline.model.missing import Missing
from truceline.understand.finding import Finding
from truceline.understand.languages.fr.casualty_details import (
    cause_of,
    losses_of,
    measure_of,
    period_of,
    perpetrator_of,
    place_of,
)
from truceline.understand.languages.fr.harm import Told, told_of
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.no_figures import none_harmed, withheld
from truceline.understand.languages.fr.people import is_person, status_of, subgroups_of
from truceline.understand.languages.fr.single_victims import single_victims
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

PART = frozenset({"dont", "parmi", "lesquels", "lesquelles", "desquels", "compris", "notamment"})
UNTOLD = frozenset({"PS+", "PR+", "CT-"})


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure of persons: ``unit`` is its last word, ``noun`` those counted, null where they are left out."""

    mark: NumberMark
    unit: Token
    noun: Token | None
    told: Told


def find_casualties(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        for found in counted_in(sentence, marked):
            yield finding(found, sentence, marked)
        yield from single_victims(sentence, marked)
        yield from none_harmed(sentence, marked)
        yield from withheld(sentence, marked)


def counted_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Counted]:
    """In text order; "dont trois enfants" takes the harm of the figure before."""
    before: Counted | None = None
    for mark in sentence.numbers:
        unit = last_word(mark, marked)
        noun = noun_behind(mark, unit)
        told = None if noun is not None and is_none_counted(noun) else told_of(mark.start, unit, noun, sentence.span)
        if before is not None and is_part(mark, marked) and noun is not None and is_person(noun):
            told = replace(before.told, rule="part-of-toll", end=0)
        elif told is None and before is not None and noun is None and is_more(unit):
            told = None
        if told is None or is_untold(told, unit, marked) or is_remembrance(sentence):
            continue
        before = Counted(mark, unit, noun, told)
        yield before


def last_word(mark: NumberMark, marked: MarkedReport) -> Token:
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    assert span is not None  # noqa: S101 - marks hold words
    return span[-1]


def noun_behind(mark: NumberMark, unit: Token) -> Token | None:
    """What the number marker says is counted; an auxiliary or a comma behind the figure counts nothing."""
    if mark.counted is None:
        return None
    noun = next((token for token in unit.doc.tokens[unit.i + 1 : unit.i + 6] if token.lower_ == mark.counted), None)
    return None if noun is None or noun.pos_ == "AUX" else noun


def is_none_counted(noun: Token) -> bool:
    return noun.text[0].isupper() and not is_person(noun)


def is_part(mark: NumberMark, marked: MarkedReport) -> bool:
    before = marked.doc.text[max(0, mark.start - 22) : mark.start].lower().split()
    return bool(set(before[-3:]) & PART)


def is_more(unit: Token) -> bool:
    return unit.nbor().lower_ in {"autres", "autre"}


def is_untold(told: Told, unit: Token, marked: MarkedReport) -> bool:
    """What may be, is to come or depends on something is no toll."""
    for token in (told.teller, unit):
        mark = marked.modality_at(token.idx)
        if mark is not None and (mark.factuality in UNTOLD or mark.aux_mode is not None):
            return True
    return False


def is_remembrance(sentence: MarkedSentence) -> bool:
    return bool(sentence.span.forms & word_set("casualties", "no_toll"))


def finding(found: Counted, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    mark, noun, told = found.mark, found.noun, found.told
    owner = losses_of(noun, marked) if noun is not None else None
    missing: dict[str, Missing] = {}
    if mark.value is None and mark.bound_rule in {"vague", "more-than-one"}:
        missing["value"] = "vague_quantity"
    fields = CasualtiesFields(
        losses_of=owner,
        losses_basis="stated" if owner is not None else None,
        person_status=status_of(noun) if noun is not None else "unknown",
        subgroup=subgroups_of(noun) if noun is not None else (),
        harm=told.harm,
        value=mark.value,
        low=mark.low,
        high=mark.high,
        bound_rule=mark.bound_rule,
        measure=measure_of(found.unit, sentence),
        period=period_of(found.unit, sentence),
        scope="the present fighting",
        cause=cause_of(told, sentence),
        place=place_of(found.unit, sentence),
        perpetrator=perpetrator_of(told, marked),
    )
    start, end = evidence(found)
    return Finding(fields, start, end, found.unit.idx, told.rule, missing)


def evidence(found: Counted) -> tuple[int, int]:
    """The figure with its noun and the word that tells the harm, where that is near."""
    words = [found.unit, *([found.noun] if found.noun is not None else [])]
    if found.told.rule != "part-of-toll":
        words.append(found.told.teller)
    start = min(found.mark.start, *(word.idx for word in words))
    return start, max(found.told.end, *(word.idx + len(word) for word in words))
