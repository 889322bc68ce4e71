"""Cues behind a comma where the parse went astray: ", the governor, Anna Berg, said on Monday."."""

from truceline.knowledge.files import word_set
from truceline.understand.grammar import is_passive_form
from truceline.understand.markers.speaker_parts.asides import (
    Frame,
    contents_behind,
    is_no_content,
    is_one_of_those_named,
    last_word,
    whole_start,
)
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import FINITE_TAGS, behind_stop
from truceline.understand.markers.speaker_parts.cue_words import cue_piece, said_phrase
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

LONGEST_SOURCE = 18  # tokens of one stretch between commas
NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def read_comma_aside(verb: Token, quotations: Quotations) -> Attribution | None:
    """The sentence ends, or goes on behind a comma, soon after the cue, and a name stands before it."""
    says = verb.low_lemma in speech_words().lists["says"] or said_phrase(verb) is not None
    if not says or not may_be_finite(verb) or is_passive_form(verb):
        return None
    cue = cue_piece(verb)
    end = frame_end(cue[1], verb)
    source = stretch_before(cue[0], verb)
    if end is None or source is None:
        return None
    last = last_word(verb, source[0])
    quoted = quotations.holding(last) if last >= 0 else None
    start = whole_start(verb, quoted[0]) if quoted is not None else int(verb.doc[source[0]].sent.start)
    if last < 0 or last - start < 2 or is_setting(verb, start, last) or is_no_content((start, last + 1), verb):
        return None
    before = (behind_stop(verb, start, last, quotations), last + 1)
    content = tidied(verb.doc, before, *contents_behind(verb, Frame(source[0], end), before, quotations))
    named = tidied(verb.doc, source)
    speaker = head_of(source, verb)
    if not content or not named or is_one_of_those_named(speaker) or is_agreed_thing(speaker):
        return None
    return Attribution(cue, content, named, verb, speaker, "comma-aside")


def is_agreed_thing(noun: Token) -> bool:
    """ "The last, a truce agreed on in Geneva, was broken": others agreed on it."""
    return noun.pos_ == "NOUN" and noun.low_lemma in word_set("grammar", "what_is_agreed")


def is_setting(verb: Token, start: int, last: int) -> bool:
    """ "In Gwadar, protesters said", "also on Tuesday, the army ruled out a truce": where and when, nothing told."""
    before = list(verb.doc[start : last + 1])
    return not any(word.tag_ in FINITE_TAGS for word in before) and any(word.pos_ == "ADP" for word in before[:2])


def may_be_finite(verb: Token) -> bool:
    """A form in -s at the end of its sentence is often taken for a plural: ", the monitor reports."."""
    if verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
        return True
    return verb.tag_ == "NNS" and verb.nbor(1).text in {".", ","}


def frame_end(start: int, verb: Token) -> int | None:
    """Where the words of saying stop: at a full stop or comma, with no verb and no object in between."""
    for token in verb.doc[start : start + LONGEST_SOURCE]:
        if token.text in {".", ",", ";"} or token.is_space or token.text in QUOTES:
            return int(token.i)
        if token.tag_ in FINITE_TAGS or token.lower_ in {"that", "to"}:
            return None
    return len(verb.doc) if start + LONGEST_SOURCE >= len(verb.doc) else None


def stretch_before(end: int, verb: Token) -> Piece | None:
    """The source right before the cue, back to a comma; two stretches where the first names an office."""
    first = comma_before(end, verb)
    if verb.doc[end - 1].text == ",":
        inner = comma_before(end - 1, verb)
        first = comma_before(inner, verb) if inner is not None else None
    if first is None or not is_name(first + 1, end, verb):
        return None
    return first + 1, end


def comma_before(end: int, verb: Token) -> int | None:
    for index in range(end - 1, max(verb.sent.start, end - LONGEST_SOURCE) - 1, -1):
        token = verb.doc[index]
        if token.text == "," or token.text in QUOTES:
            return index
        if token.tag_ in FINITE_TAGS:
            return None
    return None


def is_name(start: int, end: int, verb: Token) -> bool:
    name = [token for token in verb.doc[start:end] if not token.is_punct]
    if not name or any(word.lower_ in speech_words().lists["relatives"] | {"whose"} for word in (name[0], name[-1])):
        return False  # "the region, which Moscow demands": nobody's words about the region
    if any(word.lower_ in {"that", "which"} or word.pos_ == "SCONJ" for word in name):
        return False  # "a claim that the rebels denied", "a step which they denied", "two weeks after they stormed it"
    if name[0].pos_ in {"ADP", "SCONJ", "CCONJ", "ADV", "VERB", "AUX"}:
        return False
    return name[-1].pos_ in NAMING and not any(token.tag_ in FINITE_TAGS for token in name)


def head_of(source: Piece, verb: Token) -> Token:
    naming = [token for token in verb.doc[source[0] : source[1]] if token.pos_ in NAMING]
    inside = [token for token in naming if not source[0] <= token.head.i < source[1]]
    speaking = [token for token in inside if token.head == verb]
    return (speaking or inside or naming)[0]
