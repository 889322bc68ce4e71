"""Attributions that name nobody: "is expected to resume", "reportedly fled", "seemed to hold"."""

from spacy.tokens import Token

from truceline.understand.grammar import is_passive
from truceline.understand.markers.speaker_parts.attribution import Attribution, tidied
from truceline.understand.markers.speaker_parts.contents import right_piece
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.sources import by_agent, source_piece
from truceline.understand.markers.speaker_parts.speech_words import speech_words

COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd", "acomp"})


def read_unsourced(verb: Token) -> Attribution | None:
    lemma = verb.lemma_.lower()
    lists = speech_words().lists
    if lemma in lists["unsourced_verbs"]:
        return without_source(verb, "seeming")
    if lemma in lists["unsourced_participles"] and verb.tag_ == "VBN" and is_passive(verb):
        return without_source(verb, "passive")
    return None


def without_source(verb: Token, rule: str) -> Attribution | None:
    """The content is the subject and what is said of it, around the cue."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    rest = next((c for c in verb.children if c.dep_ in COMPLEMENTS and c.i > verb.i), None)
    if rest is None:
        return None
    cue = cue_piece(verb)
    pieces = [right_piece(verb, rest)]
    if subject is not None and subject.i < verb.i and subject.lower_ not in {"it", "there"}:
        pieces.append((subject.left_edge.i, min(subject.right_edge.i + 1, cue[0])))
    speaker = by_agent(verb)
    named = source_piece(speaker, verb) if speaker is not None else None
    content = tidied(verb.doc, *pieces)
    return Attribution(cue, content, (named,) if named else (), verb, speaker, rule) if content else None
