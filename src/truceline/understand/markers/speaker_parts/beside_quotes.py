"""Whoever stands beside a quotation speaks it, whatever the verb: '"...," he bristled', 'X waved it away: "..."'."""

from collections.abc import Collection, Iterator

from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Attribution, Piece, tidied
from truceline.understand.markers.speaker_parts.contents import FINITE_TAGS
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.sources import can_speak
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

SHORTEST, FARTHEST = 4, 24  # tokens of a quotation with its marks; tokens from it to its speaker
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SENTENCE_ENDS = frozenset({".", "?", "!"})


def read_beside_quotes(doc: Doc, quotations: Quotations, known: Collection[Attribution]) -> Iterator[Attribution]:
    """Quotations that no cue of saying claims."""
    told = {index for one in known for start, end in one.content for index in range(start, end)}
    cues = {one.verb.i for one in known}
    for piece in quotations.pieces:
        if piece[1] - piece[0] < SHORTEST or not told.isdisjoint(range(*piece)):
            continue
        found = before_colon(doc, piece) or behind_comma(doc, piece)
        if found is not None and cues.isdisjoint(token.i for token in found.verb.sent):
            yield found


def read_manners(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    """ "A diplomat was blunter: the front would hold": whoever is so says what stands behind the colon."""
    manners = speech_words().lists["manners"]
    for colon in doc:
        manner = doc[colon.i - 1] if colon.text == ":" and colon.i > 1 else None
        if manner is None or manner.lower_ not in manners or manner.head.lemma_ != "be":
            continue
        first = colon.i + 1
        rest = words_of_clause(doc, first)
        if quotations.starting_at(first) is None and any(token.tag_ in FINITE_TAGS for token in rest):
            told = told_by(manner.head, (first, rest[-1].i + 1), "manner-colon")
            if told is not None:
                yield told


def words_of_clause(doc: Doc, start: int) -> list[Token]:
    """What follows up to the end of its sentence, however long."""
    end = doc[start].sent.end if start < len(doc) else start
    return [token for token in doc[start:end] if not token.is_space]


def before_colon(doc: Doc, piece: Piece) -> Attribution | None:
    """ "The premier poured cold water on the idea: "We will not ..."": the subject of the clause speaks."""
    colon = piece[0] - 1
    if colon < 1 or doc[colon].text != ":":
        return None
    first = doc[colon].sent.start if doc[colon].sent.start < colon else doc[colon - 1].sent.start
    verbs = [token for token in doc[first:colon] if token.tag_ in FINITE and subject_of(token) is not None]
    return told_by(verbs[-1], piece, "quotation-colon") if verbs else None


def behind_comma(doc: Doc, piece: Piece) -> Attribution | None:
    """'"...," purred the envoy', '"...," spokesman X shot back', '"..." was all that the general had to offer'."""
    ended = doc[piece[1] - 2].text in {",", "?", "!"} or doc[min(piece[1], len(doc) - 1)].text == ","
    if not ended or not begins_sentence(doc, piece[0]):
        return None
    behind = words_of_sentence(doc, piece[1])
    verb = next((token for token in behind if token.tag_ in FINITE | {"VBN"}), None)
    if verb is None or any(token.text in {";", ":"} for token in behind[: verb.i - piece[1]]):
        return None
    if verb.lemma_ == "be":
        citing = speech_words().lists["citing"]
        rest = [token for token in behind if token.i > verb.i]
        verb = next((token for token in rest if token.tag_ in FINITE or token.low_lemma in citing), verb)
    return told_by(verb, piece, "beside-quotation", behind)


def begins_sentence(doc: Doc, first: int) -> bool:
    """No word of the report's own stands before it in its sentence."""
    before = doc[first - 1] if first > 0 else None
    return before is None or before.is_space or before.text in SENTENCE_ENDS | QUOTES


def words_of_sentence(doc: Doc, start: int) -> list[Token]:
    """What follows a quotation up to the end of its sentence."""
    found: list[Token] = []
    for token in doc[start : start + FARTHEST]:
        if token.text in SENTENCE_ENDS or (token.is_space and "\n" in token.text):
            break
        found.append(token)
    return found


def subject_of(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "csubj"), None)
    return own if own is not None and is_person(own) else None


def told_by(verb: Token, piece: Piece, rule: str, near: list[Token] | None = None) -> Attribution | None:
    speaker = subject_of(verb) if near is None else speaker_in(near, verb)
    if speaker is None:
        return None
    doc = verb.doc
    source = tidied(doc, stretch_of(speaker, verb))
    content = tidied(doc, piece)
    return Attribution((verb.i, verb.i + 1), content, source, verb, speaker, rule) if source and content else None


def speaker_in(near: list[Token], verb: Token) -> Token | None:
    """The first noun beside the verb that can speak: right behind it, or before it up to the quotation."""
    before = [token for token in near if token.i < verb.i and is_head(token, verb)]
    behind = [token for token in near if token.i > verb.i and is_head(token, verb)]
    nearest = before[-1:] or behind[:1]
    return nearest[0] if nearest and is_person(nearest[0]) else None


def is_head(token: Token, verb: Token) -> bool:
    if token.pos_ not in {"NOUN", "PROPN", "PRON"} or token.tag_ in {"WDT", "WP"}:
        return False
    return not (token.dep_ in {"compound", "nmod", "poss"} and token.head.i > token.i) and token.dep_ != "pobj"


def stretch_of(speaker: Token, verb: Token) -> Piece:
    """The words of the speaker on their side of the verb."""
    start, end = speaker.left_edge.i, speaker.right_edge.i + 1
    if speaker.i < verb.i:
        return start, min(end, verb.i)
    comma = next((token.i for token in verb.doc[speaker.i : end] if token.text == ","), end)
    return max(start, verb.i + 1), comma


def is_person(noun: Token) -> bool:
    """Names, "he", and nouns of those who speak; no quotation is spoken by a plan or a road."""
    if noun.pos_ == "PRON":
        return noun.lower_ in {"he", "she", "they", "we", "i"}
    known = speech_words().lists
    return can_speak(noun) and (noun.pos_ == "PROPN" or noun.low_lemma in known["speakers"] | known["speaking_nouns"])
