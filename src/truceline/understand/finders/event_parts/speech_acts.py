"""Acts of saying, and what is only asked, refused, threatened or promised inside them."""

from truceline.knowledge.files import all_words
from truceline.model.claims.events import PloverEvent
from truceline.understand.finders.clause_parts.phrases import lemma_of, says
from truceline.understand.finders.event_parts.clauses import is_future
from truceline.understand.finders.event_parts.deed_nouns import event_of_noun
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.finders.event_parts.triggers import trigger_of
from truceline.understand.grammar import SUBJECTS, direct_objects, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SPEECH_ACTS: frozenset[PloverEvent] = frozenset(
    {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"}
)
DEEDS: frozenset[PloverEvent] = frozenset({"ASSAULT", "COERCE"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_inside_speech_act(verb: Token, marked: MarkedReport) -> bool:
    """ "urged them to withdraw" is one event, the request; "accused it of shelling" tells the shelling too."""
    if verb.dep_ not in {"xcomp", "ccomp", "pcomp", "conj", "advcl", "acl"} or is_clause_of_reason(verb):
        return False
    governor = next((up for up in verb.ancestors if up.pos_ in {"VERB", "AUX"}), None)
    if governor is not None and (is_told_before(verb, governor) or (verb.dep_ == "acl" and verb.i < governor.i)):
        return False  # "the truce agreed by the two took effect"
    if governor is None or (verb.dep_ == "pcomp" and verb.head.lower_ in word_set("besides")):
        return False
    own = trigger_of(verb, marked) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else None
    if own is not None and own.event in SPEECH_ACTS:
        return is_inside_speech_act(governor, marked)  # "suspended the talks, accusing them of a breach"
    if verb.dep_ == "conj":
        bare = verb.tag_ not in FINITE or (verb.lower_ == lemma_of(verb) and not subjects_of_its_own(verb))
        return bare and is_inside_speech_act(governor, marked)
    modality = marked.modality_at(verb.idx)
    if lemma_of(governor) in word_set("denying") or (modality is not None and modality.rule == "denied"):
        return not is_deed_denied(verb, marked)
    if says(governor, "positions", "vows") and (verb.dep_ == "xcomp" or is_future(verb)):
        return True  # "swore that they would never sign"
    return is_act_of_asking(governor, marked) or is_had_done(verb, governor, marked)


def is_act_of_asking(verb: Token, marked: MarkedReport) -> bool:
    trigger = trigger_of(verb, marked)
    return trigger is not None and trigger.event in {"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"}


def is_had_done(verb: Token, governor: Token, marked: MarkedReport) -> bool:
    """ "Threatened to have captured pilots shot"."""
    within = governor.dep_ == "xcomp" and verb.dep_ in {"ccomp", "xcomp"}
    return within and is_inside_speech_act(governor, marked)


def is_deed_denied(verb: Token, marked: MarkedReport) -> bool:
    """ "Denied that his men had burned the village": where it says what or where, the charge is told."""
    trigger = trigger_of(verb, marked)
    pinned = any(marked.place_mark_of(token) is not None for token in verb.subtree) or has_hit_one(verb)
    return trigger is not None and trigger.event in DEEDS and pinned


def has_hit_one(verb: Token) -> bool:
    """ "Had bombed the market", "fired on the crowd", "carrying out the bombing": one deed, not a habit."""
    aimed_at = [*direct_objects(verb), *prepositional_objects(verb, "on", "at", "upon")]
    things = [one for one in aimed_at if is_hit(one)]
    one = any(child.lower_ in {"the", "that", "this"} for thing in things for child in thing.children)
    return one and verb.tag_ not in {"VBP", "VBZ"}


def is_hit(thing: Token) -> bool:
    listed = lemma_of(thing) in word_set("things_hit") or lemma_of(thing) in all_words("persons")
    return listed or event_of_noun(thing) == "ASSAULT"


def is_told_before(verb: Token, governor: Token) -> bool:
    """ "A asked for it; B refused": two clauses, whatever the parse makes of them."""
    between = verb.doc[verb.i + 1 : governor.i] if verb.i < governor.i else ()
    return verb.dep_ == "ccomp" and any(word.text == ";" for word in between)


def subjects_of_its_own(verb: Token) -> bool:
    return not SUBJECTS.isdisjoint(verb.child_deps)


def is_clause_of_reason(verb: Token) -> bool:
    """ "Called off because X stayed away", "as Y shelled": told beside the act, not asked for by it."""
    reasons = any(child.dep_ == "mark" and child.lower_ != "that" for child in verb.children)
    return verb.dep_ == "advcl" and (verb.tag_ in FINITE or reasons)
