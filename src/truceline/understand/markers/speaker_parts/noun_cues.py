"""Nouns as cues: "his call for a truce", "the army's claim that ...", "criticism of the raid by ..."."""

from collections.abc import Iterator

from truceline.knowledge.names import country_of_adjective
from truceline.understand.grammar import SUBJECTS, has_no, prepositional_objects
from truceline.understand.markers.speaker_parts.attribution import Attribution, Pieces, tidied
from truceline.understand.markers.speaker_parts.quotations import Quotations
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

SOURCE_PREPOSITIONS = frozenset({"by", "from"})


def read_noun_cues(doc: Doc, quotations: Quotations) -> Iterator[Attribution]:
    nouns = speech_words().noun_complements
    for token in doc:
        if token.pos_ == "NOUN" and token.low_lemma in nouns and quotations.holding(token.i) is None:
            found = noun_attribution(token, nouns[token.low_lemma])
            if found is not None:
                yield found


def noun_attribution(noun: Token, wanted: frozenset[str]) -> Attribution | None:
    if (
        is_asked_by_press(noun)
        or is_medium_of_saying(noun)
        or (has_no(noun) and noun.low_lemma in speech_words().lists["no_comments"])
    ):
        return None
    for child in noun.children:
        if child.i == noun.i + 1 and child.dep_ == "prep" and child.lower_ in wanted:
            content = tidied(noun.doc, (child.i + 1, max(child.right_edge.i, end_of_aim(noun)) + 1))
            return attribution_of(noun, child.i + 1, content)
        if child.dep_ in {"acl", "ccomp", "relcl"} and child.i > noun.i and opening_of(child) in wanted:
            content = tidied(noun.doc, (child.left_edge.i, child.right_edge.i + 1))
            return attribution_of(noun, noun.i + 1, content)
    return None


def is_medium_of_saying(noun: Token) -> bool:
    """ "Said in a statement from its London office that": said once."""
    saying = noun.head.head
    lists = speech_words().lists
    return noun.dep_ == "pobj" and noun.low_lemma in lists["media"] and saying.low_lemma in lists["says"]


def is_asked_by_press(request: Token) -> bool:
    """ "The AFP's requests for comment": what a reporter asks for himself is no stand and no news."""
    wanted = prepositional_objects(request, "for")
    return any(one.low_lemma in speech_words().lists["asked_by_press"] for one in wanted)


def end_of_aim(noun: Token) -> int:
    """ "Its appeal to the council to open an inquiry": what is asked belongs to it."""
    return max((c.right_edge.i for c in noun.children if c.dep_ == "acl" and opening_of(c) == "to"), default=0)


def opening_of(clause: Token) -> str:
    """ "to" or "that", where the clause begins so and that is no relative pronoun."""
    first = clause.left_edge
    if first.lower_ == "that" and first.dep_ == "mark":
        return "that"
    return "to" if any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children) else ""


def attribution_of(noun: Token, end: int, content: Pieces) -> Attribution | None:
    head = owner_of(noun)
    if head is None or not content:
        return None
    last = head.right_edge.i + 1
    source = tidied(noun.doc, (head.left_edge.i, min(last, noun.i) if head.i < noun.i else last))
    speaker = (carrier_of(noun) or head) if head.tag_ == "PRP$" else head
    return Attribution((noun.i, end), content, source, noun, speaker, "noun") if source else None


def owner_of(noun: Token) -> Token | None:
    """Whose words they are: "his call", "a call by the bishops", "the bishops made a call"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in SOURCE_PREPOSITIONS:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return carrier_of(noun) or side_before(noun)


def side_before(noun: Token) -> Token | None:
    """ "Russian claims that", "rebel reports that": whose they are stands as an adjective; the nouns of them all are
    counted, so that "a Russian threat" and "the peace appeal" are none of these.
    """
    if noun.tag_ != "NNS" or noun.i == noun.sent.start or not any(opening_of(c) == "that" for c in noun.rights):
        return None
    side = noun.nbor(-1)
    is_side = side.low_lemma in speech_words().lists["speaking_nouns"] or country_of_adjective(side.text) is not None
    return side if side.head == noun and is_side else None


def carrier_of(noun: Token) -> Token | None:
    """ "The bishops made a call", "the bishops renewed their call"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.low_lemma not in speech_words().lists["light_verbs"] or is_stirred(noun):
        return None
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def is_stirred(feeling: Token) -> bool:
    """ "Quit the truce, raising fears of a return to war": the deed raises them, nobody says so."""
    by_deed = feeling.dep_ == "dobj" and feeling.head.dep_ == "advcl" and feeling.head.tag_ == "VBG"
    return by_deed and feeling.low_lemma in speech_words().lists["raised_by_deeds"]
