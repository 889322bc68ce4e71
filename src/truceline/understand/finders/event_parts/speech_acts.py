"""Acts of saying, and what is only asked, refused, threatened or promised inside them."""

from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import trigger_of
from truceline.understand.grammar import SUBJECTS
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SPEECH_ACTS: frozenset[PloverEvent] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"}
)
DEEDS: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BESIDES = frozenset({"after", "before", "since", "while", "upon", "following", "when"})


def is_inside_speech_act(verb: Token, marked: MarkedReport) -> bool:
    """ "urged them to withdraw" is one event, the request; "accused it of shelling" tells the shelling too."""
    if verb.dep_ not in {"xcomp", "ccomp", "pcomp", "conj", "advcl", "acl"} or is_clause_of_reason(verb):
        return False
    governor = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if governor is None or (verb.dep_ == "pcomp" and verb.head.lower_ in BESIDES):
        return False
    if verb.dep_ == "conj":
        bare = verb.tag_ not in FINITE or (verb.lower_ == lemma_of(verb) and not subjects_of_its_own(verb))
        return bare and is_inside_speech_act(governor, marked)
    modality = marked.modality_at(verb.idx)
    if lemma_of(governor) in word_set("denying") or (modality is not None and modality.rule == "denied"):
        return not is_deed_denied(verb, marked)
    trigger = trigger_of(governor, marked)
    return trigger is not None and trigger.event in {"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"}


def is_deed_denied(verb: Token, marked: MarkedReport) -> bool:
    """ "Denied that his men had burned the village": where it says where, the charge is told."""
    trigger = trigger_of(verb, marked)
    pinned = any(marked.place_mark_of(token) is not None for token in verb.subtree)
    return trigger is not None and trigger.event in DEEDS and pinned


def subjects_of_its_own(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def is_clause_of_reason(verb: Token) -> bool:
    """ "Called off because X stayed away", "as Y shelled": told beside the act, not asked for by it."""
    return verb.dep_ == "advcl" and (verb.tag_ in FINITE or any(child.dep_ == "mark" for child in verb.children))
