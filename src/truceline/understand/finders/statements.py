"""Statements: who says, denies, demands, promises or withholds what."""

from collections.abc import Iterator

from truceline.model.claims.statements import StatementFields
from truceline.model.evidence import Span, span_of
from truceline.model.mark import DateMark, Pair, SpeakerMark
from truceline.model.when import Date
from truceline.understand.finding import Finding
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

OPENERS = ("that ", "whether ")
SAID_BEHIND = 40  # code points from the cue in which a date still says when it was said


def find_statements(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        for mark in sentence.speakers:
            if is_wanted(mark):
                yield statement_of(marked, sentence, mark)


def is_wanted(mark: SpeakerMark) -> bool:
    """An analyst wants what a named source says or withholds, not what things seem to be."""
    return bool(mark.content) and bool(mark.source) and mark.rule not in {"seeming"}


def statement_of(marked: MarkedReport, sentence: MarkedSentence, mark: SpeakerMark) -> Finding:
    text = marked.report.text
    spans = tuple(content_span(text, piece) for piece in mark.content)
    cue = span_of(text, mark.cue[0][0], mark.cue[-1][1])
    fields = StatementFields(
        source=mark.actor,
        source_span=span_of(text, mark.source[0][0], mark.source[-1][1]) if mark.source else None,
        cue=cue.exact,
        cue_span=cue,
        content=" … ".join(span.exact for span in spans),
        content_spans=spans,
        quote_mode=mark.quote_mode,
        function=mark.function,
        said_on=said_on(sentence, mark),
        medium=mark.medium,
    )
    return Finding(fields, mark.start, mark.end, cue.start, mark.rule, speaker=mark)


def content_span(text: str, piece: Pair) -> Span:
    start, end = piece
    for opener in OPENERS:
        if text[start:end].startswith(opener):
            start += len(opener)
    return span_of(text, start, end)


def said_on(sentence: MarkedSentence, mark: SpeakerMark) -> Date | None:
    """A date right behind the cue and outside the content: "said on Monday"."""
    dates = [date for date in sentence.dates if is_beside(date, mark)]
    return dates[0].date if dates else None


def is_beside(date: DateMark, mark: SpeakerMark) -> bool:
    near = mark.cue[0][0] - SAID_BEHIND <= date.start <= mark.cue[-1][1] + SAID_BEHIND
    return near and not any(start <= date.start < end for start, end in mark.content)
