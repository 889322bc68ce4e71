"""Silence about figures: "has yet to disclose military losses" is a claim without a figure, never a zero."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from truceline.understand.finders.casualty_parts.harm_words import word_set
from truceline.understand.grammar import is_negated

UNWILLING = frozenset({"decline", "refuse", "have", "fail", "yet", "stop"})


def withheld_in(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """The verb that says nothing and the noun of what it keeps back."""
    for verb in sentence:
        if verb.lemma_.lower() in word_set("disclosing") and verb.pos_ == "VERB" and is_silent(verb):
            noun = next((child for child in verb.subtree if child.i > verb.i and is_figure(child)), None)
            if noun is not None and not any(t.like_num for t in noun.subtree):
                yield verb, noun
        elif verb.lower_ in word_set("silent"):
            noun = next((child for child in verb.subtree if is_figure(child)), None) or next(
                (child for child in verb.head.subtree if child.i > verb.i and is_figure(child)), None
            )
            if noun is not None:
                yield verb, noun


def is_figure(token: Token) -> bool:
    if token.lower_ == "own" and token.dep_ == "dobj":
        return any(
            word.lemma_.lower() in word_set("figures") or word.lower_ in {"killed", "dead"} for word in token.sent
        )
    return (
        token.lemma_.lower() in word_set("figures")
        and token.pos_ in {"NOUN", "ADJ"}
        and (
            token.lemma_.lower() not in {"number", "figure"}
            or any(
                t.lemma_.lower() in {"loss", "casualty", "death", "dead", "killed", "fatality"} for t in token.subtree
            )
        )
    )


def is_silent(verb: Token) -> bool:
    """Not, never, yet to, declined to, made no mention of, no figures were given."""
    if is_negated(verb) or any(child.lower_ in {"never", "neither"} for child in verb.children):
        return True
    if any(
        child.lower_ == "no" for obj in verb.children if obj.dep_ in {"dobj", "nsubjpass"} for child in obj.children
    ):
        return False
    governor = verb.head if verb.dep_ == "xcomp" else None
    if governor is None:
        return False
    if governor.lemma_ == "have" and any(token.lower_ == "yet" for token in governor.children):
        return True
    return governor.lemma_ in {"decline", "refuse", "fail"}
