"""French numbers: counts of things and persons, and the noun that is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.model.mark import DateMark, NumberMark
from truceline.understand.amount import Amount, number_mark
from truceline.understand.languages.fr.amounts import amounts_in, is_article
from truceline.understand.languages.fr.lists import word_set
from truceline.understand.languages.fr.people import is_person
from truceline.understand.parsed_report import ParsedReport
from truceline.understand.tokens import Token

REACH = 4


def mark_numbers(parsed: ParsedReport, dates: Sequence[DateMark]) -> Iterator[NumberMark]:
    """Amounts outside dates; "un" and "une" only before a person ("un soldat a été tué")."""
    for amount in amounts_in(parsed.report.text):
        if any(amount.start < date.end and date.start < amount.end for date in dates):
            continue
        noun = counted_noun(parsed, amount)
        written = parsed.report.text[amount.start : amount.end]
        if is_article(written) and (noun is None or not is_person(noun)):
            continue
        told = replace(amount, rule="article") if is_article(written) else amount
        yield number_mark(parsed, told, noun.lower_ if noun is not None else None)


def counted_noun(parsed: ParsedReport, amount: Amount) -> Token | None:
    """The first noun behind: "douze civils", "une trentaine d'autres blessés", "cinq jeunes soldats"."""
    span = parsed.doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if span is None:
        return None
    for token in parsed.doc.tokens[span.end : span.end + REACH]:
        if token.lower_ in word_set("numbers", "passed"):
            continue
        return token if token.is_alpha or "-" in token.text else None
    return None
