"""Clauses and nouns that tell of long ago: "in the 1990s war", "the 1994 ceasefire"."""

import re
from collections.abc import Iterator
from datetime import date

from truceline.understand.grammar import subtree_span, words_before
from truceline.understand.markers.modality_parts.own_words import modal_words
from truceline.understand.tokens import Doc, Span, Token

YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(s)?$")
LONG_AGO = 5  # years: what lies further back than most wars' reports count as the present fighting
OPEN_ENDS = frozenset({"since", "from", "for"})


def long_past_spans(doc: Doc, published: date | None) -> Iterator[tuple[Span, Token]]:
    """The words that tell of long ago, each with its year."""
    years = [(token, match) for token in doc if (match := YEAR.match(token.text)) and is_year(token, match)]
    latest = published.year if published else max((int(match[1]) for _, match in years), default=0)
    for token, match in years:
        ends = int(match[1]) + (9 if match[2] else 0)
        if latest - ends >= LONG_AGO or (match[2] and published is None and ends < 2010):
            governor = governor_of(token)
            if governor is not None:
                yield scope_of(governor, token), token


def is_year(token: Token, match: re.Match[str]) -> bool:
    if any(word.lower_ == "at" for word in words_before(token.doc, token.i, 2)):
        return False  # "at 1620", "at approximately 1500": a time of day
    if match[2] or token.ent_type_ == "DATE":
        return True
    return token.dep_ in {"pobj", "nummod", "compound"} and token.nbor(-1).lower_ in modal_words()["before_years"]


def governor_of(year: Token) -> Token | None:
    """The verb or noun that the year dates; nothing for a span that lasts until now ("since 1994", "since the 2021
    coup").
    """
    thing = year.head if year.dep_ in {"nummod", "compound"} else year
    if year.nbor(-1).lower_ in OPEN_ENDS or (thing.dep_ == "pobj" and thing.head.lower_ == "since"):
        return None
    here = year
    while here.head != here:
        here = here.head
        if here.pos_ in {"VERB", "AUX"} or (here.pos_ in {"NOUN", "PROPN"} and here.ent_type_ != "DATE"):
            return here
    return here if here.pos_ in {"VERB", "AUX", "NOUN"} else None


def scope_of(governor: Token, year: Token) -> Span:
    if governor.dep_ in {"nsubj", "nsubjpass"} and is_only_date(governor.head, year):
        governor = governor.head
    span = subtree_span(governor)
    if governor.pos_ in {"NOUN", "PROPN"} and year.i < governor.i:
        return governor.doc[span.start : max(governor.i + 1, last_relative(governor))]
    return span


def is_only_date(verb: Token, year: Token) -> bool:
    """No other date in the clause says that it tells of later."""
    dates = {token.ent_iob_ == "B" and token.i for token in subtree_span(verb) if token.ent_type_ in {"DATE", "TIME"}}
    return verb.tag_ in {"VBD", "VBN"} and len(dates - {False}) <= 1


def last_relative(noun: Token) -> int:
    return max((child.right_edge.i + 1 for child in noun.children if child.dep_ in {"relcl", "acl", "prep"}), default=0)
