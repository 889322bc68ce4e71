"""Answers to what was said before: "a charge that Kigali denies", "the army made no comment on the raid"."""

from collections.abc import Iterator

from truceline.understand.grammar import SUBJECTS, has_no, prepositional_objects
from truceline.understand.markers.speaker_parts.attribution import Attribution, tidied
from truceline.understand.markers.speaker_parts.contents import with_quotation_marks
from truceline.understand.markers.speaker_parts.cue_words import cue_piece
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import can_speak, source_piece
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

RULE = "answer"
RELATIVES = frozenset({"which", "that"})


def read_answers(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    """Denials and confirmations behind what they answer, and word that nothing was said."""
    answers, comments = speech_words().lists["answers"], speech_words().lists["no_comments"]
    for token in doc:
        if token.low_lemma in answers and token.pos_ == "VERB":
            found = answer_behind(token, quotations)
        elif token.low_lemma in comments and token.pos_ == "NOUN" and has_no(token):
            found = no_comment(token)
        else:
            continue
        if found is not None and quotations.holding(token.i) is None:
            yield found


def answer_behind(verb: Token, quotations: Quotations) -> Attribution | None:
    """ "..., which the group denied", "..., a charge Rwanda denies": what is answered stands before the verb."""
    thing = answered_before(verb)
    speaker = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if thing is None or speaker is None or speaker.i < thing.i or not can_speak(speaker):
        return None
    source = source_piece(speaker, verb)
    first = named_by(thing, verb)
    verdict = next((child for child in verb.rights if child.lower_ == "as"), None)
    piece = (first.left_edge.i, first.i + 1) if verdict is None else (verdict.i, verdict.right_edge.i + 1)
    content = tidied(verb.doc, with_quotation_marks(verb, piece, quotations))
    return Attribution(cue_piece(verb), content, (source,), verb, speaker, RULE) if source and content else None


def named_by(thing: Token, verb: Token) -> Token:
    """ "The line that Asmara rejects", "a demand, which ...": the noun; behind a comma a whole clause may be meant."""
    noun = verb.head
    if thing.lower_ not in RELATIVES or verb.dep_ != "relcl" or noun.i > thing.i:
        return thing
    is_meant = thing.nbor(-1) == noun or noun.low_lemma in speech_words().lists["comments"]
    return noun if is_meant else thing


def answered_before(verb: Token) -> Token | None:
    """The relative word, or what the report calls that which is answered."""
    called = speech_words().lists["comments"]
    before = next((child for child in verb.lefts if child.dep_ == "dobj"), None)
    if before is not None:
        return before if before.lower_ in RELATIVES or before.low_lemma in called else None
    is_told_of = verb.dep_ == "relcl" and verb.head.low_lemma in called
    behind = any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in verb.rights)
    return verb.head if is_told_of and not behind else None


def no_comment(noun: Token) -> Attribution | None:
    """ "The army made no comment", "there was no immediate response from the ministry"."""
    verb = noun.head
    speaker = next(iter(prepositional_objects(noun, "from", "by")), None)
    if speaker is None and noun.dep_ == "dobj" and verb.low_lemma in speech_words().lists["light_verbs"]:
        speaker = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if speaker is None or not can_speak(speaker):
        return None
    source = source_piece(speaker, noun)
    start = verb.i if noun.dep_ == "dobj" else noun.left_edge.i
    content = tidied(noun.doc, (start, noun.right_edge.i + 1))
    if not source or not content:
        return None
    return Attribution((noun.i, noun.i + 1), content, (source,), noun, speaker, RULE, function="non_disclosure")
