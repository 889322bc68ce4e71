"""How sure each clause is: planned, wished, conditional, denied, doubted, long past (FactBank values)."""

from collections.abc import Iterator, Sequence

from truceline.model.claim import AuxMode, Factuality
from truceline.model.mark import ModalityMark, SpeakerMark
from truceline.understand.grammar import subtree_span
from truceline.understand.markers.modality_parts.clauses import judged_clauses
from truceline.understand.markers.modality_parts.judgement import Judgement
from truceline.understand.markers.modality_parts.long_past import long_past_spans
from truceline.understand.markers.modality_parts.nouns import noun_judgements
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Doc, Span, Token


def mark_modality(parsed: ParsedReport, speakers: Sequence[SpeakerMark]) -> list[ModalityMark]:
    """Marks for what is not plainly told as fact, and for facts told inside it."""
    return [*clause_marks(parsed), *noun_marks(parsed), *past_marks(parsed)]


def clause_marks(parsed: ParsedReport) -> Iterator[ModalityMark]:
    judged = judged_clauses(parsed.doc)
    for index, judgement in judged.items():
        if not judgement.is_plain or is_inside_marked(parsed.doc[index], judged):
            yield mark_of(parsed, clause_scope(parsed.doc, index), judgement)


def is_inside_marked(verb: Token, judged: dict[int, Judgement]) -> bool:
    return any(above.i in judged and not judged[above.i].is_plain for above in verb.ancestors)


def clause_scope(doc: Doc, index: int) -> Span:
    """The clause with all that hangs on it; what is judged otherwise inside has a smaller scope of its own."""
    return subtree_span(doc[index])


def noun_marks(parsed: ParsedReport) -> Iterator[ModalityMark]:
    for span, factuality, aux_mode, rule, cue in noun_judgements(parsed.doc):
        yield modality_mark(parsed, span, cue, factuality, aux_mode, rule)


def past_marks(parsed: ParsedReport) -> Iterator[ModalityMark]:
    for span, year in long_past_spans(parsed.doc, parsed.report.published):
        yield modality_mark(parsed, span, year, "CT+", "historical", "long-past")


def mark_of(parsed: ParsedReport, scope: Span, judgement: Judgement) -> ModalityMark:
    return modality_mark(parsed, scope, judgement.cue, judgement.factuality, judgement.aux_mode, judgement.rule)


def modality_mark(
    parsed: ParsedReport, scope: Span, cue: Token, factuality: Factuality, aux_mode: AuxMode | None, rule: str
) -> ModalityMark:
    return ModalityMark(
        report=parsed.report.id,
        start=cue.idx,
        end=cue.idx + len(cue),
        text=cue.text,
        factuality=factuality,
        aux_mode=aux_mode,
        scope=(scope.start_char, scope.end_char),
        rule=rule,
    )
