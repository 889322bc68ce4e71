"""Cues before what they attribute: "said that ...", "called for ...", "wants to ...", "rejected ..."."""

from collections.abc import Mapping

from spacy.tokens import Token

from truceline.understand.grammar import is_passive
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import (
    aim_after,
    clause_after,
    object_after,
    preposition_after,
    right_piece,
    starts_further_cue,
    with_quotation_marks,
)
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import Source, source_of
from truceline.understand.markers.speaker_parts.speech_words import speech_words


def read_complement(verb: Token, quotations: Quotations, inherited: Mapping[int, Source]) -> Attribution | None:
    lemma = verb.lemma_.lower()
    found = first_complement(verb, lemma, quotations)
    if found is None:
        return None
    first, rule, preposition = found
    if is_passive(verb) and rule != "clause":
        return None
    start, end = first if isinstance(first, tuple) else right_piece(verb, first, rule)
    cue = cue_piece(verb, preposition)
    start, end = max(start, cue[1]), with_further_clause(verb, end)
    speaker, source = source_of(verb, inherited)
    content = tidied(verb.doc, with_quotation_marks(verb, (start, end), quotations))
    if not content:
        return None
    return Attribution(cue, content, source, verb, speaker, rule, further_cues=further_cues(verb, end))


def with_further_clause(verb: Token, end: int) -> int:
    """The end of ", and that ..." where it goes on so."""
    doc, here = verb.doc, end
    while here < len(doc) and (doc[here].text == "," or doc[here].dep_ == "cc"):
        here += 1
    if end < here < len(doc) and doc[here].lower_ == "that" and doc[here].dep_ == "mark":
        return max(end, doc[here].head.right_edge.i + 1)
    return end


def further_cues(verb: Token, end: int) -> tuple[int, ...]:
    """The cue that ended the content, if one did."""
    behind = verb.doc[end : end + 5]
    return tuple(token.i for token in behind if starts_further_cue(token, verb))[:1]


def first_complement(verb: Token, lemma: str, quotations: Quotations) -> tuple[Token | Piece, str, Token | None] | None:
    lists = speech_words().lists
    quoted = quotation_after(verb, quotations)
    if quoted is not None and lemma in lists["takes_clause"]:
        return quoted, "quotation", None
    clause = clause_after(verb)
    if clause is not None and lemma in lists["takes_clause"]:
        return clause, "clause", None
    marked = that_after(verb)
    if marked is not None and lemma in lists["takes_clause"]:
        return (marked.i, marked.head.right_edge.i + 1), "clause", None
    preposition = preposition_after(verb)
    if preposition is not None and preposition.i <= verb.i + 2:
        objects = [child for child in preposition.children if child.i > preposition.i]
        return (objects[0] if objects else preposition), "preposition", preposition
    aim = aim_after(verb)
    if aim is not None and lemma in lists["takes_aim"]:
        target = object_after(verb)
        return (target if target is not None and target.i < aim.i else aim), "aim", None
    if aim is not None and lemma in lists["takes_clause"] and aim.tag_ != "VB":
        return aim, "clause", None
    thing = object_after(verb)
    if thing is not None and lemma in lists["takes_object"]:
        return thing, "object", None
    return None


def that_after(verb: Token) -> Token | None:
    """The "that" of a clause which the parse hung elsewhere: "told the envoy in a call that ..."."""
    for token in verb.doc[verb.i + 1 : verb.i + 12]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.head.i > token.i:
            return token
        if token.pos_ in {"VERB", "AUX"} or token.is_space or token.text in {".", ",", ";", ":"}:
            return None
    return None


def quotation_after(verb: Token, quotations: Quotations) -> Piece | None:
    """A quotation that begins behind the cue, with a comma or colon before it: 'he said on Monday: "..."'."""
    doc = verb.doc
    for index in range(verb.i + 1, min(verb.i + 12, len(doc))):
        token = doc[index]
        if "\n" in token.text or token.text in {".", ";"}:
            return None
        if token.text in QUOTES:
            quoted = quotations.starting_at(index)
            return quoted if quoted and doc[index - 1].text in {",", ":"} else None
    return None
