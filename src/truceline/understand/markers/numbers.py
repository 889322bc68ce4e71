"""Numbers: counts of things and persons, with their bounds and the noun that is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.knowledge.files import all_words
from truceline.model.mark import DateMark, NumberMark
from truceline.understand.amount import Amount, number_mark
from truceline.understand.markers.number_parts.amounts import amounts_in
from truceline.understand.markers.number_parts.bounds import bounded
from truceline.understand.markers.number_parts.counted import (
    counted_noun,
    noun_form,
    suffers_as_a_person,
)
from truceline.understand.markers.number_parts.no_counts import is_no_count
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Doc, Token

ARTICLES = frozenset({"a", "an"})


def mark_numbers(parsed: ParsedReport, dates: Sequence[DateMark]) -> list[NumberMark]:
    """Amounts outside dates; "a" and "an" only before a person ("a soldier was killed")."""
    taken = [(date.start, date.end) for date in dates]
    marks = list(amount_marks(parsed, taken))
    ends = [(mark.start, mark.end) for mark in marks]
    marks += [mark for mark in article_marks(parsed) if not overlaps(mark.start, mark.end, taken + ends)]
    return marks


def overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def amount_marks(parsed: ParsedReport, taken: Sequence[tuple[int, int]]) -> Iterator[NumberMark]:
    for whole in amounts_in(parsed.report.text):
        for amount in apart_from_dates(parsed.report.text, whole, taken):
            mark = amount_mark(parsed, amount)
            if mark is not None:
                yield mark


def apart_from_dates(text: str, amount: Amount, taken: Sequence[tuple[int, int]]) -> Iterator[Amount]:
    """The amount, unless a date holds it; of "since October 7 to 43,603", no range, what follows the date."""
    held = [end for start, end in taken if amount.start < end and start < amount.end]
    if not held:
        yield amount
    elif amount.rule == "between" and max(held) < amount.end:
        rest = max(held)
        for other in amounts_in(text[rest : amount.end]):
            yield replace(other, start=other.start + rest, end=other.end + rest)


def amount_mark(parsed: ParsedReport, amount: Amount) -> NumberMark | None:
    doc = parsed.doc
    span = doc.char_span(amount.start, amount.end, alignment_mode="strict")
    if span is None or is_no_count(doc, span.start, span.end):
        return None
    whole = bounded(doc, span.start, span.end, amount)
    noun = counted_noun(doc, span.start, end_token(doc, span.end, whole.end))
    if amount.rule == "more-than-one" and (noun is None or noun_form(noun) not in all_words("persons")):
        return None
    return number_mark(parsed, whole, noun_form(noun) if noun is not None else None)


def end_token(doc: Doc, last: int, end: int) -> int:
    """The token after an amount whose bound words reach to ``end``: "12 or more people"."""
    while last < len(doc) and doc[last].idx < end:
        last += 1
    return last


def article_marks(parsed: ParsedReport) -> Iterator[NumberMark]:
    for token in parsed.doc:
        if token.lower_ in ARTICLES:
            noun = article_noun(parsed.doc, token)
            if noun is not None:
                one = Amount(token.idx, token.idx + len(token), 1, 1, 1, "article")
                yield number_mark(parsed, one, noun_form(noun))


def article_noun(doc: Doc, article: Token) -> Token | None:
    """The person that an article goes with, by the parse, or by the words that follow where the parse fails."""
    if article.dep_ == "det" and article.head.i > article.i:
        noun: Token | None = article.head
    else:
        noun = counted_noun(doc, article.i, article.i + 1)
    if noun is None or noun.tag_ not in {"NN", "NNP"}:
        return None
    return noun if is_person(noun) or suffers_as_a_person(noun) else None


def is_person(noun: Token) -> bool:
    """A noun for a person, or a nationality as a noun: "a Moroccan is missing"."""
    return noun_form(noun) in all_words("persons") or (noun.ent_type_ == "NORP" and noun.pos_ in {"NOUN", "PROPN"})
