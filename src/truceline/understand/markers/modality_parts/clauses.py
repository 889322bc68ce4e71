"""Each clause of a sentence with its judgement, the clauses above considered."""

from dataclasses import replace

from truceline.understand.grammar import CLAUSES, SUBJECTS
from truceline.understand.markers.modality_parts.embedding import embedded_judgement
from truceline.understand.markers.modality_parts.judgement import Judgement, fact, negated
from truceline.understand.markers.modality_parts.own_words import own_judgement
from truceline.understand.markers.speaker_parts.speech_words import speech_words
from truceline.understand.tokens import Doc, Token

OWN = SUBJECTS | {"aux", "auxpass", "mark"}
TIED = frozenset({"xcomp", "conj", "pcomp", "acl", "advcl"})


def judged_clauses(doc: Doc) -> dict[int, Judgement]:
    """Head word of each clause to its judgement."""
    judged: dict[int, Judgement] = {}
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in CLAUSES:
            judge(token, judged)
    return judged


def judge(verb: Token, judged: dict[int, Judgement]) -> Judgement:
    if verb.i not in judged:
        judged[verb.i] = fact(verb)  # a parse that goes in a circle ends here
        judged[verb.i] = judgement_of(verb, judged)
    return judged[verb.i]


def judgement_of(verb: Token, judged: dict[int, Judgement]) -> Judgement:
    own = own_judgement(verb)
    embedded = embedded_judgement(verb)
    if own is not None and not own.is_plain:
        return own if embedded is None else both(own, embedded, verb)
    if embedded is not None and (own is None or embedded.aux_mode != "future"):
        return weakened(embedded, verb, judged)
    if own is not None:
        return judge(verb.head, judged) if is_joined_to_denied(verb, judged) else own
    above = verb.head
    if verb.dep_ in TIED and above != verb and above.pos_ in {"VERB", "AUX"} and shares_fate(verb, above):
        return judge(above, judged)
    return fact(verb)


def is_joined_to_denied(verb: Token, judged: dict[int, Judgement]) -> bool:
    """ "Denied that it had attacked X and taken Y", "that rebels attacked X and took Y": both are denied."""
    if verb.dep_ != "conj" or verb.head.dep_ != "ccomp" or not verb.child_deps.isdisjoint(OWN):
        return False
    joint = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    tenses = {verb.tag_, verb.head.tag_}
    same = len(tenses) == 1 or tenses == {"VBD", "VBN"}
    told = speech_words().is_cue_verb(verb.low_lemma) and "dobj" not in verb.child_deps
    joined = joint.dep_ == "cc" and joint.i > 0 and joint.nbor(-1).text != "," and same and not told
    return joined and judge(verb.head, judged).rule == "denied"


def both(own: Judgement, embedded: Judgement, verb: Token) -> Judgement:
    """ "vowed never to talk", "doubts that it will last": both bear on it. Else its own words win."""
    if own.aux_mode == "negation" and embedded.aux_mode == "future" and verb.tag_ == "VB":
        return negated(embedded, own.cue)
    if own.aux_mode == "future" and embedded.rule in {"doubted", "denied"}:
        return negated(own, embedded.cue)
    return own


def weakened(embedded: Judgement, verb: Token, judged: dict[int, Judgement]) -> Judgement:
    """ "efforts to agree to halt": a plan inside a wish is no more than wished."""
    above = verb.head
    if embedded.factuality != "PR+" or above == verb or above.pos_ not in {"VERB", "AUX"}:
        return embedded
    higher = judge(above, judged)
    return embedded if higher.factuality in {"CT+", "PR+"} else replace(embedded, factuality=higher.factuality)


def shares_fate(verb: Token, above: Token) -> bool:
    """ "will meet and discuss", "did not come to talk"; a finite clause beside stands for itself."""
    added = verb.dep_ == "advcl" or (verb.dep_ == "conj" and above.tag_ != "VBG")
    if added and verb.tag_ == "VBG" and speech_words().is_cue_verb(verb.low_lemma):
        return False  # "said it would stay, adding that ...", "saying it would stay and blaming X": that is done
    return verb.dep_ != "conj" or verb.tag_ == above.tag_ or verb.tag_ in {"VB", "VBG"}
