"""When: the date that stands in a clause."""

from spacy.tokens import Token

from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.understand.grammar import clause_head
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence

VAGUE = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def date_in_clause(verb: Token, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The date nearest to the word among those of its own clause."""
    own = [mark for mark in calendar_dates(sentence) if governs(verb, mark, marked)]
    return min(own, key=lambda mark: abs(mark.start - verb.idx)).date if own else None


def calendar_dates(sentence: MarkedSentence) -> list[DateMark]:
    return [mark for mark in sentence.dates if mark.timex_type in {"DATE", "TIME"} and mark.timex not in VAGUE]


def governs(verb: Token, mark: DateMark, marked: MarkedReport) -> bool:
    span = marked.doc.char_span(mark.start, mark.end, alignment_mode="expand")
    if span is None:
        return False
    head = clause_head(span.root)
    return head == verb or clause_head(verb) == head or span.root in verb.subtree
