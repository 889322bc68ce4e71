"""Attributions that name nobody: "is expected to resume", "reportedly fled", "seemed to hold"."""

from collections.abc import Iterator

from truceline.understand.grammar import grammar_words, is_passive
from truceline.understand.markers.speaker_parts.attribution import Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import right_piece
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import by_agent, source_piece
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd", "acomp"})


def read_adverbs(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    """ "The camp was reportedly shelled": the clause around the adverb."""
    adverbs = speech_words().lists["unsourced_adverbs"]
    for token in doc:
        if token.lower_ in adverbs and token.head.pos_ in {"VERB", "AUX"} and quotations.holding(token.i) is None:
            clause = token.head
            content = tidied(doc, (clause.left_edge.i, token.i), (token.i + 1, clause.right_edge.i + 1))
            if content:
                yield Attribution((token.i, token.i + 1), content, (), token, None, "adverb")


def read_unsourced(verb: Token) -> Attribution | None:
    lemma = verb.low_lemma
    lists = speech_words().lists
    if lemma in lists["unsourced_verbs"]:
        return without_source(verb, "seeming")
    if lemma in lists["unsourced_participles"] and verb.tag_ == "VBN" and is_passive(verb):
        return without_source(verb, "passive")
    done_to = is_passive(verb) or verb.dep_ == "acl"
    if lemma in lists["takes_object"] and verb.tag_ == "VBN" and done_to and by_agent(verb) is not None:
        return turned_round(verb)
    return None


def turned_round(verb: Token) -> Attribution | None:
    """ "The release is demanded by the rebels": the subject is what is said."""
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    speaker = by_agent(verb)
    if verb.low_lemma in speech_words().lists["citing"] and any(child.lower_ == "as" for child in verb.rights):
        return None  # "X was quoted by the agency as saying": X speaks
    deed = deed_behind(verb)
    subject = verb.head if subject is None and deed is not None and verb.dep_ == "acl" else subject
    if subject is None or speaker is None or verb.low_lemma in speech_words().lists["acts_on_object"]:
        return None
    cue, named = cue_piece(verb), source_piece(speaker, verb)
    said = deed or (subject.left_edge.i, min(subject.right_edge.i + 1, cue[0]))
    content = tidied(verb.doc, said)
    return Attribution(cue, content, (named,), verb, speaker, "turned-round") if content and named else None


def deed_behind(verb: Token) -> Piece | None:
    """ "Was accused by residents of burning homes": what they say is the deed."""
    if verb.low_lemma not in grammar_words("accusing"):
        return None
    step = next((child for child in verb.rights if child.lower_ == "of"), None)
    return (step.i + 1, step.right_edge.i + 1) if step is not None else None


def without_source(verb: Token, rule: str) -> Attribution | None:
    """The content is the subject and what is said of it, around the cue."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    rest = next((c for c in verb.children if c.dep_ in COMPLEMENTS and c.i > verb.i), None)
    if rest is None:
        return None
    cue = cue_piece(verb)
    pieces = [right_piece(verb, rest)]
    if by_agent(verb) is None and subject is not None and subject.i < verb.i and subject.lower_ not in {"it", "there"}:
        pieces.append((subject.left_edge.i, min(subject.right_edge.i + 1, cue[0])))
    speaker = by_agent(verb)
    named = source_piece(speaker, verb) if speaker is not None else None
    content = tidied(verb.doc, *pieces)
    return Attribution(cue, content, (named,) if named else (), verb, speaker, rule) if content else None
