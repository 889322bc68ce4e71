"""One spaCy parse of a report, with paragraph breaks as sentence breaks; what a language adds to it."""

import gc
import re
from dataclasses import dataclass
from functools import lru_cache

import spacy
import spacy.tokens
from spacy.language import Language

from truceline.understand.attribute_rules import can_remember
from truceline.understand.entities import can_ask_at_once
from truceline.understand.taken_over import taken_over
from truceline.understand.tokens import Doc
from truceline.understand.word_vectors import make_vectors_cheap, threads

CLOSING = frozenset({'"', "”", "’", "'", "''", "»", ")", "]"})
WRAPPED = "truceline_wrapped"
AT_ONCE = 64  # paragraphs of one report: read together they take two thirds of the time
HARD_WRAP = (45, 100)  # code points: a text whose inner lines nearly all lie between is wrapped by a machine


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language adds to its spaCy pipeline: names of registered components before the parser and at the end,
    and how the line looks that says where and when a report was filed, up to the story's first word.
    """

    dateline: re.Pattern[str]
    before_parser: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


@Language.component("truceline_paragraphs")
def start_sentences_at_paragraphs(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
    """A paragraph break always ends a sentence: headlines and crossheads have no full stop."""
    wrapped = doc.user_data.pop(WRAPPED, False)
    for token in doc[:-1]:
        breaks = token.text.count("\n")
        if token.is_space and (breaks >= 2 or (breaks == 1 and not wrapped)):
            doc[token.i + 1].is_sent_start = True
    for token in doc[1:]:
        if token.text in CLOSING and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space:
            token.is_sent_start = False  # a closing quotation mark belongs to the sentence it closes
    return doc


def is_hard_wrapped(text: str) -> bool:
    lines = [line for block in re.split(r"\n\s*\n", text) for line in block.split("\n")[:-1]]
    if len(lines) < 4:
        return False
    inside = sum(HARD_WRAP[0] <= len(line) <= HARD_WRAP[1] for line in lines)
    return inside >= 0.8 * len(lines)


@lru_cache(maxsize=4)
def load_grammar(pipeline: str, grammar: Grammar) -> Language:
    """Load a spaCy pipeline once a process. It needs a tagger, a parser, a lemmatizer and an entity recogniser."""
    nlp = spacy.load(pipeline)
    make_vectors_cheap(nlp)
    for name in (*grammar.before_parser, "truceline_paragraphs"):
        nlp.add_pipe(name, before="parser")
    for name in grammar.last:
        nlp.add_pipe(name, last=True)
    if can_remember(nlp):
        nlp.add_pipe("truceline_attributes", after="lemmatizer")
        nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"])
    if can_ask_at_once(nlp):
        nlp.add_pipe("truceline_entities", after="ner")
        nlp.disable_pipe("ner")
    gc.freeze()  # it lives as long as the process: nobody need look through it for what is not used any more
    return nlp


def parse(text: str, pipeline: str, grammar: Grammar) -> Doc:
    """One parse of the whole text, each paragraph read on its own: a headline without a full stop runs into what
    follows and spoils it otherwise ("Border truce / Thailand and Cambodia agreed": Thailand alone).
    """
    nlp = load_grammar(pipeline, grammar)
    wrapped = is_hard_wrapped(text)
    pieces = (words_of(nlp, piece, wrapped) for piece in paragraphs(text, wrapped, grammar.dateline))
    with threads().limit(limits=1, user_api="blas"):
        return taken_over(text, list(nlp.pipe(pieces, batch_size=AT_ONCE)))


def words_of(nlp: Language, piece: str, wrapped: bool) -> spacy.tokens.Doc:
    """The words of one paragraph, which cannot tell by itself whether its lines were wrapped by a machine."""
    doc = nlp.make_doc(piece)
    doc.user_data[WRAPPED] = wrapped
    return doc


def paragraphs(text: str, wrapped: bool, dateline: re.Pattern[str]) -> list[str]:
    """The text cut behind its paragraph breaks and datelines; joined again it is the text."""
    breaks = r"\n\s*\n\s*" if wrapped else r"\s*\n\s*"
    ends = [found.end() for found in re.finditer(breaks, text)]
    datelines = (dateline.match(text, start) for start in [len(text) - len(text.lstrip()), *ends])
    ends = sorted({*ends, *(found.end() for found in datelines if found is not None)})
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [piece for piece in pieces if piece] or [text]
