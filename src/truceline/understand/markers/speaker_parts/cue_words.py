"""How far a cue runs: "has repeatedly said", "did not respond to", "went on to say"."""

from truceline.understand.grammar import SUBJECTS
from truceline.understand.markers.speaker_parts.attribution import Piece
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})


def cue_piece(verb: Token, preposition: Token | None = None) -> Piece:
    """The verb with its helpers; with particle, preposition and colon where they follow at once."""
    start = first_helper(verb)
    end = verb.i + 1
    doc = verb.doc
    if end < len(doc) and doc.tokens[end].dep_ == "prt" and doc.tokens[end].head == verb:
        end += 1
    if preposition is not None and preposition.i <= end + 1:
        end = preposition.i + 1
    end = max(end, said_phrase(verb) or 0)
    if end < len(doc) and doc.tokens[end].text == ":":
        end += 1
    return start, end


def said_phrase(verb: Token) -> int | None:
    """The end of a phrase of saying that begins here: "let slip", "made known", "let it be known"."""
    for rest in speech_words().phrases.get(verb.low_lemma, ()):
        after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + len(rest)]]
        if tuple(after) == rest:
            return verb.i + 1 + len(rest)
    return None


def first_helper(verb: Token) -> int:
    """The leftmost auxiliary, negation or adverb in an unbroken run before the verb."""
    doc, start = verb.doc, verb.i
    while start > 0 and belongs_before(doc.tokens[start - 1], verb):
        start -= 1
    while (
        start < verb.i
        and doc.tokens[start].dep_ == "advmod"
        and doc.tokens[start].lower_ in speech_words().lists["before_cues"]
    ):
        start += 1
    return start


def belongs_before(token: Token, verb: Token) -> bool:
    if token.lower_ in speech_words().lists["before_cues"] or (token.is_sent_start and token.dep_ == "advmod"):
        return False
    return (token.dep_ in BEFORE and token.head in {verb, verb.head}) or (
        token.dep_ == "advmod" and token.head.head == verb and token.head.dep_ in BEFORE
    )


def is_withholding(verb: Token) -> bool:
    """Said of one who does not say: "has yet to disclose", "did not comment", "declined to confirm"."""
    lists = speech_words().lists
    if verb.low_lemma in lists["withholding_verbs"]:
        return any(c.dep_ == "xcomp" and c.low_lemma in lists["withheld"] for c in verb.children)
    if verb.low_lemma not in lists["withheld"]:
        return False
    if any(child.dep_ == "neg" for child in verb.children) or is_done_by_neither(verb):
        return True
    head = verb.head
    return verb.dep_ == "xcomp" and (head.low_lemma in lists["withholding_verbs"] or has_yet(head, verb.doc, verb.i))


def is_done_by_neither(verb: Token) -> bool:
    """ "Neither the army nor the police confirmed it", "neither side has commented"."""
    by_whom = (child for child in verb.lefts if child.dep_ in SUBJECTS)
    return any(one.lower_ == "neither" or any(c.lower_ == "neither" for c in one.lefts) for one in by_whom)


def has_yet(head: Token, doc: Doc, before: int) -> bool:
    return head.lemma_ == "have" and any(token.lower_ == "yet" for token in doc[head.i : before])
