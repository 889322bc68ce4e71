"""Who says it: the words of a source and its head."""

from collections.abc import Mapping

from truceline.understand.grammar import SUBJECTS, by_agents, is_passive
from truceline.understand.markers.speaker_parts.attribution import QUOTES, Piece, Pieces, tidy
from truceline.understand.markers.speaker_parts.cue_words import first_helper
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

CHAINED = frozenset({"conj", "advcl", "xcomp", "ccomp", "acl", "prep", "pcomp", "dep"})


Source = tuple[Token | None, Pieces]
"""The head of a source and its words."""


def source_of(verb: Token, inherited: Mapping[int, Source]) -> Source:
    """Who speaks; nothing where the grammar names none. A further cue of one speaker has inherited him."""
    if verb.i in inherited:
        return inherited[verb.i]
    head = by_agent(verb) if is_passive(verb) else inverted_subject(verb) or subject_of(verb)
    if head is None:
        return None, ()
    piece = source_piece(head, verb)
    return head, ((with_its_office(piece, head),) if piece else ())


def with_its_office(piece: Piece, head: Token) -> Piece:
    """From the first of several subjects that are one name."""
    own = [child for child in head.head.lefts if child.dep_ in SUBJECTS] if head.dep_ in SUBJECTS else []
    is_last = len(own) > 1 and own[-1] == head and own[0].i < piece[0] and is_one_name(own)
    return (own[0].left_edge.i, piece[1]) if is_last else piece


def inverted_subject(verb: Token) -> Token | None:
    """ "..., said the envoy Anna Berg": who stands right behind a verb of saying is no object of it."""
    doc = verb.doc
    before = doc[verb.i - 1].text if verb.i > 0 else ""
    if before not in QUOTES | {","} or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i - verb.sent.start < 2:
        return None
    if verb.low_lemma not in speech_words().lists["says"]:
        return None
    behind = [child for child in verb.children if child.left_edge.i == verb.i + 1]
    if any(child.dep_ in SUBJECTS for child in verb.children):  # of two subjects, the first is what was said
        return next((child for child in behind if child.dep_ in SUBJECTS), None)
    office = next((child for child in behind if child.dep_ in {"dobj", "oprd", "attr"}), None)
    return named_behind(office, verb) or office if office is not None else None


def named_behind(office: Token, verb: Token) -> Token | None:
    """ "Snapped government mouthpiece Moussa Ibrahim": the parse takes office and name for two."""
    after = (child for child in verb.children if child.left_edge.i == office.i + 1)
    return next((child for child in after if child.pos_ == "PROPN" and office.pos_ == "NOUN"), None)


def named_before(role: Token, verb: Token) -> Token | None:
    """ "Malaysia, the broker, begged ...": the parse takes the apposition for the subject."""
    first = role.left_edge.i
    if role.pos_ != "NOUN" or first < 2 or role.doc[first - 1].text != "," or role.doc[role.right_edge.i].text != ",":
        return None
    name = role.doc[first - 2]
    is_loose = name.dep_ in {"npadvmod", "nsubj", "dep"} and name.head == verb
    return name if name.pos_ == "PROPN" and is_loose else None


def by_agent(verb: Token) -> Token | None:
    return next(iter(by_agents(verb)), None)


def subject_of(verb: Token, steps: int = 3) -> Token | None:
    """The subject of a verb, or of the verb it hangs on: "..., claiming that ..."."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS and child.dep_ != "csubj"]
    if own:
        speaker = own[-1] if len(own) > 1 and is_one_name(own) else own[0]
        return (named_before(own[-1], verb) or speaker) if can_speak(own[0]) else None
    if (taken := taken_for_compound(verb)) is not None:
        return taken
    if steps == 0:
        return None
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        speaks = verb.tag_ == "VBG" or (verb.tag_ == "VBD" and verb.head.dep_ == "ROOT" and verb.dep_ == "acl")
        return issuer_of(verb.head) if speaks and can_speak(verb.head) else None
    return subject_above(verb, steps)


def issuer_of(noun: Token) -> Token:
    """ "The junta released a statement saying that": the junta."""
    issuing, lists = noun.head, speech_words().lists
    issued = noun.dep_ == "dobj" and noun.low_lemma in lists["media"] and issuing.low_lemma in lists["light_verbs"]
    own = next((child for child in issuing.lefts if child.dep_ in SUBJECTS), None) if issued else None
    return own if own is not None and not is_passive(issuing) else noun


def taken_for_compound(verb: Token) -> Token | None:
    """ "The mediator assures that": the parse takes the subject for a part of a noun."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    is_part = before.dep_ == "compound" and before.head == verb and before.pos_ in {"NOUN", "PROPN"}
    return before if is_part and verb.tag_ in {"VBZ", "VBP", "VBD"} and can_speak(before) else None


def is_one_name(heads: list[Token]) -> bool:
    """ "Spokesman Khaing Thu", "al-Mismari", "the chief, General Naing,": the parse takes one for several."""
    first, last = heads[0], heads[-1]
    own = {token.i for head in heads for token in head.subtree}
    between = first.doc[first.i + 1 : last.left_edge.i]
    joined = all(token.i in own or token.text in {"-", ","} for token in between)
    return last.i < last.head.i and joined and (last.pos_ == "PROPN" or "-" in [token.text for token in between])


def can_speak(noun: Token) -> bool:
    return noun.low_lemma not in speech_words().lists["cannot_speak"]


def subject_above(verb: Token, steps: int) -> Token | None:
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ == "as":
        quoted = "nsubjpass" if is_passive(above.head) else "dobj"  # "X was quoted as saying", "quoted X as saying"
        return next((child for child in above.head.children if child.dep_ == quoted), None)
    if verb.dep_ == "xcomp":
        objects = [child for child in above.children if child.dep_ in {"dobj", "dative"} and child.i < verb.i]
        if objects:
            return objects[0]
    if verb.dep_ not in CHAINED:
        return None
    if is_passive(above) and above.pos_ in {"VERB", "AUX"}:
        return next((child for child in above.children if child.dep_ == "nsubjpass"), None)
    return subject_of(above, steps - 1)


def source_piece(head: Token, verb: Token) -> Piece | None:
    """The whole noun phrase, with its apposition; it stops at the verb."""
    doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb.i:
        end = min(end, first_helper(verb) if verb.sent == head.sent else verb.i)
    elif start <= verb.i:
        start = verb.i + 1
    kept = tidy(doc, start, end)
    if kept and head.i < verb.i and kept[1] < verb.i and doc[kept[1]].text == "," and is_interrupted(kept, doc):
        return kept[0], kept[1] + 1  # the comma that closes an apposition before the verb belongs to it
    return kept


def is_interrupted(piece: Piece, doc: Doc) -> bool:
    return any(token.text == "," for token in doc[piece[0] : piece[1]])
