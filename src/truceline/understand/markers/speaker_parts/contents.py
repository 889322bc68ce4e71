"""What is said: the pieces of content around a cue."""

from spacy.tokens import Token

from truceline.understand.markers.speaker_parts.attribution import QUOTES, Piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words

PERSON_OBJECTS = frozenset({"dobj", "dative", "npadvmod"})


def clause_after(verb: Token) -> Token | None:
    """The clause that says what: "said that ...", "denied having ..."."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)


def aim_after(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)


def object_after(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd"} and c.i > verb.i), None)


def preposition_after(verb: Token) -> Token | None:
    wanted = speech_words().prepositions.get(verb.lemma_.lower(), frozenset())
    return next((c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in wanted and c.i > verb.i), None)


def clause_before(verb: Token) -> Token | None:
    """What an inverted cue follows: "The town fell, he said"."""
    return next((c for c in verb.children if c.dep_ in {"ccomp", "parataxis"} and c.i < verb.i), None)


def right_piece(verb: Token, first: Token) -> Piece:
    """From the first complement to the end of the verb's own words; a further verb or cue ends it."""
    start, end = first.left_edge.i, first.right_edge.i + 1
    for child in verb.children:
        if child.i > first.i:
            if ends_content(child, verb):
                break
            end = max(end, child.right_edge.i + 1)
    return start, end


def ends_content(child: Token, verb: Token) -> bool:
    if child.dep_ in {"conj", "cc"}:
        return True
    if child.dep_ == "punct":
        return child.text in {";"}
    return child.dep_ == "advcl" and child.tag_ == "VBG" and speech_words().is_cue_verb(child.lemma_.lower())


def opening_quote(start: int, quotations: Quotations) -> int:
    held = quotations.holding(start)
    return held[0] if held and start - held[0] <= 1 else start


def closed_quote(verb: Token, start: int, end: int) -> int:
    """A closing mark right behind the content belongs to it when its opening mark does."""
    doc = verb.doc
    here = end
    while here < len(doc) and doc[here].text in {".", ",", "?", "!"} | QUOTES and here - end < 2:
        here += 1
        if doc[here - 1].text in QUOTES:
            return here
    return end
