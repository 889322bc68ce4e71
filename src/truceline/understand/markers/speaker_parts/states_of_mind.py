"""Adjectives as cues: "is confident that the town will hold", "remain convinced that the truce is dead"."""

from collections.abc import Iterator

from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.speaker_parts.attribution import Attribution, tidied
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import can_speak, source_piece
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token


def read_states_of_mind(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    states = speech_words().lists["states_of_mind"]
    for token in doc:
        if token.lower_ in states and quotations.holding(token.i) is None:
            found = state_of_mind(token)
            if found is not None:
                yield found


def state_of_mind(state: Token) -> Attribution | None:
    """With a clause behind it that "that" opens, and somebody who is of that mind."""
    verb = state.head if state.dep_ in {"acomp", "oprd"} else state
    links = speech_words().lists["being_of_mind"]
    being = verb.lemma_ in links or any(child.lemma_ in links for child in state.lefts)
    speaker = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    clauses = (*state.rights, *(child for child in verb.rights if child.i > state.i))
    clause = next((child for child in clauses if child.dep_ == "ccomp" and child.left_edge.lower_ == "that"), None)
    if not being or speaker is None or clause is None or not can_be_of_mind(speaker):
        return None
    content = tidied(state.doc, (clause.left_edge.i, clause.right_edge.i + 1))
    named = source_piece(speaker, verb)
    cue = (min(verb.i, state.i), state.i + 1)
    return Attribution(cue, content, (named,), state, speaker, "state-of-mind") if content and named else None


def can_be_of_mind(speaker: Token) -> bool:
    return speaker.lower_ not in speech_words().lists["of_no_mind"] and can_speak(speaker)
