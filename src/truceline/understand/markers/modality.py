"""How sure each clause is: planned, conditional, denied, hypothetical, long past (FactBank values)."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from truceline.knowledge.files import words
from truceline.model.claim import AuxMode, Factuality
from truceline.model.mark import ModalityMark, SpeakerMark
from truceline.understand.grammar import auxiliaries, is_negated
from truceline.understand.parsed_report import ParsedReport


def mark_modality(parsed: ParsedReport, speakers: Sequence[SpeakerMark]) -> list[ModalityMark]:
    return [mark for token in parsed.doc if token.pos_ in {"VERB", "AUX"} for mark in clause_modality(parsed, token)]


def clause_modality(parsed: ParsedReport, verb: Token) -> Iterator[ModalityMark]:
    lists = words("modality")
    helpers = auxiliaries(verb)
    if is_negated(verb):
        yield mark_of(parsed, verb, "CT-", "negation", "negated")
    elif helpers & set(lists["future_auxiliaries"]):
        yield mark_of(parsed, verb, "PR+", "future", "will")
    elif helpers & set(lists["possible"]):
        yield mark_of(parsed, verb, "PS+", "hypothetical", "may")
    elif "would" in helpers or any(c.dep_ == "mark" and c.lower_ in lists["conditional_marks"] for c in verb.children):
        yield mark_of(parsed, verb, "Uu", "hypothetical", "conditional")
    elif verb.dep_ == "xcomp" and verb.head.lemma_.lower() in lists["aims"]:
        yield mark_of(parsed, verb, "Uu", "future", "aim")


def mark_of(
    parsed: ParsedReport, verb: Token, factuality: Factuality, aux_mode: AuxMode | None, rule: str
) -> ModalityMark:
    start, end = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
    return ModalityMark(
        report=parsed.report.id,
        start=verb.idx,
        end=verb.idx + len(verb),
        text=verb.text,
        factuality=factuality,
        aux_mode=aux_mode,
        scope=(start, end),
        rule=rule,
    )
