"""French: one person, named or known by an office, who is harmed without a figure."""

from collections.abc import Iterator

from truceline.model.claims import CasualtiesFields
from truceline.understand.finding import Finding
from truceline.understand.languages.fr.casualty_details import cause_of, period_of, perpetrator_of, place_of
from truceline.understand.languages.fr.grammar import subjects
from truceline.understand.languages.fr.harm import Told, acted, suffered
from truceline.understand.languages.fr.people import is_person, status_of, subgroups_of
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

DEFINITE = frozenset({"le", "la", "l'", "l’"})


def single_victims(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Finding]:
    """ "Le commandant Issa Traoré a été tué", "le ministre est mort"."""
    for verb in sentence.span:
        told = (suffered(verb) or acted(verb)) if verb.pos_ == "VERB" else None
        if told is None or told.rule == "object-harmed":
            continue
        victim = next((one for one in subjects(verb) if is_single(one)), None)
        if victim is not None and marked.modality_at(verb.idx) is None:
            yield finding(victim, told, sentence, marked)


def is_single(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return noun.ent_type_ == "PER"
    words = {child.lower_ for child in noun.children}
    return noun.pos_ == "NOUN" and bool(words & DEFINITE) and is_person(noun) and not noun.lower_.endswith(("s", "x"))


def finding(victim: Token, told: Told, sentence: MarkedSentence, marked: MarkedReport) -> Finding:
    fields = CasualtiesFields(
        harm=told.harm, value=1, low=1, high=1, measure="incident", person_status=status_of(victim),
        subgroup=subgroups_of(victim), scope="the present fighting", period=period_of(victim, sentence),
        cause=cause_of(told, sentence), place=place_of(victim, sentence), perpetrator=perpetrator_of(told, marked),
    )  # fmt: skip
    start = min(victim.idx, told.teller.idx)
    end = max(victim.idx + len(victim), told.teller.idx + len(told.teller))
    return Finding(fields, start, end, told.teller.idx, "single-person")
