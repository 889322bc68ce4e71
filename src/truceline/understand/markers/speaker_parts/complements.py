"""Cues before what they attribute: "said that ...", "called for ...", "wants to ...", "rejected ..."."""

from collections.abc import Mapping

from truceline.understand.grammar import SUBJECTS, is_passive
from truceline.understand.markers.speaker_parts.attribution import Attribution, tidied
from truceline.understand.markers.speaker_parts.complement_kinds import first_complement
from truceline.understand.markers.speaker_parts.contents import (
    right_piece,
    starts_further_cue,
    with_further_figures,
    with_quotation_marks,
)
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import Source, source_of
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Token

LIVES = 8  # tokens from "claimed" to the lives


def read_complement(verb: Token, quotations: Quotations, inherited: Mapping[int, Source]) -> Attribution | None:
    found = first_complement(verb, quotations) if not is_toll(verb) else None
    if found is None or (is_passive(verb) and found.rule != "clause"):
        return None
    start, end = right_piece(verb, found.first, found.rule) if found.piece is None else found.piece
    cue = cue_piece(verb, found.preposition)
    start, end = max(start, cue[1]), behind_joint(verb, with_further_clause(verb, end))
    speaker, source = source_of(verb, inherited)
    start, end = with_further_figures(verb, (start, before_other_teller(verb, start, end)))
    content = tidied(verb.doc, with_quotation_marks(verb, (start, end), quotations))
    if not content:
        return None
    return Attribution(cue, content, source, verb, speaker, found.rule, further_cues=further_cues(verb, end))


def before_other_teller(verb: Token, start: int, end: int) -> int:
    """ "The rebels say 13 died; the military has acknowledged five deaths": the second half is the military's."""
    stop = next((at for at in range(start, end) if verb.doc[at].text == ";"), None)
    if stop is None:
        return end
    rest = verb.doc[stop + 1 : end]
    teller = next((word for word in rest if not SUBJECTS.isdisjoint(word.child_deps)), None)
    return stop if teller is not None and speech_words().is_cue_verb(teller.low_lemma) else end


def is_toll(verb: Token) -> bool:
    """ "The war has claimed 3,000 lives": nobody says so."""
    behind = verb.doc[verb.i + 1 : verb.i + LIVES]
    return verb.lemma_ == "claim" and any(token.lemma_ in {"life", "victim"} for token in behind)


def with_further_clause(verb: Token, end: int) -> int:
    """The end of ", and that ..." where it goes on so."""
    doc, here = verb.doc, end
    while here < len(doc) and (doc[here].text == "," or doc[here].dep_ == "cc"):
        here += 1
    if end < here < len(doc) and doc[here].lower_ == "that" and doc[here].dep_ == "mark":
        return max(end, doc[here].head.right_edge.i + 1)
    return end


def behind_joint(verb: Token, end: int) -> int:
    """Nothing said ends with "and": the parse hung what follows elsewhere ("in the X and Y districts")."""
    if verb.doc[end - 1].lower_ not in {"and", "or"} or end - 1 <= verb.i:
        return end
    rest = verb.doc[end : verb.sent.end]
    if any(token.dep_ == "conj" and token.pos_ == "VERB" and token.head == verb for token in rest):
        return end - 1
    return next((token.i for token in rest if token.text in {",", ";", ".", ":"} or token.is_space), verb.sent.end)


def further_cues(verb: Token, end: int) -> tuple[int, ...]:
    """The cue that ended the content, if one did."""
    behind = verb.doc[end : end + 5]
    own = (token.i for token in behind if starts_further_cue(token, verb) and not is_of_clause_above(token, verb))
    return tuple(own)[:1]


def is_of_clause_above(cue: Token, verb: Token) -> bool:
    """ "X closed its office after police threatened it, but said ...": X said it, not the police."""
    above = cue.head
    return cue.dep_ == "conj" and above != verb and above in verb.ancestors and not SUBJECTS.isdisjoint(verb.child_deps)
